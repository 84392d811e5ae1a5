/**
 * Fills a fresh database with the common work, in a process of its own: a process speaks to one database. Usage:
 * run.mjs bench/fill WORK OUT: the folder of the load generator's `cN.json`, and the file to write the `Filled` into.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { closeDatabase, database } from "../../db/client";
import { migrate } from "../../db/migrate";
import { block } from "../../db/schema/articles";
import { anchor, comment, discussion, heat, participant, placement, thread } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import { importArticle } from "../../domain/importing/article";
import { createArticle } from "../../server/articles/mutations";
import { createMember } from "../../server/members/new-member";
import { openSession, sessionCookie } from "../../server/session";
import { chunksOf } from "./chunks";
import type { Filled } from "./place";
import { type Made, rowsOf, work } from "./work";

const [, , from = "", out = ""] = process.argv;
const PARAGRAPHS = 30;
const WRITERS = 200;
/** One for each of the load generator's connections. */
const SIGNED_IN = 16;
const LONG_BEFORE = new Date("2025-01-01T00:00:00.000Z");

const context = { db: database(), now: () => LONG_BEFORE };

async function articleNamed(slug: string) {
  const sentence = "The office publishes what it was told, by whom, and what it did about it.";
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, place) => `Paragraph ${place + 1}. ${Array.from({ length: 4 }, () => sentence).join(" ")}`);
  const text = importArticle(Buffer.from(`# ${slug.replaceAll("-", " ")}\n\n${paragraphs.join("\n\n")}\n`), "markdown");
  if ("refused" in text) throw new Error(`the article is refused: ${text.refused}`);
  return createArticle(context, text, { slug });
}

async function discussed(slug: string, comments: readonly Made[], members: ReadonlyMap<string, string>): Promise<Filled["articles"][number]> {
  const { id, discussionId, revisionId } = await articleNamed(slug);
  const blocks = await database().select({ number: block.number, id: block.blockId }).from(block).where(eq(block.revisionId, revisionId));
  const speakers = [...new Set(comments.map(({ author }) => author))].map((author) => ({ author, id: randomId(), memberId: members.get(author) ?? "" }));
  const rows = rowsOf(comments, { discussionId, revisionId, blockIds: new Map(blocks.map((one) => [one.number, one.id])) }, new Map(speakers.map((one) => [one.author, one.id])));
  await writeTogether((w) => [
    ...chunksOf(speakers).map((chunk) => w.insert(participant).values(chunk.map((one) => ({ id: one.id, memberId: one.memberId, discussionId, createdAt: LONG_BEFORE })))),
    ...chunksOf(rows.threads).map((chunk) => w.insert(thread).values(chunk)),
    ...chunksOf(rows.anchors).map((chunk) => w.insert(anchor).values(chunk)),
    ...chunksOf(rows.placements).map((chunk) => w.insert(placement).values(chunk)),
    ...chunksOf(rows.heats).map((chunk) => w.insert(heat).values(chunk)),
    w.update(discussion).set({ comments: comments.length, participants: speakers.length, lastCommentAt: rows.comments.at(-1)?.createdAt }).where(eq(discussion.id, discussionId)),
  ]);
  // With the events that posting leaves.
  for (const chunk of chunksOf(rows.comments)) {
    const events = chunk.map((one) => ({ id: newId(), kind: "comment.posted" as const, articleId: id, discussionId, subjectId: one.id, actorId: null, at: one.createdAt }));
    await writeTogether((w) => [w.insert(comment).values(chunk)], events);
  }
  return { slug, discussion: discussionId };
}

await migrate();
const names = Array.from({ length: WRITERS }, (_, place) => `user${place + 1}`);
const made = await Promise.all(names.map((name) => createMember(context, { name, email: null, password: null, role: "member" })));
const members = new Map(made.map(({ name, id }) => [name, id]));
const articles: Filled["articles"] = [];
for (const slug of ["empty", "empty-too"]) articles.push(await discussed(slug, [], members));
for (const count of [100, 1_000, 10_000]) articles.push(await discussed(`with-${count}`, work.parse(JSON.parse(readFileSync(path.join(from, `c${count}.json`), "utf8"))), members));
const sessions = await Promise.all(made.slice(0, SIGNED_IN).map(({ id }) => openSession({ id, sessionVersion: 1 }, "bench", new Date())));
const filled: Filled = { articles, sessions: sessions.map((session) => `${sessionCookie().name}=${session}`) };
writeFileSync(out, JSON.stringify(filled));
await closeDatabase();
