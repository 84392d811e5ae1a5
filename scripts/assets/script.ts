/** What runs in the browser on reading pages, when there is any: one entry, and chunks fetched when something is done. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

type Script = { entries: Record<string, string>; chunks: string[] };

export async function scriptInto(directory: string): Promise<Script> {
  const entry = join(process.cwd(), "app", "_reader", "main.ts");
  if (!existsSync(entry)) return { entries: {}, chunks: [] };
  const { metafile } = await build({
    entryPoints: [{ in: entry, out: "reader" }],
    outdir: directory,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    metafile: true,
    logLevel: "warning",
  });
  const script: Script = { entries: {}, chunks: [] };
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    const address = `/a/${basename(path)}`;
    if (entryPoint?.endsWith("app/_reader/main.ts") === true) script.entries["reader.js"] = address;
    else script.chunks.push(address);
  }
  return script;
}
