/** Builds what the browser and the server run, when there is no build or the sources have changed since. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildAssets } from "./assets";
import { buildWorker, THREADS } from "./worker";

const SOURCES = ["app", "server", "domain", "db", "messages", "scripts", "next.config.js", "package-lock.json", "tsconfig.json"];
const STAMP = path.join(".next", "paragora-sources");

function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place).sort().flatMap((name) => filesOf(path.join(place, name)));
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf)) if (!/\.test\.tsx?$/.test(file)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

/** @throws Error when Next cannot build; what it printed has been shown */
export async function buildWhenStale(say: (line: string) => void): Promise<void> {
  const sources = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources && existsSync("public/a/manifest.json") && THREADS.every((file) => existsSync(file))) return;
  const began = performance.now();
  say("Building, once for this version. This takes about half a minute.");
  say("  1 of 2: stylesheet, fonts, icons, the reader's script");
  await buildWorker();
  await buildAssets();
  say("  2 of 2: the application");
  await nextBuild();
  writeFileSync(STAMP, sources);
  say(`Built in ${Math.round((performance.now() - began) / 1000)} s.`);
}

function nextBuild(): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
    });
    const printed: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    child.on("error", failed);
    child.on("exit", (code) => (code === 0 ? done() : failed(new Error(`The build failed:\n${printed.join("")}`))));
  });
}
