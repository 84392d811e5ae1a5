/** `article import`: a text from a file or standard input becomes an article. */
import path from "node:path";
import { database } from "../../db/client";
import type { ImportRefusal } from "../../domain/importing/article";
import { maximumBytes } from "../../domain/importing/decoding";
import { createArticle } from "../../server/articles/mutations";
import { keepDraft } from "../../server/editing/keep";
import { readArticle } from "../../server/importing/read";
import { articlePath, editorPath } from "../../app/_ui/paths";
import { readSettings } from "../../server/settings";
import { Complaint } from "./complaint";
import { bytesOf } from "./input";
import { saidOf } from "./words";

type Options = { slug?: string; draft: boolean; json: boolean };

/** One byte beyond the importer's limit is enough for it to refuse. */
const READ_AT_MOST = maximumBytes + 1;

export async function articleImport([source, ...extra]: string[], options: Options): Promise<number> {
  if (!source || extra.length) throw new Complaint("article import takes one FILE, or - for standard input");
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
  // npm runs scripts in the project's folder; the file is named from where the operator stands.
  const file = source === "-" ? source : path.resolve(process.env.INIT_CWD ?? "", source);
  const text = readArticle({ bytes: await bytesOf(file, READ_AT_MOST), name: source === "-" ? null : source });
  if ("refused" in text) throw new Complaint(whyRefused(text, source === "-" ? "The text" : source));
  const context = { db: database(), now: () => new Date() };
  const kept = draft ? await keepDraft(context, text, { slug: slug ?? null, by: null }) : await createArticle(context, text, { slug: slug ?? null });
  const { title, byline, date, language, dropped } = text;
  const blocks = text.blocks.map(({ kind, text: words }, place) => ({ number: place + 1, kind, text: words }));
  return { slug: kept.slug, title, byline, date, source: text.source, language, blocks, dropped };
}

type Imported = Awaited<ReturnType<typeof imported>>;

function inWords({ slug, title, byline, date, source, language, blocks, dropped }: Imported, draft: boolean): string {
  const known = Object.entries({ title, byline, date, source, language }).flatMap(([name, value]) => (value ? [`  ${name}: ${value}\n`] : []));
  const left = dropped.length ? `  left out:\n${dropped.map((text) => `    ${text}\n`).join("")}` : "";
  const where = new URL(draft ? editorPath(slug) : articlePath(slug), readSettings(process.env).publicUrl).href;
  return `Imported ${blocks.length} blocks${draft ? " as a draft" : ""}: ${where}\n${known.join("")}${left}`;
}

function whyRefused(refusal: ImportRefusal, what: string): string {
  switch (refusal.refused) {
    case "empty":
      return `${what} is empty: there is nothing to import.`;
    case "binary":
      return `${what} is no text${refusal.format ? ` but ${refusal.format}` : ` (byte ${refusal.byte} is a control character)`}. Save it as plain text or Markdown first.`;
    case "not-utf-8":
      return `${what} is not UTF-8: byte ${refusal.byte} cannot be read. Save it with the encoding UTF-8 and import it again.`;
    case "too-large":
      return `${what} is larger than ${refusal.limit / 1024 / 1024} MB. Import it in parts.`;
    case "no-article":
      return `${what} has a title at most, and no text to comment on.`;
    case "front-matter":
      return `${what}: the front matter cannot be read at line ${refusal.line} (${refusal.reason}).`;
    case "nested-too-deep":
      return `${what}: line ${refusal.line} is nested too deep.`;
    case "too-many-lines":
      return `${what} has more than ${refusal.limit} lines. Import it in parts.`;
    case "too-many-blocks":
      return `${what} has more than ${refusal.limit} paragraphs. Import it in parts.`;
  }
}
