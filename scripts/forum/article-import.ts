/** `article import`: a text from a file, an address or standard input becomes an article. */
import { database } from "../../db/client";
import { createArticle } from "../../server/articles/mutations";
import { keepDraft } from "../../server/editing/keep";
import { readArticle } from "../../server/importing/read";
import { articlePath, editorPath } from "../../app/_ui/paths";
import { readSettings } from "../../server/settings";
import { Complaint } from "./complaint";
import { buildWorker } from "../worker";
import { progressOn } from "./progress";
import { sourceOf } from "./source";
import { whyRefused } from "./why-refused";
import { saidOf } from "./words";

type Options = { slug?: string; draft: boolean; json: boolean };

/** A picture from within a document is a megabyte of letters. */
const LONGEST_SAID = 200;

export async function articleImport([source, ...extra]: string[], options: Options): Promise<number> {
  if (!source || extra.length) throw new Complaint("article import takes one FILE or URL, or - for standard input");
  try {
    const made = await imported(source, options);
    process.stdout.write(options.json ? `${JSON.stringify(made)}\n` : inWords(made, options.draft));
    return 0;
  } catch (error) {
    const why = error instanceof Complaint ? error.message : saidOf(error);
    if (why === null) throw error;
    if (!options.json) throw new Complaint(why);
    process.stdout.write(`${JSON.stringify({ error: why })}\n`);
    return 1;
  }
}

async function imported(source: string, { slug, draft }: Options) {
  await buildWorker();
  const progress = progressOn(process.stderr);
  const text = await readArticle(await sourceOf(source), progress.say).finally(progress.end);
  if ("refused" in text) throw new Complaint(whyRefused(text, source === "-" ? "The text" : source));
  const context = { db: database(), now: () => new Date() };
  const kept = draft ? await keepDraft(context, text, { slug: slug ?? null, by: null }) : await createArticle(context, text, { slug: slug ?? null });
  const { title, byline, date, language, dropped, encoding } = text;
  const blocks = text.blocks.map(({ kind, text: words }, place) => ({ number: place + 1, kind, text: words }));
  say(text.missing.map(({ source: picture, why }) => whyRefused(why, picture.slice(0, LONGEST_SAID))));
  say(text.blocks.flatMap(({ shape }, place) => (shape.image?.alternative === "" ? [`¶ ${place + 1}: this picture has no words for those who cannot see it.`] : [])));
  return { slug: kept.slug, title, byline, date, source: text.source, language, blocks, dropped, ...(encoding ? { encoding } : {}) };
}

/** Remarks stand beside the result, so that whoever reads that reads nothing else. */
function say(remarks: readonly string[]): void {
  for (const remark of remarks) process.stderr.write(`${remark}\n`);
}

type Imported = Awaited<ReturnType<typeof imported>>;

function inWords({ slug, title, byline, date, source, language, blocks, dropped, encoding }: Imported, draft: boolean): string {
  const known = Object.entries({ title, byline, date, source, language, "converted from": encoding }).flatMap(([name, value]) => (value ? [`  ${name}: ${value}\n`] : []));
  const left = dropped.length ? `  left out:\n${dropped.map((text) => `    ${text}\n`).join("")}` : "";
  const where = new URL(draft ? editorPath(slug) : articlePath(slug), readSettings(process.env).publicUrl).href;
  return `Imported ${blocks.length} blocks${draft ? " as a draft" : ""}: ${where}\n${known.join("")}${left}`;
}
