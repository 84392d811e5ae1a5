/** The fonts, from their packages: the faces every page uses are cut to the axes in use, the others are copied. */
import { createHash } from "node:crypto";
import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

type Axes = Record<string, { min: number; max: number }>;
type Face = { name: string; family: "literata" | "schibsted-grotesk"; file: string; axes: Axes | null };

/**
 * Weights and optical sizes the stylesheet asks for, no more: half the bytes. `latin` keeps all its characters, for names have
 * accents; `latin-ext` is fetched only by pages that need it, so it is left as it is.
 */
const FACES: Face[] = [
  { name: "literata.woff2", family: "literata", file: "literata-latin-opsz-normal", axes: { wght: { min: 400, max: 640 }, opsz: { min: 14, max: 60 } } },
  { name: "literata-italic.woff2", family: "literata", file: "literata-latin-wght-italic", axes: { wght: { min: 400, max: 600 } } },
  { name: "schibsted-grotesk.woff2", family: "schibsted-grotesk", file: "schibsted-grotesk-latin-wght-normal", axes: { wght: { min: 400, max: 700 } } },
  { name: "literata-ext.woff2", family: "literata", file: "literata-latin-ext-opsz-normal", axes: null },
  { name: "literata-italic-ext.woff2", family: "literata", file: "literata-latin-ext-wght-italic", axes: null },
  { name: "schibsted-grotesk-ext.woff2", family: "schibsted-grotesk", file: "schibsted-grotesk-latin-ext-wght-normal", axes: null },
];

/** Changed when the cutting below changes, so that fonts cut before are cut anew. */
const CUTTING = "1";

const packages = join(process.cwd(), "node_modules", "@fontsource-variable");

export async function fontsInto(directory: string): Promise<Record<string, string>> {
  const paths = await Promise.all(FACES.map((face) => faceInto(directory, face)));
  for (const family of ["literata", "schibsted-grotesk"]) {
    await copyFile(join(packages, family, "LICENSE"), join(directory, `${family}-licence.txt`));
  }
  return Object.fromEntries(FACES.map((face, index) => [face.name, paths[index] ?? ""]));
}

/** Named after what it is made from: cutting takes seconds and is skipped when it was done. */
async function faceInto(directory: string, { name, family, file, axes }: Face): Promise<string> {
  const source = await readFile(join(packages, family, "files", `${file}.woff2`));
  const hash = createHash("sha256").update(source).update(CUTTING).update(JSON.stringify(axes)).digest("hex").slice(0, 10);
  const hashed = name.replace(".woff2", `-${hash}.woff2`);
  const path = join(directory, hashed);
  if (!existsSync(path)) {
    await writeFile(`${path}.new`, axes === null ? source : await cut(source, axes));
    await rename(`${path}.new`, path);
  }
  return `/a/${hashed}`;
}

function cut(source: Buffer, axes: Axes): Promise<Buffer> {
  return subsetFont(source, undefined, { keepAllGlyphs: true, targetFormat: "woff2", variationAxes: axes });
}
