/** The sample article and its discussion, written through the same procedures as everything else. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { database } from "../db/client";
import { importArticle } from "../domain/importing/article";
import { codePoints } from "../domain/blocks";
import { commentKinds } from "../domain/thread";
import { createArticle } from "../server/articles/mutations";
import { hasArticles } from "../server/articles/queries";
import { readerNamed } from "../server/members/queries";
import { createMember } from "../server/members/new-member";
import { callerOf } from "../server/router";

const MINUTE_MS = 60_000;
/** Members of the sample joined long before, so that nobody of them counts as new. */
const JOINED_BEFORE_MS = 30 * 24 * 60 * MINUTE_MS;

type Reply = { by: string; kind: (typeof commentKinds)[number] | null; minutes: number; body: string; replies?: Reply[] };
const reply: z.ZodType<Reply> = z.lazy(() =>
  z.object({ by: z.string(), kind: z.enum(commentKinds).nullable(), minutes: z.number(), body: z.string(), replies: z.array(reply).optional() }),
);
const sample = z.object({
  members: z.array(z.object({ name: z.string(), role: z.enum(["member", "editor"]).default("member") })),
  threads: z.array(z.intersection(z.object({ on: z.object({ block: z.number(), quote: z.string().optional() }).nullable() }), reply)),
});

/** Loads the sample into a database without articles; true when it did. */
export async function sampleWhenEmpty(now: Date): Promise<boolean> {
  const db = database();
  if (await hasArticles(db)) return false;
  const folder = path.resolve("db", "sample");
  const text = importArticle(readFileSync(path.join(folder, "article.md")), "markdown");
  if ("refused" in text) throw new Error(`the sample article is refused: ${text.refused}`);
  const { members, threads } = sample.parse(JSON.parse(readFileSync(path.join(folder, "discussion.json"), "utf8")));
  const lastMinute = Math.max(...threads.flatMap(minutesOf));
  const published = now.getTime() - (lastMinute + 1) * MINUTE_MS;
  const at = (minutes: number) => () => new Date(published + minutes * MINUTE_MS);

  for (const { name, role } of members) {
    await createMember({ db, now: () => new Date(published - JOINED_BEFORE_MS) }, { name, email: null, password: null, role });
  }
  const { discussionId } = await createArticle({ db, now: at(0) }, text, { slug: null });

  const made = new Map<Reply, string>();
  for (const { comment, answers, on } of inOrderOfTime(threads)) {
    const reader = await readerNamed(db, comment.by);
    const context = { db, reader, sessionId: null, network: "", device: "", now: at(comment.minutes), cookies: [] };
    const { by, kind, body, minutes } = comment;
    const words = on?.quote ? spanOf(text.blocks[on.block - 1]?.text ?? "", on.quote) : null;
    const place = { block: on?.block ?? null, words, parent: answers ? (made.get(answers) ?? null) : null };
    const { id } = await callerOf(context).comments.post({ discussion: discussionId, revision: 1, ...place, kind, body, key: `sample-${by}-${minutes}` });
    made.set(comment, id);
  }
  return true;
}

type Placed = { comment: Reply; answers: Reply | null; on: { block: number; quote?: string } | null };

/** All comments as they were written one after the other: the rules about time hold for the sample too. */
function inOrderOfTime(threads: z.output<typeof sample>["threads"]): Placed[] {
  const withReplies = (comment: Reply, answers: Reply | null, on: Placed["on"]): Placed[] => [
    { comment, answers, on },
    ...(comment.replies ?? []).flatMap((answer) => withReplies(answer, comment, null)),
  ];
  return threads.flatMap((thread) => withReplies(thread, null, thread.on)).sort((one, other) => one.comment.minutes - other.comment.minutes);
}

function minutesOf({ minutes, replies = [] }: Reply): number[] {
  return [minutes, ...replies.flatMap(minutesOf)];
}

function spanOf(text: string, quote: string): { start: number; end: number } {
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`the sample quotes words that are not there: ${quote}`);
  const start = codePoints(text.slice(0, at));
  return { start, end: start + codePoints(quote) };
}
