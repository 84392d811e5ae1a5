/** A document through five of its real texts, by the procedures that people use, with a discussion that grows on the way. */
import { existsSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { revision } from "../../db/schema/articles";
import { comment, placement } from "../../db/schema/discussions";
import { type Case, casesIn } from "../../scripts/bench/anchoring/cases";
import { ofParagraph, ofPhrase, type Verdict } from "../../scripts/bench/anchoring/outcomes";
import { buildWorker } from "../../scripts/worker";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aKey, aMember, anArticle, asks, contextOf, paragraph } from "../testing/world";
import { replaceText } from "./replace";

const FOLDER = path.resolve(process.env.ANCHORING_DIR || path.join("..", "shared", "anchoring", "dev"));
const [TEXTS, COMMENTS, PHRASES] = [5, 200, 100];
/** Wrong, or kept though gone, of all that a case covers: as many as the aligner alone has on hard cases, and as many again for what drifts. */
const MOST_WRONG = 0.02;

type Text = { revision: string; date: string; paragraphs: string[] };
type History = { texts: Text[]; cases: Case[] };

const isHard = ({ tags }: Case, paragraphAt: number): boolean => (tags[paragraphAt] ?? []).length > 0;
/** Changed ones first: the others are no test. */
const hardFirst = <Item>(items: readonly Item[], hard: (item: Item) => boolean): Item[] => [...items.filter(hard), ...items.filter((item) => !hard(item))];

