/** What runs in the browser, in one file for readers, one for editors and one for moderators; what is seldom needed is fetched when something asks for it. */
import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";

type Script = { entries: Record<string, string>; chunks: string[] };

/** What readers need, and what editors and moderators need on pages of their own: none grows by another. */
const ENTRIES = [
  { name: "reader", folder: "_reader" },
  { name: "editor", folder: "_editor" },
  { name: "moderation", folder: "_moderation" },
] as const;

/**
 * Left alone, esbuild cuts what the entry shares with each later part into files of their own: five requests in two rounds
 * before anything runs. Here each later part needs the whole entry, which it finds loaded; so that stays one file.
 */
const needsEntry = (entry: string, parts: ReadonlySet<string>): Plugin => ({
  name: "needs-entry",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (!parts.has(path)) return null;
      return { contents: `import ${JSON.stringify(entry)};\n${await readFile(path, "utf8")}`, loader: "ts" };
    });
  },
});

/** The files that something asks for later. Known beforehand: one that is also imported at once would else be taken as it comes first. */
async function laterParts(options: BuildOptions): Promise<Set<string>> {
  const { metafile } = await build({ ...options, metafile: true, write: false });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  return new Set(imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => resolve(path)));
}

export async function scriptsInto(directory: string): Promise<Script> {
  const scripts = await Promise.all(ENTRIES.map((one) => scriptInto(directory, one)));
  return { entries: Object.assign({}, ...scripts.map(({ entries }) => entries)), chunks: scripts.flatMap(({ chunks }) => chunks) };
}

async function scriptInto(directory: string, { name, folder }: (typeof ENTRIES)[number]): Promise<Script> {
  const entry = join(process.cwd(), "app", folder, "main.ts");
  const options: BuildOptions = {
    entryPoints: [{ in: entry, out: name }],
    outdir: directory,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
  };
  const { metafile } = await build({ ...options, metafile: true, plugins: [needsEntry(entry, await laterParts(options))] });
  const files = Object.entries(metafile.outputs).map(([path, output]) => ({ address: `/a/${basename(path)}`, output }));
  // The entry itself only leads to the file that holds it.
  const first = files.find(({ output }) => Object.keys(output.inputs).some((input) => input.endsWith(`app/${folder}/main.ts`)));
  if (!first) throw new Error(`The script "${name}" came out empty.`);
  if (first.output.imports.some(({ kind }) => kind === "import-statement")) throw new Error(`The script "${name}" is cut in two: a part is both imported and fetched later.`);
  return { entries: { [`${name}.js`]: first.address }, chunks: files.map(({ address }) => address) };
}
