import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slice } from "../blocks";
import { faultOfLength } from "./length";
import { defaultLinkRule, tooManyLinks } from "./link-count";
import { defaultPhaseRules, firstCaught, phases, type PhaseInput, type PhaseRules } from "./phases";
import { fingerprintOf, repeated } from "./repeat";
import { wordRules } from "./word-list";

const PLAIN = "The ministry sent six people in eleven years, and none of them twice.";

const rules: PhaseRules = {
  links: defaultLinkRule,
  banned: { words: wordRules("vermin"), what: "hold" },
  suspect: wordRules("corrupt"),
  newMember: { approved: 0 },
  hotThread: { most: 3, minutes: 10 },
  mode: "after",
};
const input = (change: Partial<PhaseInput> = {}): PhaseInput => ({ body: PLAIN, recentFingerprints: [], member: { approvedComments: 9 }, commentsInThreadLately: 0, check: null, ...change });

test("nothing stands in the way of a plain comment", () => {
  expect([firstCaught(input(), rules), firstCaught(input({ member: { approvedComments: 0 }, commentsInThreadLately: 99 }), defaultPhaseRules)]).toEqual([null, null]);
});

test.each<[string, PhaseInput, Partial<PhaseRules>, object]>([
  ["length", input({ body: "!!! 👎👎👎" }), {}, { rule: "nothing-to-read", span: null, what: "hold", values: {} }],
  ["repeat", input({ recentFingerprints: [null, fingerprintOf(`  ${PLAIN.toUpperCase()} !!`)] }), {}, { rule: "same-text", span: null, what: "hold", values: {} }],
  ["links", input({ body: "https://a.example https://b.example https://c.example", member: { approvedComments: 2 } }), {}, { rule: "links-new-member", span: { start: 36, end: 53 }, what: "hold", values: { count: 3, most: 2 } }],
  ["banned", input({ body: "They are verm1n, I say" }), {}, { rule: "word", span: { start: 9, end: 15 }, what: "hold", values: { word: "vermin" } }],
  ["banned", input({ body: "They are vermin" }), { banned: { words: rules.banned.words, what: "refuse" } }, { rule: "word", span: { start: 9, end: 15 }, what: "refuse", values: { word: "vermin" } }],
  ["suspect", input({ body: "A corrupt clerk" }), {}, { rule: "word", span: { start: 2, end: 9 }, what: "hold", values: { word: "corrupt" } }],
  ["new-member", input({ member: { approvedComments: 1 } }), { newMember: { approved: 2 } }, { rule: "new-member", span: null, what: "hold", values: { approved: 1, needed: 2 } }],
  ["hot-thread", input({ commentsInThreadLately: 3 }), {}, { rule: "hot-thread", span: null, what: "hold", values: { count: 4, minutes: 10 } }],
  ["before", input(), { mode: "before" }, { rule: "before", span: null, what: "hold", values: {} }],
  ["check", input({ check: { rule: "spam", span: null, what: "hold", values: { score: 8 } } }), {}, { rule: "spam", span: null, what: "hold", values: { score: 8 } }],
])("%s catches what it is for", (phase, posted, changed, caught) => {
  expect(firstCaught(posted, { ...rules, ...changed })).toEqual({ phase, ...caught });
});

test("of several the first in the order is named, and the order holds for any text", () => {
  const all = input({ body: "VERMIN ".repeat(80), commentsInThreadLately: 99, member: { approvedComments: 0 } });
  expect(firstCaught(all, { ...rules, newMember: { approved: 1 }, mode: "before" })?.phase).toBe("length");
  fc.assert(
    fc.property(fc.string(), fc.nat(6), (body, lately) => {
      const before = firstCaught(input({ body, commentsInThreadLately: lately }), { ...rules, mode: "before" });
      const after = firstCaught(input({ body, commentsInThreadLately: lately }), rules);
      expect(before).toEqual(after ?? { phase: "before", rule: "before", span: null, what: "hold", values: {} });
      expect((phases as readonly string[]).indexOf(before?.phase ?? "check")).toBeLessThanOrEqual(phases.indexOf("before"));
    }),
  );
});

