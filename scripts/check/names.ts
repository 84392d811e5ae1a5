/** File names that say nothing about what is in them. */
import { execFileSync } from "node:child_process";

const DRAWER = /(?:^|\/)(?:utils?|helpers?|common|misc|types)(?:\/|\.[jt]sx?$)/;
const EMPTY_ENDING = /(?:service|manager|handler|impl)\.[jt]sx?$/i;

export function isDrawer(file: string): boolean {
  return DRAWER.test(file) || EMPTY_ENDING.test(file);
}

export function faultsOfNames(): string[] {
  const files = execFileSync("git", ["ls-files", "app", "server", "domain", "db", "e2e", "scripts"], { encoding: "utf8" }).split("\n");
  return files.filter(isDrawer).map((file) => `${file}: name it after what it holds`);
}
