/** The public record: what it says, that it cannot be changed unseen, and the month's report. */
import { and, asc, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { logChain, logRow, queueItem, report } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { linkOf } from "../../domain/moderation/chain";
import type { Reader } from "../../domain/permissions";
import { aComment } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, NOON, refusal } from "../testing/world";
import { verifyLog } from "./verify";

const WHY = { ground: "insult" as const, facts: "The first sentence names somebody's street." };
const PUBLIC = "public";

let moderator: Reader;
let administrator: Reader;
let slug: string;
let comments: string[];

beforeAll(async () => {
  [moderator, administrator] = await Promise.all([aMember({ role: "moderator" }), aMember({ role: "administrator" })]);
  const [authors, article] = [await Promise.all(["One.", "Two.", "Three."].map(() => aMember())), await anArticle()];
  ({ slug } = article);
  comments = [];
  for (const author of authors) comments.push((await aComment(author, article, 1, { body: "Somebody's words." })).id);
  const ask = asks(moderator).moderation;
  for (const id of comments) await ask.decideComments({ act: "remove", comments: [{ id }], reasons: WHY });
  const { batch } = await ask.decideComments({ act: "restore", comments: comments.map((id) => ({ id })) });
  await ask.undo({ batch });
  await ask.decideMember({ act: "silence", member: authors[0]?.id ?? "", until: later(3600), reasons: WHY });
});

const publicLog = async () => (await verifyLog(database(), 3))[0];
const rowsNow = () => database().select().from(logRow).where(eq(logRow.chain, PUBLIC)).orderBy(asc(logRow.order));

/** Does something to the log that nobody should, looks, and puts it back as it was. */
async function tampered(how: (rows: Awaited<ReturnType<typeof rowsNow>>) => Promise<void>) {
  const before = await rowsNow();
  await how(before);
  const found = await publicLog();
  await writeTogether((w) => [w.delete(logRow).where(eq(logRow.chain, PUBLIC)), ...before.map((row) => w.insert(logRow).values(row))]);
  expect((await publicLog())?.broken).toBe(null);
  return found?.broken;
}

describe("the log", () => {
  test("has every act, many at once and undone ones too, with roles and aliases and nobody's name or id", async () => {
    const { rows } = await asks(null).record.log({});
    expect(rows.slice(0, 10).map(({ act }) => act)).toEqual(["silence", "undo", "undo", "undo", "restore", "restore", "restore", "remove", "remove", "remove"]);
    expect(rows[9]).toMatchObject({ ground: "insult", reason: WHY.facts, automated: "no", role: "moderator", redacted: false, article: { slug } });
    expect(new Set(rows.map(({ alias }) => alias)).size).toBe(1);
    const said = JSON.stringify([rows, await asks(null).record.file({}), await asks(null).record.row({ order: 1 })]);
    for (const secret of [moderator.id, moderator.name, ...comments]) expect(said).not.toContain(secret);
  });

  test("is read page by page, and its file has all that its links are made of", async () => {
    const file = await asks(null).record.file({});
    const [first, second] = file.rows;
    if (!first || !second) throw new Error("too short");
    expect(linkOf(file.genesis, first)).toBe(first.link);
    expect(linkOf(first.link, second)).toBe(second.link);
    expect(file).toMatchObject({ chain: PUBLIC, length: file.rows.length, head: file.rows.at(-1)?.link, next: null });
    expect((await asks(null).record.file({ after: 2 })).rows[0]?.order).toBe(3);
    expect((await asks(null).record.log({ after: 3 })).rows.map(({ order }) => order)).toEqual([2, 1]);
    expect((await refusal(asks(null).record.row({ order: 99_999 }))).reason).toBe("noSuch.logRow");
  });

  test("as it is, is found whole", async () => {
    const rows = await rowsNow();
    expect(await publicLog()).toMatchObject({ chain: PUBLIC, broken: null, rows: rows.length, head: rows.at(-1)?.link });
  });

  test("names a row that was changed, also its words", async () => {
    const at = (order: number) => and(eq(logRow.chain, PUBLIC), eq(logRow.order, order));
    expect(await tampered(() => writeTogether((w) => [w.update(logRow).set({ act: "approve" }).where(at(2))]))).toEqual({ order: 2, why: "changed" });
    expect(await tampered(() => writeTogether((w) => [w.update(logRow).set({ reason: "Nothing." }).where(at(3))]))).toEqual({ order: 3, why: "changed" });
  });

  test("names a row that is missing, in the middle and at the end", async () => {
    const gone = (order: number) => writeTogether((w) => [w.delete(logRow).where(and(eq(logRow.chain, PUBLIC), eq(logRow.order, order)))]);
    expect(await tampered(() => gone(4))).toEqual({ order: 4, why: "missing" });
    expect(await tampered((rows) => gone(rows.length))).toMatchObject({ why: "cut" });
    expect(await tampered(() => writeTogether((w) => [w.delete(logRow).where(eq(logRow.chain, PUBLIC))]))).toEqual({ order: 1, why: "cut" });
  });

  test("names two rows that changed places", async () => {
    const swap = async (rows: Awaited<ReturnType<typeof rowsNow>>) => {
      const [, , third, fourth] = rows;
      if (!third || !fourth) throw new Error("too short");
      await writeTogether((w) => [...[third, fourth].map(({ order }) => w.delete(logRow).where(and(eq(logRow.chain, PUBLIC), eq(logRow.order, order)))), w.insert(logRow).values({ ...third, order: 4 }), w.insert(logRow).values({ ...fourth, order: 3 })]);
    };
    expect(await tampered(swap)).toEqual({ order: 3, why: "swapped" });
  });

  test("loses words by redaction alone, which is a row, and holds all the same", async () => {
    const ask = asks(administrator).record;
    expect((await refusal(asks(moderator).record.redact({ order: 1, why: "A street." }))).reason).toBe("noSuch.page");
    expect(await refusal(ask.redact({ order: 1, why: " " }))).toMatchObject({ reason: "field.empty", field: "why" });
    await ask.redact({ order: 1, why: "It named a street." });
    const { rows } = await asks(null).record.log({});
    expect(rows[0]).toMatchObject({ act: "redact", reason: "It named a street.", role: "administrator" });
    expect(rows.at(-1)).toMatchObject({ order: 1, reason: null, redacted: true });
    expect((await asks(null).record.row({ order: 1 })).others.map(({ act }) => act)).toContain("redact");
    expect((await publicLog())?.broken).toBe(null);
    expect((await publicLog())?.redactions).toBe(1);
    const [of] = await database().select({ facts: decision.facts }).from(decision).innerJoin(logRow, eq(logRow.decision, decision.id)).where(eq(logRow.order, 1));
    expect(of?.facts).toBe("");
    expect((await refusal(ask.redact({ order: 1, why: "Again." }))).reason).toBe("notAllowed.nothingToRedact");
  });

  test("whose end was forgotten is noticed", async () => {
    const [end] = await database().select().from(logChain).where(eq(logChain.chain, PUBLIC));
    if (!end) throw new Error("no chain");
    await writeTogether((w) => [w.update(logChain).set({ head: "0".repeat(64) }).where(eq(logChain.chain, PUBLIC))]);
    expect((await publicLog())?.broken).toEqual({ order: end.length, why: "changed" });
    await writeTogether((w) => [w.update(logChain).set({ head: end.head }).where(eq(logChain.chain, PUBLIC))]);
  });
});

