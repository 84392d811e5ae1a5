/** Finds a Chromium for the errands, or installs one; says in one line what to do when neither is possible. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** The same engine without the windows around it, which take a third of the processor. */
const SHELL = "chromium-headless-shell";
/** What a system's package may be called. */
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** A download that has not come by then will not come. */
const DOWNLOAD_MS = 60_000;
const INSTALL_MS = 5 * 60_000;

function onPath(name: string): string | null {
  const { stdout, status } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

function installed(): string | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  return NAMES.map(onPath).find((found) => found !== null) ?? null;
}

function tryTo(command: string, timeout: number): void {
  process.stdout.write(`For the errands: ${command}\n`);
  spawnSync("sh", ["-c", command], { timeout, stdio: "ignore" });
}

/** On a machine that only tests: the shell beside a Chromium that is there, of its version. Where that fails Chromium does. */
function addShell(): void {
  if (!process.env.CI || process.getuid?.() !== 0 || onPath(SHELL) || !onPath("chromium") || !onPath("apt-get")) return;
  tryTo(`apt-get update && apt-get install -y --no-install-recommends "${SHELL}=$(dpkg-query -W -f='\${Version}' chromium-common)"`, DOWNLOAD_MS);
}

/** The browser's path. @throws Error with one line that says what to do */
export function findChromium(): string {
  const wished = process.env.CHROMIUM_PATH;
  if (wished && existsSync(wished)) return wished;
  addShell();
  if (!installed()) tryTo("npx playwright install --with-deps chromium", DOWNLOAD_MS);
  const isRoot = process.getuid?.() === 0;
  if (!installed() && isRoot && onPath("apt-get")) tryTo(`apt-get update && apt-get install -y ${SHELL}`, INSTALL_MS);
  const found = installed();
  if (!found) throw new Error("The errands need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.");
  return found;
}
