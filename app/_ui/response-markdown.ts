/** The response to comments as Markdown. What people wrote is quoted as they wrote it; everything else is escaped. */
import { wordDiff } from "../../domain/word-diff";
import type { ResponseComment, ResponseGroup, ResponseThread, ResponseView } from "../../domain/response";
import { commentPath, revisionPath } from "./paths";
import type { Words } from "./words";

type About = { words: Words; origin: string; slug: string; language: string };

/** The beginning of the document: title and sums. */
export function markdownHead(words: Words, { head, answers }: ResponseView): string {
  const sums = answers.map(({ answer, count }) => `${answer === null ? words.t("answers.unanswered") : words.t(`answers.kinds.${answer}`)}: ${count}`);
  return `# ${words.t("response.heading")}\n\n**${plain(head.title)}**\n\n${[words.t("article.revision", { revision: head.revision }), ...sums].join(" · ")}\n`;
}

export function markdownGroup(about: About, { block, text, threads }: ResponseGroup): string {
  const title = block === null ? about.words.t("article.whole") : `¶ ${block}`;
  return [`\n## ${title}\n`, ...(text === null ? [] : [`\n${plain(text)}\n`]), ...threads.map((thread) => markdownThread(about, thread))].join("");
}

function markdownThread(about: About, { first, replies, quote, proposal, answer, answering, change }: ResponseThread): string {
  const { words, language } = about;
  const parts = [`### ${nameOf(words, first)}, ${words.day(first.at)}${first.kind === null ? "" : ` · ${words.t(`kinds.${first.kind}.word`)}`}`];
  if (quote !== null) parts.push(`*${words.t("thread.onTheWords")}* “${plain(quote)}”`);
  parts.push(quoted(first.body));
  if (proposal !== null) parts.push(`*${words.t("proposal.title")}* ${diffOf(proposal.before, proposal.after, language)}`);
  parts.push(`<${about.origin}${words.to(commentPath(first.id))}>${replies > 0 ? ` · ${words.t("threads.replies", { count: replies })}` : ""}`);
  if (change !== null) parts.push(`*${words.t(change.after === null ? "response.gone" : "response.changed", { revision: change.revision })}* ${diffOf(change.before, change.after ?? "", language)}`);
  parts.push(answer === null ? `**${words.t("answers.none")}**` : `**${words.t(`answers.kinds.${answer.kind}`)}**${placeOf(about, answer.change)}${answer.text === null ? "" : ` — ${plain(answer.text)}`}`);
  if (answering !== null) parts.push(quoted(`${nameOf(words, answering)}: ${answering.body}`));
  return `\n${parts.join("\n\n")}\n`;
}

/** At the end of it: who took part. `next`: where it goes on, when this is not the end. */
export function markdownEnd(words: Words, { contributors, others }: ResponseView, next: string | null): string {
  if (next !== null) return `\n---\n\n${words.t("response.goesOn")} <${next}>\n`;
  const named = contributors.map((name) => plain(name)).join(", ");
  return `\n## ${words.t("response.contributors")}\n\n${named} ${words.t(contributors.length === 0 ? "response.onlyOthers" : "response.others", { count: others })}\n`;
}

function placeOf({ words, origin, slug }: About, change: { revision: number; block: number } | null): string {
  if (change === null) return "";
  return ` [${words.t("answers.change", { revision: change.revision, number: change.block })}](${origin}${words.to(revisionPath(encodeURIComponent(slug), change.revision))}#b-${change.block})`;
}

function nameOf(words: Words, { name }: ResponseComment): string {
  return name === null ? words.t("response.aReader") : plain(name);
}

/** ~~What is gone~~ and **what came in its place**. */
function diffOf(before: string, after: string, language: string): string {
  return wordDiff(before, after, language)
    .map(({ kind, text }) => {
      const [, lead = "", words = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(plain(text)) ?? [];
      const sign = kind === "gone" ? "~~" : kind === "come" ? "**" : "";
      return words === "" ? lead + trail : lead + sign + words + sign + trail;
    })
    .join("");
}

function quoted(body: string): string {
  return body.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");
}

/** Signs that Markdown would take for its own; one line. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_{}[\]<>#~|]/g, "\\$&");
}