test("as many in a thread as allowed, and one more, who is new, and no rule", () => {
  const at = (commentsInThreadLately: number, hotThread: PhaseRules["hotThread"] = rules.hotThread) => firstCaught(input({ commentsInThreadLately }), { ...rules, hotThread }) === null;
  expect([at(2), at(3), at(1_000, null)]).toEqual([true, false, true]);
});

describe("length", () => {
  test.each([
    ["...", "nothing-to-read"],
    ["👍", "nothing-to-read"],
    ["+1", null],
    ["没有。", null],
    ["THIS IS WHAT THEY DO ALL THE TIME AND NOBODY SAYS A WORD", "shouting"],
    ["THE MINISTRY: six people in eleven years came to see us here", null],
    ["NATO, UN, EU, WTO", null],
    ["哈".repeat(21), "stretched"],
    [`no${"o".repeat(19)}`, null],
    [`${"0".repeat(40)} and ${"-".repeat(80)}`, null],
  ])("%s: %s", (body, rule) => {
    expect(faultOfLength(body)?.rule ?? null).toBe(rule);
  });
  test("the stretched letters are pointed at, in code points", () => {
    const body = `😀 wh${"Aa".repeat(12)}t`;
    const caught = faultOfLength(body);
    expect([caught?.values, caught?.span && slice(body, caught.span)]).toEqual([{ letter: "A", count: 24 }, "Aa".repeat(12)]);
  });
});

describe("repeat", () => {
  test("a short question may be asked twice, in Chinese too", () => {
    expect([fingerprintOf("Could you give a source?"), fingerprintOf("请问出处在哪里？")]).toEqual([null, null]);
  });
  test("spaces, punctuation and capitals make no other text; words do", () => {
    expect(fingerprintOf("这个部门 在十一年里，派了六个人。")).toBe(fingerprintOf("这个部门在十一年里派了六个人"));
    expect(fingerprintOf(PLAIN)).toBe(fingerprintOf(PLAIN.toUpperCase().replaceAll(" ", "  ")));
    expect(fingerprintOf(PLAIN)).not.toBe(fingerprintOf(`${PLAIN} Really`));
  });
  test.each([
    ["Buy now\nbuy now!\nBUY NOW\n\nbuy now", "same-line"],
    ["Buy now\nbuy now!\nBUY NOW", null],
    ["- yes\n- no\n- yes\n- perhaps", null],
    ["buy it now ".repeat(60), "over-and-over"],
    ["买吧买吧快来买".repeat(30), "over-and-over"],
    [`${PLAIN}\n`.repeat(3), null],
    [Array.from({ length: 60 }, (_, row) => `| ${row} | ${row * 37} | ${row * row} |`).join("\n"), null],
  ])("%s", (body, rule) => {
    expect(repeated(body, [])?.rule ?? null).toBe(rule);
  });
});

describe("links", () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `[one](https://e${index}.example/x)`).join(" ");
  test("as many as allowed, and one more", () => {
    expect([tooManyLinks(many(8), defaultLinkRule, false), tooManyLinks(many(2), defaultLinkRule, true)]).toEqual([null, null]);
    expect([tooManyLinks(many(9), defaultLinkRule, false)?.rule, tooManyLinks(many(3), defaultLinkRule, true)?.rule]).toEqual(["links", "links-new-member"]);
  });
  test("counted are links as they will be shown: not words, not code, not into the place itself; pictures and references are", () => {
    const rule = { ...defaultLinkRule, newMemberMost: 0, ownHost: "here.example" };
    const count = (body: string) => tooManyLinks(body, rule, true)?.values.count ?? 0;
    expect([count("see readme.md and a.example"), count("`https://a.example`"), count("https://here.example/comments/1"), count("![p](https://a.example/p.png)"), count("[x][1]\n\n[1]: https://a.example"), count("[x](javascript:alert)")]).toEqual([0, 0, 0, 1, 1, 0]);
  });
});
