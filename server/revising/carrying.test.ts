import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { article } from "../../db/schema/articles";
import { carrying, carryOver, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import type { Block } from "../../domain/blocks";
import type { Reader } from "../../domain/permissions";
import { buildWorker } from "../../scripts/worker";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks, contextOf, later, paragraph, refusal } from "../testing/world";
import { beginRevision } from "./begin";
import { claimCarrying, sayHowFar } from "./carrying";
import { foresee } from "./foresee";
import { carryInWorker } from "./in-worker";
import { stopCarrying } from "./jobs";
import { replaceText } from "./replace";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const REWRITTEN = "Operators of large platforms must publish which orders of courts they received and what became of each.";

let [editor, other, writer]: Reader[] = [];
beforeAll(async () => {
  await buildWorker();
  settings().rates.commentEvery = 0;
  [editor, other, writer] = [await aMember({ role: "editor" }), await aMember({ role: "editor" }), await aMember()];
});

const by = (who: Reader | undefined) => asks(who ?? null).revising;
type Draft = { slug: string; version: number };

async function aDraft(blocks: Block[], { on = [] as number[], old = [A, B] } = {}): Promise<Draft & { discussionId: string }> {
  const { slug, discussionId } = await anArticle({ blocks: old.map(paragraph) });
  for (const block of on) await said(discussionId, block);
  const { version } = await by(editor).begin({ slug });
  const done = await replaceText(contextOf(editor ?? null), { slug, version }, { blocks });
  if ("refused" in done) throw new Error(done.refused);
  return { slug, version: done.version, discussionId };
}

async function said(discussion: string, block: number): Promise<void> {
  await asks(writer ?? null).comments.post({ discussion, revision: 1, block, words: null, body: `On ${block}.`, key: aKey() });
}

/** What it came to: the refusal's name, or null. */
async function ended({ slug }: Draft): Promise<unknown> {
  await expect.poll(async () => (await by(editor).carrying({ slug })).carrying?.isRunning ?? false, { timeout: 30_000, interval: 10 }).toBe(false);
  return (await by(editor).carrying({ slug })).carrying?.refusal?.refused ?? null;
}

async function reviewed({ slug, version }: Draft): Promise<unknown> {
  await by(editor).makeReview({ slug, version });
  return ended({ slug, version });
}

const cases = async ({ slug }: Draft) => (await by(editor).review({ slug, group: "needs-you" })).cases;

test("a text that says just what is published, or nothing, is refused by name and stays a draft", async () => {
  const same = await aDraft([A, B].map(paragraph));
  expect(await reviewed(same)).toBe("identical");
  expect((await refusal(by(editor).publish(same))).reason).toBe("notAllowed.reviewFirst");
  const empty = await aDraft([paragraph(A)]);
  const [block] = (await asks(editor ?? null).editing.draft({ slug: empty.slug })).blocks;
  const { version } = await asks(editor ?? null).editing.drop({ slug: empty.slug, version: empty.version, block: block?.id ?? "", dropped: true });
  expect(await reviewed({ slug: empty.slug, version })).toBe("no-text");
});

test("of a text of which almost nothing stood there before it must be said that it is the same article", async () => {
  const draft = await aDraft([paragraph("Birds fly south when the winters are long.")], { on: [1] });
  expect(await reviewed(draft)).toBeNull();
  expect((await by(editor).review({ slug: draft.slug })).isAnother).toBe(true);
  expect((await refusal(by(editor).publish(draft))).reason).toBe("notAllowed.anotherArticle");
  await by(editor).publish({ ...draft, agreed: true });
  expect(await ended(draft)).toBeNull();
  expect((await asks(null).articles.view({ slug: draft.slug })).head.newestRevision).toBe(2);
});

test("a decision that another made meanwhile is not overwritten, and each editor takes back their own", async () => {
  const draft = await aDraft([A, REWRITTEN].map(paragraph), { on: [2, 2, 2] });
  await reviewed(draft);
  const [first, second] = await cases(draft);
  expect(first).toMatchObject({ alike: 3, decidedIn: null });
  const threads = [first?.thread ?? ""];
  const { decision } = await by(editor).decide({ ...draft, which: { threads }, decision: { kind: "accepted" } });
  expect((await refusal(by(other).decide({ ...draft, which: { threads }, decision: { kind: "detached" } }))).reason).toBe("conflict.changed");
  expect((await refusal(by(other).undo(draft))).reason).toBe("notAllowed.nothingToUndo");
  expect(await by(other).decide({ ...draft, which: { threads, seen: decision }, decision: { kind: "detached" } })).toMatchObject({ counts: { "needs-you": 2, removed: 1 } });
  expect(await by(other).undo(draft)).toMatchObject({ thread: first?.thread, group: "needs-you", counts: { "needs-you": 3, removed: 0 } });
  expect(await by(editor).decide({ ...draft, which: { alike: second?.thread ?? "" }, decision: { kind: "accepted" } })).toMatchObject({ threads: 3, counts: { "needs-you": 0, changed: 3 } });
  expect(await by(editor).undo(draft)).toMatchObject({ counts: { "needs-you": 3 } });
  expect((await refusal(by(editor).decide({ ...draft, which: { threads: ["none"] }, decision: { kind: "detached" } }))).reason).toBe("noSuch.thread");
});

