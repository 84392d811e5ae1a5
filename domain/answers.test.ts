import { describe, expect, test } from "vitest";
import { type AnswerWish, faultOfAnswer } from "./answers";
import { localIn, momentIn, nextTurn, openingAt } from "./opening";
import { proposalOf, takenInto } from "./proposals";

const plain: AnswerWish = { kind: "out-of-scope", text: "", change: null, comment: null };

describe("an answer", () => {
  test.each<[string, Partial<AnswerWish>, string | null]>([
    ["out of scope needs no words", {}, null],
    ["adopted needs the place of the change", { kind: "adopted" }, "changeMissing"],
    ["adopted with its place", { kind: "adopted", change: { revision: 2, block: 3 } }, null],
    ["not adopted needs a reason", { kind: "not-adopted" }, "reasonMissing"],
    ["not adopted, because", { kind: "not-adopted", text: "It costs too much." }, null],
    ["answered needs the answer", { kind: "answered" }, "answerMissing"],
    ["answered by a text", { kind: "answered", text: "In 2030." }, null],
    ["answered by a reply", { kind: "answered", comment: "c1" }, null],
    ["too long a text", { text: "a".repeat(4_001) }, "tooLong"],
    ["hidden turns of direction", { text: "a\u202eb" }, "bidi"],
  ])("%s", (_, wish, fault) => {
    expect(faultOfAnswer({ ...plain, ...wish })?.fault.fault ?? null).toBe(fault);
  });
});

const at = (time: string): Date => new Date(`2027-01-12T${time}:00Z`);

describe("a discussion", () => {
  const day = { opensAt: at("08:00"), closesAt: at("17:00") };

  test.each([
    ["07:59", "not-yet", "08:00"],
    ["08:00", "open", "17:00"],
    ["16:59", "open", "17:00"],
    ["17:00", "closed", null],
  ])("at %s is %s", (time, state, turn) => {
    expect(openingAt(day, at(time))).toBe(state);
    expect(nextTurn(day, at(time))).toEqual(turn === null ? null : at(turn));
  });

  test("without dates is open for ever", () => {
    expect([openingAt({ opensAt: null, closesAt: null }, at("12:00")), nextTurn({ opensAt: null, closesAt: null }, at("12:00"))]).toEqual(["open", null]);
  });

  test.each([
    ["2027-01-12T17:00", "Europe/Berlin", "2027-01-12T16:00:00.000Z"],
    ["2027-07-12T17:00", "Europe/Berlin", "2027-07-12T15:00:00.000Z"],
    ["2027-07-12 17:00", "Asia/Shanghai", "2027-07-12T09:00:00.000Z"],
    ["2027-07-12T17:00", "UTC", "2027-07-12T17:00:00.000Z"],
  ])("%s in %s is %s", (local, zone, moment) => {
    expect(momentIn(local, zone)?.toISOString()).toBe(moment);
    expect(localIn(new Date(moment), zone)).toBe(local.replace(" ", "T"));
  });

  test.each(["", "soon", "2027-02-30T10:00", "2027-13-01T10:00", "2027-01-12T24:00"])("takes no date from “%s”", (written) => {
    expect(momentIn(written, "UTC")).toBeNull();
  });

  test("a time that clocks leave out is an hour later", () => {
    expect(momentIn("2027-03-28T02:30", "Europe/Berlin")?.toISOString()).toBe("2027-03-28T01:30:00.000Z");
  });
});

describe("a proposal", () => {
  test.each([
    ["The sea rises.", "The sea rises.\r\n", null],
    ["The sea rises.", "  ", null],
    ["The sea rises.", "The sea rises fast.", "The sea rises fast."],
  ])("of “%s” written as “%s” is %s", (passage, written, proposed) => {
    expect(proposalOf(passage, written)).toBe(proposed);
  });

  const text = "海面上升。The sea rises, and the sea falls.";

  test.each([
    ["the whole block, as it was", { span: null, before: text, after: "Other." }, "Other."],
    ["the whole block, changed since", { span: null, before: "Another text.", after: "Other." }, null],
    ["its words where they were", { span: { start: 0, end: 5 }, before: "海面上升。", after: "海面下降。" }, "海面下降。The sea rises, and the sea falls."],
    ["its words, moved", { span: { start: 0, end: 5 }, before: "rises", after: "sinks" }, "海面上升。The sea sinks, and the sea falls."],
    ["words that are there twice", { span: { start: 0, end: 3 }, before: "sea", after: "lake" }, null],
    ["words that are gone", { span: { start: 0, end: 3 }, before: "moon", after: "lake" }, null],
  ])("takes the place of %s", (_, proposed, expected) => {
    expect(takenInto(text, proposed)).toBe(expected);
  });
});
