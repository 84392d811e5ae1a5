import { expect, test } from "vitest";
import type { GradingRule } from "./grading-rules";
import { readRubric, readRule, writtenRule, type WrittenRule } from "./rule-form";

const empty: WrittenRule = { decimals: "0", late: "each", counting: "none", points: "", of: "posts", least: [], stepPoints: [], full: {}, weight: {}, hand: "", rubric: "" };
const read = (more: Partial<WrittenRule>) => readRule({ ...empty, ...more }, 3);

test("points of all-or-nothing and scaled, with a comma as well", () => {
  expect(read({ counting: "scaled", points: "7,5", decimals: "1", late: "whole" })).toEqual({ rule: { version: 3, decimals: 1, late: "whole", counted: { kind: "scaled", points: 750 }, hand: null, rubric: [] } });
  expect(read({ counting: "all", points: "" })).toEqual({ field: "points", fault: "points", at: 1 });
  expect(read({ counting: "all", points: "7.5" })).toEqual({ field: "points", fault: "decimals", at: 1 });
});

test("steps and parts that are left empty are none, half of one is a fault", () => {
  expect(read({ counting: "thresholds", of: "words", least: ["100", "", "300"], stepPoints: ["4", "", "8"] })).toMatchObject({ rule: { counted: { kind: "thresholds", of: "words", steps: [{ least: 100, points: 400 }, { least: 300, points: 800 }] } } });
  expect(read({ counting: "thresholds", least: ["1", ""], stepPoints: ["2", "4"] })).toEqual({ field: "least", fault: "count", at: 2 });
  expect(read({ counting: "thresholds" })).toMatchObject({ field: "stepPoints", fault: "noSteps" });
  expect(read({ counting: "weights", full: { comments: "2", replies: "1" }, weight: { comments: "6", replies: "4" } })).toMatchObject({ rule: { counted: { parts: [{ of: "comments", full: 2, points: 600 }, { of: "replies", full: 1, points: 400 }] } } });
  expect(read({ counting: "weights", full: { days: "2" } })).toEqual({ field: "weight", fault: "points", at: 7 });
});

test("nothing at all is no rule", () => {
  expect(read({})).toMatchObject({ field: "counting", fault: "nothing" });
  expect(read({ hand: "0" })).toMatchObject({ fault: "nothing" });
});

test("a rubric, a criterion a line", () => {
  expect(readRubric("Argument: thin 1 | sound 3\n\n论据：弱 0｜强 2.5")).toEqual([
    { id: "Argument", title: "Argument", levels: [{ id: "thin", title: "thin", points: 100 }, { id: "sound", title: "sound", points: 300 }] },
    { id: "论据", title: "论据", levels: [{ id: "弱", title: "弱", points: 0 }, { id: "强", title: "强", points: 250 }] },
  ]);
  expect(readRubric("Argument: thin 1\nwithout points")).toEqual({ line: 2 });
  expect(readRubric("Argument: thin 1 | thin 2")).toEqual({ line: 1 });
  expect(read({ rubric: "A: b 1\nA: c 1" })).toMatchObject({ field: "rubric", fault: "sameTwice" });
});

test("a rule is the same after it was written and read", () => {
  const rule: GradingRule = { version: 3, decimals: 1, late: "whole", counted: { kind: "thresholds", of: "days", steps: [{ least: 2, points: 250 }] }, hand: { points: 400 }, rubric: [{ id: "Tone", title: "Tone", levels: [{ id: "kind", title: "kind", points: 150 }] }] };
  expect(readRule(writtenRule(rule), 3)).toEqual({ rule });
});
