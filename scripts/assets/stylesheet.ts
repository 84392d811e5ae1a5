import { readFile } from "node:fs/promises";
import { join } from "node:path";
import tailwind from "@tailwindcss/postcss";
import postcss from "postcss";

/** The one stylesheet; `/a/NAME` in it becomes the hashed address of that asset. */
export async function stylesheet(assets: Record<string, string>): Promise<string> {
  const from = join(process.cwd(), "app", "_ui", "look", "page.css");
  const plugin = tailwind({ base: process.cwd(), optimize: { minify: true } });
  const { css } = await postcss([plugin]).process(await readFile(from, "utf8"), { from, map: false });
  return css.replace(/\/a\/([\w.-]+)/g, (address, name: string) => assets[name] ?? address);
}
