/** A lockfile that lacks one platform's packages stops `npm ci` on every other machine. */
import { readFileSync } from "node:fs";
import { type Lock, missingOptional } from "./optional-packages.mjs";

/** What is missing, a line each. */
export function faultsOfLockfile(): string[] {
  const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return missingOptional(lock).map(([name, version]) => `package-lock.json lacks ${name}@${version}; run npm run lock`);
}
