// Writes the lockfile whole: `npm run lock`, after a change of dependencies. npm leaves out the optional packages of platforms
// that it could not see while resolving (npm/cli#4828), and then `npm ci` refuses the file. A name and a version are enough for
// npm to pass them over where they do not fit, and to fetch them where they do. Needs nothing installed.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { missingOptional } from "./check/optional-packages.mjs";

const FILE = "package-lock.json";

const PROCESSORS = ["wasm32", "arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64"];
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32", "wasi"];

function platformOf(name) {
  const parts = name.split(/[/-]/);
  const os = SYSTEMS.find((one) => parts.includes(one));
  const cpu = parts.find((one) => PROCESSORS.includes(one));
  const libc = parts.some((one) => /^(musl|musleabihf)$/.test(one)) ? ["musl"] : os === "linux" && parts.some((one) => /^gnu/.test(one)) ? ["glibc"] : undefined;
  if (!os || !cpu) throw new Error(`${name}: cannot tell its platform from its name`);
  // A package for wasm fits every system; npm knows it by the processor alone.
  return { cpu: [cpu], ...(os === "wasi" ? {} : { os: [os] }), ...(libc ? { libc } : {}) };
}

const npm = spawnSync("npm", ["install", "--package-lock-only"], { stdio: "inherit" });
if (npm.status !== 0) process.exit(npm.status ?? 1);
const lock = JSON.parse(readFileSync(FILE, "utf8"));
const missing = missingOptional(lock);
for (const [name, version] of missing) lock.packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${FILE}: ${missing.length} packages of other platforms added\n`);
