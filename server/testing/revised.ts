/** What tests of revisions arrange: comments on passages, and the next revision of an article with other words. */
import { importArticle } from "../../domain/importing/article";
import type { Reader } from "../../domain/permissions";
import { buildWorker } from "../../scripts/worker";
import { beginPublishing, beginReview } from "../revising/jobs";
import { replaceText } from "../revising/replace";
import { aKey, asks, contextOf } from "./world";

type Article = { slug: string; discussionId: string };

/** A comment on a block of the newest revision, or on some words of it. */
export async function aComment(writer: Reader, { slug, discussionId }: Article, block: number | null, { words = "", body = `On ${words || block}.` }: { words?: string; body?: string } = {}): Promise<{ id: string; thread: string }> {
  const view = await asks(null).articles.view({ slug });
  const start = view.blocks.find(({ number }) => number === block)?.text.indexOf(words) ?? 0;
  const span: { start: number; end: number } | null = words ? { start, end: start + words.length } : null;
  const { id } = await asks(writer).comments.post({ discussion: discussionId, revision: view.head.revision, block, words: span, body, key: aKey() });
  return { id, thread: (await asks(null).comments.where({ comment: id })).thread };
}

/** Publishes these paragraphs as the next revision; what is doubtful is accepted as it is computed. Its number. */
export async function aRevision(editor: Reader, { slug }: Article, ...paragraphs: string[]): Promise<number> {
  const [ask, context] = [asks(editor).revising, { ...contextOf(editor), reader: editor }];
  await (worker ??= buildWorker());
  await ask.begin({ slug });
  const text = importArticle(Buffer.from(`# The same\n\n${paragraphs.join("\n\n")}`), "markdown");
  if ("refused" in text) throw new Error(text.refused);
  const done = await replaceText(context, { slug, version: (await ask.review({ slug })).version }, text);
  if ("refused" in done) throw new Error(done.refused);
  return publishedDraft(editor, { slug, version: done.version });
}

/** Reviews and publishes a draft of a published article; what is doubtful is accepted as it is computed. Its number. */
export async function publishedDraft(editor: Reader, draft: { slug: string; version: number }): Promise<number> {
  const [ask, context] = [asks(editor).revising, { ...contextOf(editor), reader: editor }];
  await (worker ??= buildWorker());
  await ended(beginReview(context, draft));
  const { cases, number } = await ask.review({ slug: draft.slug, group: "needs-you" });
  if (cases.length > 0) await ask.decide({ ...draft, which: { threads: cases.map(({ thread }) => thread) }, decision: { kind: "accepted" } });
  await ended(beginPublishing(context, { ...draft, why: "It was time.", agreed: true }));
  return number;
}

/** Made once for each file of tests. */
let worker: Promise<void> | null = null;

async function ended(begun: ReturnType<typeof beginReview>): Promise<void> {
  const refusal = await (await begun)?.ended;
  if (refusal) throw new Error(JSON.stringify(refusal));
}
