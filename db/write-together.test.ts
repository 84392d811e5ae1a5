import { eq, sql } from "drizzle-orm";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { announce, watchChanges } from "./changes";
import { database, opened } from "./client";
import { isOutage, Overtaken } from "./faults";
import { rateCount } from "./schema/members";
import { ANY_ARTICLE, writeTogether } from "./write-together";
import { must } from "./writes";

const AT = new Date("2026-05-08T12:00:00.000Z");
const row = (key: string) => ({ key, startedAt: AT, count: 1 });
const countOf = async (key: string): Promise<number[]> => (await database().select({ count: rateCount.count }).from(rateCount).where(eq(rateCount.key, key))).map(({ count }) => count);

test("a unit is written whole", async () => {
  await writeTogether((w) => [w.insert(rateCount).values(row("whole 1")), w.insert(rateCount).values(row("whole 2"))]);
  expect([await countOf("whole 1"), await countOf("whole 2")]).toEqual([[1], [1]]);
});

test("a unit whose last write fails leaves nothing", async () => {
  await expect(writeTogether((w) => [w.insert(rateCount).values(row("undone")), w.insert(rateCount).values(row("undone"))])).rejects.toThrow();
  expect(await countOf("undone")).toEqual([]);
});

test("a write that finds no row overtakes its unit, by name", async () => {
  const unit = writeTogether((w) => [w.insert(rateCount).values(row("overtaken")), must(w.update(rateCount).set({ count: 2 }).where(eq(rateCount.key, "nobody")), "somebody")]);
  await expect(unit).rejects.toEqual(new Overtaken("somebody"));
  expect(await countOf("overtaken")).toEqual([]);
});

const onOneArticle = (name: string) => [{ id: crypto.randomUUID(), kind: "comment.posted" as const, articleId: name, subjectId: "a comment", at: AT }];

test.each([
  ["no article, each commit for itself", () => []],
  ["one article, several to a commit", () => onOneArticle("a busy article")],
])("of 200 units at once each adds its one, and a failing one takes no neighbour along (%s)", async (name, events) => {
  await writeTogether((w) => [w.insert(rateCount).values({ ...row(name), count: 0 })]);
  const add = () => writeTogether((w) => [must(w.update(rateCount).set({ count: sql`${rateCount.count} + 1` }).where(eq(rateCount.key, name)), "sum")], events());
  const fail = () => writeTogether((w) => [w.update(rateCount).set({ count: 9_999 }).where(eq(rateCount.key, name)), must(w.update(rateCount).set({ count: 0 }).where(eq(rateCount.key, "nobody")), "nobody")], events());
  const ended = await Promise.allSettled(Array.from({ length: 220 }, (_, place) => (place % 50 === 10 || place < 16 ? fail() : add())));
  expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(20);
  expect(await countOf(name)).toEqual([200]);
});

test("whoever keeps pages hears of a change before the writer is told", async () => {
  const heard: (string | null)[] = [];
  await watchChanges((changes) => heard.push(...changes.map(({ articleId }) => articleId)));
  await writeTogether(() => [], [{ id: crypto.randomUUID(), kind: "article.published", articleId: "an article", subjectId: "an article", at: AT }]);
  expect(heard).toContain("an article");
  announce([]);
});

test("a unit may have any number of events, on one article or on many", async () => {
  const heard: (string | null)[] = [];
  await watchChanges((changes) => heard.push(...changes.map(({ articleId }) => articleId)));
  const events = (articleOf: (place: number) => string) =>
    Array.from({ length: 300 }, (_, place) => ({ id: crypto.randomUUID(), kind: "comment.posted" as const, articleId: articleOf(place), subjectId: "a comment", at: AT }));
  await writeTogether(() => [], events(() => "the one article"));
  expect(heard.filter((article) => article === "the one article").length).toBeLessThanOrEqual(2);
  expect(heard).toContain("the one article");
  await writeTogether(() => [], events(() => crypto.randomUUID()));
  expect(heard).toContain(null);
  heard.length = 0;
  await writeTogether(() => [], [{ id: crypto.randomUUID(), kind: "member.renamed", articleId: ANY_ARTICLE, subjectId: "a member", at: AT }]);
  await expect.poll(() => heard).toContain(null);
});

test("SQLite keeps acknowledged writes through a loss of power, and waits for another's lock without stopping the process", async () => {
  const handle = opened();
  if (handle.dialect !== "sqlite") return expect(handle.dialect).toBe("postgresql");
  expect([handle.driver.pragma("synchronous", { simple: true }), handle.driver.pragma("foreign_keys", { simple: true }), handle.driver.pragma("journal_mode", { simple: true })]).toEqual([2, 1, "wal"]);
  const other = new Sqlite(handle.driver.name);
  other.exec("begin immediate");
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 5);
  const written = writeTogether((w) => [w.insert(rateCount).values(row("patient"))]);
  await new Promise((done) => setTimeout(done, 200));
  other.exec("commit");
  await written;
  clearInterval(ticking);
  other.close();
  // Stopped, it would have ticked at the very end alone.
  expect(ticks).toBeGreaterThan(1);
  expect(await countOf("patient")).toEqual([1]);
});

test("a unit whose connection is cut is an outage, leaves nothing, and the next one is written", async () => {
  if (opened().dialect !== "postgresql") return expect(opened().dialect).toBe("sqlite");
  await writeTogether((w) => [w.insert(rateCount).values(row("cut"))]);
  const cut = () =>
    writeTogether((w) => [
      w.update(rateCount).set({ count: 2 }).where(eq(rateCount.key, "cut")),
      w.update(rateCount).set({ count: sql`case when pg_terminate_backend(pg_backend_pid()) then 3 else 4 end` }).where(eq(rateCount.key, "cut")),
      w.update(rateCount).set({ count: 5 }).where(eq(rateCount.key, "cut")),
    ]).then(() => null, isOutage);
  const together = () => writeTogether((w) => [w.update(rateCount).set({ count: sql`case when pg_terminate_backend(pg_backend_pid()) then 3 else 4 end` }).where(eq(rateCount.key, "cut"))], onOneArticle("a cut article")).then(() => null, isOutage);
  expect(await Promise.all([cut(), cut(), cut(), together(), together(), together()])).toEqual([true, true, true, true, true, true]);
  await writeTogether((w) => [must(w.update(rateCount).set({ count: sql`${rateCount.count} + 1` }).where(eq(rateCount.key, "cut")), "cut")]);
  expect(await countOf("cut")).toEqual([2]);
});