describe("a month's report", () => {
  test("counts acts, grounds, automation, reports, appeals and how long all that waited", async () => {
    const [comment = ""] = comments;
    const [last] = await database().select({ id: decision.id, memberId: decision.memberId }).from(decision).where(and(eq(decision.commentId, comment), eq(decision.act, "remove"))).orderBy(desc(decision.id));
    if (!last?.memberId) throw new Error("no decision");
    const { id, memberId } = last;
    const [thread] = await database().select({ id: decision.threadId }).from(decision).where(eq(decision.id, id));
    const by = await aMember();
    await writeTogether((w) => [
      w.insert(queueItem).values({ id: aKey(), kind: "comment", memberId, ground: "insult", urgency: 1, openedAt: later(-90 * 60), closedAt: NOON, closedBy: id }),
      w.insert(queueItem).values({ id: aKey(), kind: "comment", memberId, ground: "insult", urgency: 1, openedAt: later(-150 * 60), closedAt: NOON, closedBy: id }),
      w.insert(report).values({ id: aKey(), commentId: comment, threadId: thread?.id ?? "", memberId: by.id, language: "en", ground: "law", note: "", commentVersion: 1, weight: 100, outcome: "upheld", decisionId: id, createdAt: NOON }),
    ]);
    const { report: month, previous, next } = await asks(null, { now: () => later(90) }).record.report({ month: "2026-05" });
    expect(month).toMatchObject({ month: "2026-05", decisions: 4, byAct: [["remove", 3], ["silence", 1]], byGround: [["insult", 4]], byAutomation: [["no", 4]], medianHours: 2, reports: { made: 1, upheld: 1, rejected: 0 }, appeals: { made: 0, upheld: 0, reversed: 0 }, reversalRate: null });
    expect([previous, next]).toEqual(["2026-04", null]);
    expect(await refusal(asks(null).record.report({ month: "2026-13" }))).toMatchObject({ field: "month" });
    expect((await asks(null).record.report({ month: "2026-04" })).report.decisions).toBe(0);
  });

  test("has its statements in the EU's words, with what came upon it first", async () => {
    const { csv } = await asks(administrator).record.statements({ month: "2026-05" });
    const lines = csv.trim().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(csv).toContain("SOURCE_ARTICLE_16");
    expect(csv).toContain("SOURCE_VOLUNTARY");
    expect(csv).toContain("3. Answer words, not people");
    expect(csv).toContain("DECISION_PROVISION_PARTIAL_SUSPENSION");
  });
});
