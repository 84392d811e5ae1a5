/** Where the stylesheet, fonts, icons and script are: names with a hash in them, listed by the build of the assets. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestShape = z.record(z.string(), z.string());

let known: Record<string, string> | null = null;

/** Read once; in development every time, for the assets are built anew while the server runs. */
function manifest(): Record<string, string> {
  if (known !== null && process.env.NODE_ENV === "production") return known;
  known = manifestShape.parse(JSON.parse(readFileSync(join(process.cwd(), "public", "a", "manifest.json"), "utf8")));
  return known;
}

export function assetIfAny(name: string): string | null {
  return manifest()[name] ?? null;
}

export function asset(name: string): string {
  const path = assetIfAny(name);
  if (path === null) throw new Error(`No asset "${name}": build the assets first.`);
  return path;
}
