import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentKinds } from "../thread";
import { countedOf, missingOf, type CountingRules, type OwnComment } from "./counted";
import { NOTHING_REQUIRED } from "./terms";

const comment = (id: string, at: string, of: Partial<OwnComment> = {}): OwnComment => ({ id, at: new Date(at), words: 20, isReply: false, isReplyToSelf: false, passage: "b4", kind: null, isDeleted: false, isRestricted: false, ...of });
const rules = (of: Partial<CountingRules> = {}): CountingRules => ({
  required: { leastWords: 5, kinds: [] },
  due: { commentsDueAt: new Date("2026-05-27T16:00Z"), repliesDueAt: new Date("2026-05-29T16:00Z"), cutOffAt: new Date("2026-06-01T16:00Z") },
  late: { offADay: 25, least: 25 },
  timeZone: "Europe/Berlin",
  ...of,
});
const EARLY = "2026-05-26T10:00Z";

describe("not counted is, with its cause,", () => {
  test.each<[string, Partial<OwnComment>, string, Partial<CountingRules>, string | null]>([
    ["nothing that is right", {}, EARLY, {}, null],
    ["what was deleted", { isDeleted: true }, EARLY, {}, "deleted"],
    ["what is hidden, even when it is too short as well", { isRestricted: true, words: 1 }, EARLY, {}, "restricted"],
    ["what came after the cut-off", {}, "2026-06-01T16:01Z", {}, "afterCutOff"],
    ["nothing in the minute of the cut-off", {}, "2026-06-01T16:00:59Z", {}, null],
    ["what is late where that counts nothing", {}, "2026-05-27T16:01Z", { late: null }, "late"],
    ["what is so late that nothing is left", {}, "2026-05-31T16:00Z", { late: { offADay: 25, least: 0 } }, "late"],
    ["no reply that is late for a comment", { isReply: true }, "2026-05-28T16:01Z", { late: null }, null],
    ["a reply that is late", { isReply: true }, "2026-05-29T16:01Z", { late: null }, "late"],
    ["a reply to oneself", { isReply: true, isReplyToSelf: true }, EARLY, {}, "replyToSelf"],
    ["another kind than asked for", { kind: "question" }, EARLY, { required: { leastWords: 0, kinds: ["evidence", "objection"] } }, "wrongKind"],
    ["none of a kind asked for", { kind: "evidence" }, EARLY, { required: { leastWords: 0, kinds: ["evidence", "objection"] } }, null],
    ["no kind where one is asked for", {}, EARLY, { required: { leastWords: 0, kinds: ["evidence"] } }, "wrongKind"],
    ["no reply for want of a kind", { isReply: true }, EARLY, { required: { leastWords: 0, kinds: ["evidence"] } }, null],
    ["what has too few words", { words: 4 }, EARLY, {}, "tooShort"],
    ["none that just has enough", { words: 5 }, EARLY, {}, null],
  ])("%s", (_, of, at, which, cause) => {
    expect(countedOf([comment("c", at, of)], rules(which)).excluded.map((one) => one.cause)).toEqual(cause === null ? [] : [cause]);
  });
});

test("what counts has what a grade needs, in order, with the day where the class is", () => {
  const { counted, excluded, totals } = countedOf([comment("d", "2026-05-28T22:30Z", { isReply: true, passage: null }), comment("c", "2026-05-27T16:01Z", { kind: "objection" }), comment("b", EARLY, { isDeleted: true }), comment("a", EARLY)], rules());
  expect(counted).toEqual([
    { id: "a", at: "2026-05-26T10:00:00.000Z", day: "2026-05-26", words: 20, isReply: false, passage: "b4", kind: null, minutesLate: 0, credit: 100 },
    { id: "c", at: "2026-05-27T16:01:00.000Z", day: "2026-05-27", words: 20, isReply: false, passage: "b4", kind: "objection", minutesLate: 1, credit: 75 },
    { id: "d", at: "2026-05-28T22:30:00.000Z", day: "2026-05-29", words: 20, isReply: true, passage: null, kind: null, minutesLate: 0, credit: 100 },
  ]);
  expect(excluded).toEqual([{ id: "b", at: "2026-05-26T10:00:00.000Z", cause: "deleted" }]);
  expect(totals).toEqual({ comments: 2, replies: 1, passages: 1, words: 60, kinds: 1, days: 3, late: 1 });
  expect(missingOf({ ...NOTHING_REQUIRED, comments: 3, replies: 1, passages: 2, words: 50 }, totals)).toEqual({ comments: 1, replies: 0, passages: 1, words: 0 });
});

const anyComment = fc.record({
  at: fc.date({ min: new Date("2026-05-20"), max: new Date("2026-06-05"), noInvalidDate: true }),
  words: fc.nat(40),
  isReply: fc.boolean(),
  isReplyToSelf: fc.boolean(),
  passage: fc.option(fc.constantFrom("b1", "b2", "b3")),
  kind: fc.option(fc.constantFrom(...commentKinds)),
  isDeleted: fc.boolean(),
  isRestricted: fc.boolean(),
});
const anyComments = fc.array(anyComment, { maxLength: 20 }).map((list) => list.map((one, at) => ({ ...one, id: `c${at}` })));

test("each comment is counted or has a cause, whatever order they come in", () => {
  fc.assert(
    fc.property(anyComments, fc.infiniteStream(fc.nat()), (comments, order) => {
      const outcome = countedOf(comments, rules());
      expect([...outcome.counted, ...outcome.excluded].map(({ id }) => id).sort()).toEqual(comments.map(({ id }) => id).sort());
      const shuffled = comments.map((one) => ({ one, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ one }) => one);
      expect(countedOf(shuffled, rules())).toEqual(outcome);
      expect(outcome.totals.comments + outcome.totals.replies).toBe(outcome.counted.length);
    }),
  );
});