test("a thread that is begun after the review and needs somebody stops the publishing, and waits in the review", async () => {
  const draft = await aDraft([A, REWRITTEN].map(paragraph));
  expect(await reviewed(draft)).toBeNull();
  await said(draft.discussionId, 2);
  await by(editor).publish(draft);
  expect(await ended(draft)).toBe("undecided");
  const [late] = await cases(draft);
  await by(editor).decide({ ...draft, which: { threads: [late?.thread ?? ""] }, decision: { kind: "accepted" } });
  await by(editor).publish(draft);
  expect(await ended(draft)).toBeNull();
  expect((await asks(null).articles.view({ slug: draft.slug })).head.newestRevision).toBe(2);
});

test("passages are found by their words in any case, or by their number, a page at a time", async () => {
  const draft = await aDraft([A, REWRITTEN, "100 % of it_all.", ...Array.from({ length: 50 }, (_, place) => `Further words ${place}.`)].map(paragraph), { on: [2] });
  await reviewed(draft);
  const [one] = await cases(draft);
  const found = async (query: string, page = 1) => by(editor).passages({ slug: draft.slug, thread: one?.thread ?? "", query, page });
  expect((await found("COURTS they")).passages).toEqual([{ number: 2, text: REWRITTEN }]);
  expect((await found("53")).passages.map(({ number }) => number)).toEqual([53]);
  expect([(await found("0 %")).found, (await found("t_a")).found, (await found("\\")).found]).toEqual([1, 1, 0]);
  expect(await found("", 2)).toMatchObject({ found: 53, page: 2, pages: 2, old: { number: 2, text: B } });
});

test("work that is cut off says so and can be begun again; what another took the place of writes no more", async () => {
  const draft = await aDraft([A, REWRITTEN].map(paragraph), { on: [2] });
  await by(editor).makeReview(draft);
  await stopCarrying();
  expect(["cut-off", null]).toContain(await ended(draft));
  expect(await reviewed(draft)).toBeNull();
});

test("a thread that takes too long or too much, and a text beyond the limits, are told by name", async () => {
  const texts = Array.from({ length: 3_000 }, (_, place) => `Words ${place} and ${(place * 7919) % 1009} others ${(place * 104729) % 4001} of this.`);
  const given = { newest: texts, draft: texts.map((text) => `${text} More.`), earlier: {}, newestId: "one", threads: [] };
  expect(await carryInWorker(given, undefined, { ms: 1, megabytes: 512 })).toEqual({ refused: "too-long", seconds: 0.001 });
  expect(await carryInWorker(given, undefined, { ms: 60_000, megabytes: 8 })).toEqual({ refused: "too-much", megabytes: 8 });
  expect(await carryInWorker({ ...given, draft: Array.from({ length: 20_001 }, () => "x") })).toEqual({ refused: "too-many-blocks", limit: 20_000 });
  expect(await carryInWorker({ ...given, draft: ["x".repeat(10_000_001)] })).toEqual({ refused: "too-many-characters", limit: 10_000_000 });
});

test("what a text would do is foreseen without writing anything, as the review then says it", async () => {
  const draft = await aDraft([A, REWRITTEN].map(paragraph), { on: [1, 2, 2] });
  const before = await database().select().from(carryOver);
  const foreseen = await foresee(contextOf(null), draft.slug, [A, REWRITTEN].map(paragraph));
  if ("refused" in foreseen) throw new Error(foreseen.refused);
  expect(foreseen).toMatchObject({ revision: 2, threads: 3, isAnother: false, doubtful: [{ said: "On 2.", old: { number: 2, text: B }, now: { number: 2, text: REWRITTEN } }, { said: "On 2." }] });
  expect(await database().select().from(carryOver)).toEqual(before);
  await reviewed(draft);
  expect((await by(editor).review({ slug: draft.slug })).counts).toEqual(foreseen.counts);
});

test("while one runs no other publishes; after a minute's silence it counts as cut off", async () => {
  const draft = await aDraft([A, REWRITTEN].map(paragraph));
  await reviewed(draft);
  const [own] = await database().select({ id: revisionDraft.id }).from(revisionDraft).innerJoin(article, eq(article.id, revisionDraft.articleId)).where(eq(article.slug, draft.slug));
  const now = later(0);
  const claim = { draftId: own?.id ?? "", version: draft.version, by: null };
  const id = await claimCarrying({ ...claim, act: "publish", now });
  await sayHowFar(id, { phase: "publishing", done: 1, total: 2 }, now);
  expect((await refusal(claimCarrying({ ...claim, act: "review", now }))).reason).toBe("conflict.changed");
  expect(await claimCarrying({ ...claim, act: "review", now: later(61) })).not.toBe(id);
  await writeTogether((w) => [w.delete(carrying).where(eq(carrying.draftId, claim.draftId))]);
});

test("why it is made is kept with a draft that waits for somebody, and with one that could not be published", async () => {
  const { slug, discussionId } = await anArticle({ blocks: [A, B].map(paragraph) });
  await said(discussionId, 2);
  const { version } = await beginRevision(contextOf(editor ?? null), { slug, why: " The court asked. " });
  const done = await replaceText(contextOf(editor ?? null), { slug, version }, { blocks: [A, `${B} They publish it.`].map(paragraph) });
  if ("refused" in done) throw new Error(done.refused);
  const draft = { slug, version: done.version };
  await reviewed(draft);
  expect(await by(editor).review({ slug })).toMatchObject({ why: "The court asked." });
  const [own] = await database().select({ id: revisionDraft.id }).from(revisionDraft).innerJoin(article, eq(article.id, revisionDraft.articleId)).where(eq(article.slug, slug));
  await claimCarrying({ draftId: own?.id ?? "", version: draft.version, act: "publish", by: null, why: "Two courts asked.", now: later(0) });
  expect(await by(editor).review({ slug })).toMatchObject({ why: "Two courts asked." });
});
