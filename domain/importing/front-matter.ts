import { isMap, LineCounter, parseDocument } from "yaml";
import { legible, onOneLine } from "./characters";
import { printedDate } from "./printed-date";

/** What an article's head says in so many words; absent for what it does not. `date` as in PrintedDate. */
export type FrontMatter = { title?: string; standfirst?: string; byline?: string; date?: string; source?: string; language?: string };

/** `line` counts from 1, in the whole file; `reason` is the YAML parser's code, "BAD_INDENT" or the like. */
export type FrontMatterRefusal = { refused: "front-matter"; line: number; reason: string };

/** Front matter is a dozen lines; nesting of more than this many characters would only wear the YAML parser out. */
const longest = 20_000;

/** The names each field goes by in the generators and newspapers' systems we know. */
const fields: Record<string, keyof FrontMatter> = {
  title: "title", headline: "title",
  standfirst: "standfirst", description: "standfirst", subtitle: "standfirst", summary: "standfirst", excerpt: "standfirst",
  byline: "byline", author: "byline", authors: "byline",
  date: "date", published: "date", pubdate: "date",
  source: "source", publisher: "source", publication: "source",
  language: "language", lang: "language", locale: "language",
};

/** The front matter between two lines of "---" and the Markdown after it. Without such a beginning all is `body`. */
export function frontMatterOf(markdown: string): { fields: FrontMatter; body: string; lines: number } | FrontMatterRefusal {
  const none = { fields: {}, body: markdown, lines: 0 };
  const [all, yaml = ""] = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(markdown) ?? [];
  // Two rules with a paragraph between them look the same; front matter has "title: …" right away.
  if (all === undefined || !markdown.startsWith(all) || !/^\s*(?:#.*\n\s*)*["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?\s*:/u.test(yaml)) return none;
  if (yaml.length > longest) return { refused: "front-matter", line: 1, reason: "TOO_LONG" };
  const lineCounter = new LineCounter();
  // The failsafe schema reads every value as the words it was written in: a title may be "2015" or "No".
  const document = parseDocument(yaml, { schema: "failsafe", lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) return { refused: "front-matter", line: lineCounter.linePos(error.pos[0]).line + 1, reason: error.code };
  const found: FrontMatter = {};
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const field = fields[wordsOf(key).toLowerCase()];
    const words = onOneLine(legible(wordsOf(value)));
    const told = field === "date" ? (printedDate(words)?.date ?? "") : words;
    if (field && told !== "") found[field] ??= told;
  }
  return { fields: found, body: markdown.slice(all.length), lines: all.split("\n").length - 1 };
}

/** A YAML value as words: a list's joined by commas, of a mapping the name. Other nestings say nothing. */
function wordsOf(node: unknown): string {
  if (typeof node !== "object" || node === null) return "";
  if ("items" in node && Array.isArray(node.items)) {
    if (isMap(node)) return wordsOf(node.get("name", true));
    return node.items.map(scalar).filter((words) => words !== "").join(", ");
  }
  return scalar(node);
}

function scalar(node: unknown): string {
  if (isMap(node)) return scalar(node.get("name", true));
  return typeof node === "object" && node !== null && "value" in node && typeof node.value === "string" ? node.value : "";
}
