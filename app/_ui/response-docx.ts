/** The response to comments as a Word document. */
import { wordDiff } from "../../domain/word-diff";
import type { ResponseComment, ResponseGroup, ResponseThread, ResponseView } from "../../domain/response";
import { markdownText } from "./markdown";
import { commentPath, revisionPath } from "./paths";
import type { Words } from "./words";

type Docx = typeof import("docx");
type Paragraph = InstanceType<Docx["Paragraph"]>;
type Child = InstanceType<Docx["TextRun"]> | InstanceType<Docx["ExternalHyperlink"]>;
type About = { docx: Docx; words: Words; origin: string; slug: string; language: string };

/** `view`: of the last page, for the end; `next`: where it goes on, when this is not the end. */
export async function responseDocx({ words, origin, view, groups, next }: { words: Words; origin: string; view: ResponseView; groups: readonly ResponseGroup[]; next: string | null }): Promise<Buffer> {
  // Half a megabyte, for few: read when first asked for.
  const docx = await import("docx");
  const { head, answers } = view;
  const about = { docx, words, origin, slug: head.slug, language: head.language };
  const sums = answers.map(({ answer, count }) => `${answer === null ? words.t("answers.unanswered") : words.t(`answers.kinds.${answer}`)}: ${count}`);
  const children = [
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [run(about, words.t("response.heading"))] }),
    paragraph(about, [run(about, head.title, { bold: true })]),
    paragraph(about, [run(about, [words.t("article.revision", { revision: head.revision }), ...sums].join(" · "))]),
    ...groups.flatMap((group) => ofGroup(about, group)),
    ...endOf(about, view, next),
  ];
  const document = new docx.Document({
    title: words.t("response.title", { title: head.title }),
    creator: "Paragora",
    styles: { default: { document: { run: { language: { value: head.language, eastAsia: "zh-CN" }, size: 22 }, paragraph: { spacing: { after: 120, line: 276 } } } } },
    sections: [{ children }],
  });
  return docx.Packer.toBuffer(document);
}

function ofGroup(about: About, { block, text, threads }: ResponseGroup): Paragraph[] {
  const { docx, words } = about;
  return [
    new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: [run(about, block === null ? words.t("article.whole") : `¶ ${block}`)] }),
    ...(text === null ? [] : [paragraph(about, [run(about, text)])]),
    ...threads.flatMap((thread) => ofThread(about, thread)),
  ];
}

function ofThread(about: About, { first, replies, quote, proposal, answer, answering, change }: ResponseThread): Paragraph[] {
  const { docx, words } = about;
  const kind = first.kind === null ? "" : ` · ${words.t(`kinds.${first.kind}.word`)}`;
  const more = replies > 0 ? ` · ${words.t("threads.replies", { count: replies })}` : "";
  const parts = [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_2, children: [run(about, `${nameOf(words, first)}, ${words.day(first.at)}${kind}`)] })];
  if (quote !== null) parts.push(paragraph(about, [run(about, `${words.t("thread.onTheWords")} `, { italics: true }), run(about, quote)]));
  parts.push(...said(about, first));
  if (proposal !== null) parts.push(paragraph(about, [run(about, `${words.t("proposal.title")} `, { italics: true }), ...diffOf(about, proposal.before, proposal.after)]));
  parts.push(paragraph(about, [link(about, words.t("response.inPlace"), commentPath(first.id)), run(about, more)]));
  if (change !== null) parts.push(paragraph(about, [run(about, `${words.t(change.after === null ? "response.gone" : "response.changed", { revision: change.revision })} `, { italics: true }), ...diffOf(about, change.before, change.after ?? "")]));
  parts.push(paragraph(about, answer === null ? [run(about, words.t("answers.none"), { bold: true })] : answered(about, answer)));
  if (answering !== null) parts.push(paragraph(about, [run(about, `${nameOf(words, answering)}:`, { bold: true })]), ...said(about, answering));
  return parts;
}

function answered(about: About, { kind, text, change }: NonNullable<ResponseThread["answer"]>): Child[] {
  const { words, slug } = about;
  const where = change === null ? [] : [run(about, " "), link(about, words.t("answers.change", { revision: change.revision, number: change.block }), `${revisionPath(encodeURIComponent(slug), change.revision)}#b-${change.block}`)];
  return [run(about, words.t(`answers.kinds.${kind}`), { bold: true }), ...where, ...(text === null ? [] : [run(about, ` — ${text}`)])];
}

function endOf(about: About, { contributors, others }: ResponseView, next: string | null): Paragraph[] {
  const { docx, words } = about;
  if (next !== null) return [paragraph(about, [run(about, `${words.t("response.goesOn")} ${next}`)])];
  return [
    new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: [run(about, words.t("response.contributors"))] }),
    paragraph(about, [run(about, `${contributors.join(", ")} ${words.t(contributors.length === 0 ? "response.onlyOthers" : "response.others", { count: others })}`.trim())]),
  ];
}

/** A comment's words, set in; one paragraph for each of its own. */
function said(about: About, { body }: ResponseComment): Paragraph[] {
  return body
    .split(/\n\s*\n/)
    .map((piece) => markdownText(piece))
    .filter((piece) => piece !== "")
    .map((piece) => new about.docx.Paragraph({ indent: { left: 400 }, children: [run(about, piece)] }));
}

function nameOf(words: Words, { name }: ResponseComment): string {
  return name ?? words.t("response.aReader");
}

function paragraph({ docx }: About, children: Child[]): Paragraph {
  return new docx.Paragraph({ children });
}

type Look = { bold?: boolean; italics?: boolean; strike?: boolean; underline?: object };

function run({ docx }: About, text: string, look: Look = {}): Child {
  return new docx.TextRun({ text, ...look });
}

function link({ docx, words, origin }: About, text: string, path: string): Child {
  return new docx.ExternalHyperlink({ link: origin + words.to(path), children: [new docx.TextRun({ text, style: "Hyperlink" })] });
}

/** Struck out what is gone, underlined what came. */
function diffOf(about: About, before: string, after: string): Child[] {
  return wordDiff(before, after, about.language).map(({ kind, text }) => run(about, text, { strike: kind === "gone" || undefined, underline: kind === "come" ? {} : undefined }));
}
