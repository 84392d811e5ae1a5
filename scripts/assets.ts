/**
 * Makes what browsers fetch beside the pages: stylesheet, fonts, icons and script, into public/a/, with a hash of the content
 * in every name, so that each may be kept for ever. The same input gives the same names.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fontsInto } from "./assets/fonts";
import { scriptsInto } from "./assets/script";
import { sprite } from "./assets/sprite";
import { stylesheet } from "./assets/stylesheet";

export type Manifest = Record<string, string>;

const directory = join(process.cwd(), "public", "a");

export async function buildAssets(): Promise<void> {
  await mkdir(directory, { recursive: true });
  const manifest: Manifest = { ...(await fontsInto(directory)), "sprite.svg": await keep("sprite.svg", await sprite()) };
  const [css, script] = await Promise.all([stylesheet(manifest), scriptsInto(directory)]);
  manifest["page.css"] = await keep("page.css", css);
  Object.assign(manifest, script.entries);
  await writeManifest(manifest);
  await dropAllBut([...Object.values(manifest), ...script.chunks, "/a/manifest.json"]);
}

/** Ten hexadecimal digits: enough that no two versions ever met share a name. */
async function keep(name: string, content: string): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = name.replace(/\.(\w+)$/, `-${hash}.$1`);
  await writeFile(join(directory, hashed), content);
  return `/a/${hashed}`;
}

/** Put in place at once: a server that reads it meanwhile sees the old one or the new one. */
async function writeManifest(manifest: Manifest): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([one], [other]) => (one < other ? -1 : 1)));
  const path = join(directory, "manifest.json");
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  if ((await readFile(path, "utf8").catch(() => null)) === text) return;
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

/** Licences stay; versions no page mentions any more go. */
async function dropAllBut(paths: string[]): Promise<void> {
  const wanted = new Set(paths);
  for (const name of await readdir(directory)) {
    if (!wanted.has(`/a/${name}`) && !name.endsWith(".txt")) await rm(join(directory, name), { recursive: true });
  }
}

/** Run as a script, and not only imported by another. */
if (process.argv[2] === "assets" || /\bassets\.mjs$/.test(process.argv[1] ?? "")) await buildAssets();