/** Of all documents the five successive texts between which cases say that most changed. */
function longestHistory(cases: readonly Case[]): History {
  const documents = new Map<string, Case[]>();
  for (const one of cases) documents.set(`${one.source} ${one.path}`, [...(documents.get(`${one.source} ${one.path}`) ?? []), one]);
  let best: History & { covered: number } = { texts: [], cases: [], covered: -1 };
  for (const these of documents.values()) {
    const known = new Map(these.flatMap((one) => [[one.oldRevision, { revision: one.oldRevision, date: one.oldDate, paragraphs: one.oldParagraphs }], [one.newRevision, { revision: one.newRevision, date: one.newDate, paragraphs: one.newParagraphs }]] as const));
    const texts = [...known.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
    for (let from = 0; from + TEXTS <= texts.length; from += 1) {
      const window = texts.slice(from, from + TEXTS);
      const inside = these.filter(({ oldRevision, newRevision }) => window.some((text) => text.revision === oldRevision) && window.some((text) => text.revision === newRevision));
      const covered = inside.reduce((sum, one) => sum + one.map.filter(([at]) => isHard(one, at)).length + one.phrases.filter(({ hard }) => hard).length, 0);
      if (covered > best.covered) best = { texts: window, cases: inside, covered };
    }
  }
  return best;
}

/** So many of these, the first first, and round again where there are fewer. */
const some = <Item>(items: readonly Item[], count: number): Item[] => Array.from({ length: items.length === 0 ? 0 : Math.ceil(count) }, (_, place) => items[place % items.length]).filter((item) => item !== undefined);

const pointAt = (text: string, unit: number): number => Array.from(text.slice(0, unit)).length;
const unitAt = (text: string, point: number): number => Array.from(text).slice(0, point).join("").length;

let [editor, writer]: Reader[] = [];
beforeAll(async () => {
  await buildWorker();
  settings().rates.commentEvery = 0;
  [editor, writer] = [await aMember({ role: "editor" }), await aMember()];
});

const ask = () => asks(editor ?? null).revising;

type Place = { slug: string; discussionId: string };
type Phrase = Case["phrases"][number];
/** What was said, and on what; `about`: the case that tells where it belongs. */
type Said = { comment: string; about: Case; paragraph: number; phrase: Phrase | null };

async function say({ discussionId }: Place, number: number, text: string, { about, paragraph: at, phrase }: Omit<Said, "comment">): Promise<Said> {
  const words = phrase && { start: pointAt(text, phrase.start), end: pointAt(text, phrase.end) };
  const { id } = await asks(writer ?? null).comments.post({ discussion: discussionId, revision: number, block: at + 1, words, body: "A remark.", key: aKey() });
  return { comment: id, about, paragraph: at, phrase };
}

async function settled(slug: string): Promise<void> {
  await expect.poll(async () => (await ask().carrying({ slug })).carrying?.isRunning ?? false, { timeout: 60_000, interval: 20 }).toBe(false);
  expect((await ask().carrying({ slug })).carrying?.refusal ?? null).toBeNull();
}

/** The next text, published; what is doubtful is accepted as shown. How much that was. */
async function publish({ slug }: Place, { paragraphs }: Text): Promise<number> {
  const { version: begun } = await ask().begin({ slug });
  const done = await replaceText(contextOf(editor ?? null), { slug, version: begun }, { blocks: paragraphs.map(paragraph) });
  if ("refused" in done) throw new Error(done.refused);
  const draft = { slug, version: done.version };
  await ask().makeReview(draft);
  await settled(slug);
  const asked = (await ask().review({ slug })).counts["needs-you"];
  for (;;) {
    const { cases } = await ask().review({ slug, group: "needs-you" });
    if (cases.length === 0) break;
    await ask().decide({ ...draft, which: { threads: cases.map(({ thread }) => thread) }, decision: { kind: "accepted" } });
  }
  await ask().publish({ ...draft, agreed: true });
  await settled(slug);
  return asked;
}

/** Where a revision shows what was said, beside where it belongs. */
async function verdicts(said: readonly Said[], { revision: name, paragraphs }: Text, number: number, articleId: string): Promise<Verdict[]> {
  const rows = await database()
    .select({ comment: comment.id, number: placement.blockNumber, start: placement.start, end: placement.end, revision: revision.number })
    .from(comment)
    .innerJoin(placement, eq(placement.threadId, comment.threadId))
    .innerJoin(revision, eq(revision.id, placement.revisionId))
    .where(eq(revision.articleId, articleId));
  const shown = new Map(rows.filter((row) => row.revision === number).map((row) => [row.comment, row]));
  return said.filter(({ about }) => about.newRevision === name).map(({ comment: id, about, paragraph: at, phrase }) => {
    const here = shown.get(id);
    const got = here && here.number > 0 ? here.number - 1 : null;
    const truth = new Map(about.map).get(at);
    if (!phrase) return ofParagraph(got, truth ?? null);
    const text = paragraphs[got ?? -1] ?? "";
    const words = here && here.start !== null && here.end !== null ? { start: unitAt(text, here.start), end: unitAt(text, here.end) } : {};
    return ofPhrase({ paragraph: got, ...words, confidence: 1, needsHuman: false }, phrase.to, truth);
  });
}

test.skipIf(!existsSync(FOLDER))("a discussion of 200 comments and 100 quoted phrases goes through five real texts of a document and stays where it belongs", { timeout: 300_000 }, async () => {
  const { texts, cases } = longestHistory(casesIn(FOLDER));
  const article = await anArticle({ blocks: (texts[0]?.paragraphs ?? []).map(paragraph) });
  const said: Said[] = [];
  const found: Verdict[] = [];
  let asked = 0;
  for (const [place, text] of texts.entries()) {
    if (place > 0) asked += await publish(article, text);
    found.push(...(await verdicts(said, text, place + 1, article.id)));
    for (const about of cases.filter(({ oldRevision }) => oldRevision === text.revision)) {
      for (const [at] of some(hardFirst(about.map, ([paragraphAt]) => isHard(about, paragraphAt)), COMMENTS / cases.length)) said.push(await say(article, place + 1, text.paragraphs[at] ?? "", { about, paragraph: at, phrase: null }));
      for (const phrase of some(hardFirst(about.phrases, ({ hard }) => hard), PHRASES / cases.length)) said.push(await say(article, place + 1, text.paragraphs[phrase.paragraph] ?? "", { about, paragraph: phrase.paragraph, phrase }));
    }
  }
  const count = (wanted: Verdict): number => found.filter((verdict) => verdict === wanted).length;
  process.stdout.write(`${cases[0]?.path}, ${cases.length} spans over ${texts.length} texts: ${found.length} scored, ${count("correct")} correct, ${count("orphaned")} given up, ${count("wrong")} wrong, ${count("kept")} kept though gone; ${asked} times an editor was asked\n`);
  expect(found.length).toBe(said.length);
  expect((count("wrong") + count("kept")) / found.length).toBeLessThanOrEqual(MOST_WRONG);
});

test.runIf(!existsSync(FOLDER))("without a folder of real histories nothing is scored", () => {
  process.stdout.write(`no real histories in ${FOLDER}: set ANCHORING_DIR to score some\n`);
});
