/**
 * What a round of `soak --publishing` does to the database, each in a process of its own, for a process speaks to one database and one
 * of them is killed. Usage: run.mjs soak/publishing-work fill BLOCKS THREADS | prepare | publish MINUTES-LATER | look. The last line is the answer, as JSON.
 */
import { count, eq, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { closeDatabase, database } from "../../db/client";
import { migrate } from "../../db/migrate";
import { article, block, revision } from "../../db/schema/articles";
import { anchor, comment, discussion, heat, participant, placement, thread } from "../../db/schema/discussions";
import { carryOver, draftBlock, revisionDraft } from "../../db/schema/editing";
import { event } from "../../db/schema/events";
import { writeTogether } from "../../db/write-together";
import { importArticle } from "../../domain/importing/article";
import { createArticle } from "../../server/articles/mutations";
import { chunked } from "../../server/articles/revision-writes";
import { createMember } from "../../server/members/new-member";
import { beginRevision } from "../../server/revising/begin";
import { beginPublishing, beginReview } from "../../server/revising/jobs";
import { replaceText } from "../../server/revising/replace";
import { buildWorker } from "../worker";

const SLUG = "soaked";
/** Of what was killed: it counts as cut off after a minute of silence, which nobody waits for here. */
const MINUTE_MS = 60_000;

const [, , act = "", ...given] = process.argv;
const context = { db: database(), now: () => new Date(Date.now() + (act === "publish" ? Number(given[0] ?? 0) : 0) * MINUTE_MS), reader: null, sessionId: null, network: "soak", device: "soak", cookies: [] };

/** `edition`: every ninth paragraph is worded by it, and a stretch moves along, so that each revision has something to carry. */
function textOf(blocks: number, edition: number) {
  const paragraphs = Array.from({ length: blocks }, (_, place) => {
    const own = `Paragraph ${place} speaks of harbour ${(place * 7919) % 10_007} and of the ${(place * 104_729) % 99_991} lights that are lit there every night`;
    return place % 9 === 0 ? `${own}, as it was in the year ${1_800 + edition}.` : `${own}.`;
  });
  const moved = paragraphs.splice((edition * 97) % (blocks - 20), 10);
  const text = importArticle(Buffer.from(`# Soaked\n\n${[...moved, ...paragraphs].join("\n\n")}\n`), "markdown");
  if ("refused" in text) throw new Error(text.refused);
  return text;
}

async function fill(blocks: number, threads: number): Promise<void> {
  await buildWorker();
  await migrate();
  const { revisionId, discussionId } = await createArticle(context, textOf(blocks, 0), { slug: SLUG });
  const ids = await database().select({ number: block.number, id: block.blockId }).from(block).where(eq(block.revisionId, revisionId)).orderBy(block.number);
  const member = await createMember(context, { name: "soaker", email: null, password: null, role: "member" });
  const [speaker, at] = [randomId(), new Date()];
  const all = Array.from({ length: threads }, (_, place) => ({ threadId: newId(), number: (place % ids.length) + 1, ordinal: Math.floor(place / ids.length) + 1 }));
  await writeTogether((w) => [w.insert(participant).values({ id: speaker, memberId: member.id, discussionId, createdAt: at }), w.update(discussion).set({ comments: threads, participants: 1, lastCommentAt: at }).where(eq(discussion.id, discussionId))]);
  for (const some of chunked(all)) {
    await writeTogether((w) => [
      w.insert(thread).values(some.map(({ threadId }) => ({ id: threadId, discussionId, total: 1, comments: 1, lastCommentAt: at, createdAt: at }))),
      w.insert(anchor).values(some.map(({ threadId, number }) => ({ threadId, revisionId, blockId: ids[number - 1]?.id ?? "" }))),
      w.insert(placement).values(some.map(({ threadId, number, ordinal }) => ({ threadId, revisionId, discussionId, blockNumber: number, ordinal, place: "same" as const, text: "exact" as const, cause: "posted" }))),
      w.insert(comment).values(some.map(({ threadId }) => ({ id: newId(), threadId, discussionId, participantId: speaker, depth: 0, sequence: 1, ordinal: 1, kind: null, body: "Soaked.", createdAt: at }))),
    ]);
  }
}

/** A reviewed draft of the next revision. */
async function prepare(): Promise<void> {
  const [found] = await database().select({ newest: article.newest, blocks: count(block.number) }).from(article).innerJoin(revision, eq(revision.articleId, article.id)).innerJoin(block, eq(block.revisionId, revision.id)).where(sql`${article.slug} = ${SLUG} and ${revision.number} = ${article.newest}`).groupBy(article.newest);
  const { version } = await beginRevision(context, { slug: SLUG });
  const done = await replaceText(context, { slug: SLUG, version }, textOf(found?.blocks ?? 0, found?.newest ?? 0));
  if ("refused" in done) throw new Error(done.refused);
  const refusal = await (await beginReview(context, { slug: SLUG, version: done.version }))?.ended;
  if (refusal) throw new Error(JSON.stringify(refusal));
}

/** Says when it begins, and how long it took: by that the kill is aimed. */
async function publish(): Promise<void> {
  const [draft] = await database().select({ version: revisionDraft.version }).from(revisionDraft).where(eq(revisionDraft.retired, ""));
  process.stdout.write("publishing\n");
  const began = performance.now();
  const refusal = await (await beginPublishing(context, { slug: SLUG, version: draft?.version ?? 0, why: "Soaked.", agreed: true }))?.ended;
  process.stdout.write(`${JSON.stringify({ refusal, ms: Math.round(performance.now() - began) })}\n`);
}

/** What readers would see, and what the draft still has: counts alone. */
async function look(): Promise<void> {
  const db = database();
  const [newest] = await db.select({ id: revision.id, number: article.newest }).from(article).innerJoin(revision, sql`${revision.articleId} = ${article.id} and ${revision.number} = ${article.newest}`);
  const id = newest?.id ?? "";
  const counted = async (rows: Promise<{ count: number }[]>): Promise<number> => (await rows)[0]?.count ?? 0;
  const [heats] = await db.select({ threads: sql<number>`coalesce(sum(${heat.threads}), 0)`.mapWith(Number) }).from(heat).where(eq(heat.revisionId, id));
  // What was published waits to be cleared, and nobody is shown it.
  const isSeen = eq(revisionDraft.retired, "");
  const seen = {
    newest: newest?.number ?? 0,
    blocks: await counted(db.select({ count: count() }).from(block).where(eq(block.revisionId, id))),
    placements: await counted(db.select({ count: count() }).from(placement).where(eq(placement.revisionId, id))),
    heats: heats?.threads ?? 0,
    revised: await counted(db.select({ count: count() }).from(event).where(eq(event.kind, "article.revised"))),
    drafts: await counted(db.select({ count: count() }).from(revisionDraft).where(isSeen)),
    draftBlocks: await counted(db.select({ count: count() }).from(draftBlock).innerJoin(revisionDraft, sql`${draftBlock.draftId} = coalesce(${revisionDraft.textIn}, ${revisionDraft.id})`).where(isSeen)),
    carried: await counted(db.select({ count: count() }).from(carryOver).innerJoin(revisionDraft, eq(revisionDraft.id, carryOver.draftId)).where(isSeen)),
  };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}

if (act === "fill") await fill(Number(given[0]), Number(given[1]));
else if (act === "prepare") await prepare();
else if (act === "publish") await publish();
else await look();
await closeDatabase();
