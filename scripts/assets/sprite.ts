/** One file with the icons in use, each a symbol; pages point into it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { iconNames } from "../../app/_ui/icon-names";

/** Thinner than lucide's 2: beside type of 14 px the drawings would shout. */
const STROKE = 1.75;

export async function sprite(): Promise<string> {
  const symbols = await Promise.all(iconNames.map(symbolOf));
  return `<!-- lucide, ISC licence: lucide.dev/license --><svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

async function symbolOf(name: string): Promise<string> {
  const svg = await readFile(join(process.cwd(), "node_modules", "lucide-static", "icons", `${name}.svg`), "utf8");
  const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1];
  if (shapes === undefined) throw new Error(`lucide's ${name} is no SVG.`);
  const drawn = `fill="none" stroke="currentColor" stroke-width="${STROKE}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<symbol id="${name}" viewBox="0 0 24 24" ${drawn}>${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}
