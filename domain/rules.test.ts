/** Small rules, each in a line or two. */
import { describe, expect, test } from "vitest";
import { foldedAddress, isPlainAddress, networkOf } from "./addresses";
import { quoteOf, sentencesOf, trimmedSpan } from "./anchors";
import { codePoints, slice } from "./blocks";
import { outlineOf } from "./outline";
import { faultOfPassword } from "./passwords";
import { canDelete, canEdit, canMute, canReply, canRestore, canSeeHistory, type Reader } from "./permissions";
import { defaultRates, delayAfterFailures, stretchOf, waitBetweenComments } from "./rates";
import { returnAddress } from "./return-address";
import { isSlug, numberedSlug, slugOf } from "./slugs";

const AT = new Date("2026-05-08T12:00:00.000Z");

test.each([["a@example.org", true], ["a.b+c@sub.example.org", true], ["a@b", true], ["a b@example.org", false], ["a@example.org\r\nBcc: b@c", false], ["A <a@example.org>", false], [`${"a".repeat(250)}@example.org`, false]])("%s as an address: %s", (address, plain) => {
  expect(isPlainAddress(address)).toBe(plain);
});

test.each([["198.51.100.7", "198.51.100.7"], ["::ffff:198.51.100.7", "198.51.100.7"], ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"], ["2001:db8::1", "2001:db8:0:0::/64"], ["::1", "0:0:0:0::/64"], ["fe80::1%eth0", "fe80:0:0:0::/64"]])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("addresses are compared folded", () => {
  expect(foldedAddress(" A@Example.ORG ")).toBe("a@example.org");
});

test.each([["/articles/x?y#z", "/articles/x?y#z"], ["//elsewhere.example", "/"], ["https://elsewhere.example", "/"], ["/\\elsewhere.example", "/"], ["javascript:alert(1)", "/"], ["/a\nb", "/"], [null, "/"], ["/../..//elsewhere", "/elsewhere"]])("after signing in, %j leads to %s", (wish, place) => {
  expect(returnAddress(wish)).toBe(place);
});

test.each([["China seeks a balanced Internet strategy", "china-seeks-a-balanced-internet-strategy"], ["L’été à Zürich!", "lete-a-zurich"], ["数据出境的条件", "数据出境的条件"], ["???", "article"]])("%s is addressed as %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
  expect(isSlug(slug)).toBe(true);
});

test("slugs end at a word, and are numbered within their length", () => {
  expect(slugOf("word ".repeat(40))).toHaveLength(79);
  expect(numberedSlug("a".repeat(80), 12)).toHaveLength(80);
  expect(["Upper", "a--b", "-a", "a/b", "", "a".repeat(81)].filter(isSlug)).toEqual([]);
});

test("a quotation keeps what stood around it, in code points", () => {
  expect(quoteOf("👩‍🚀 goes up", { start: 4, end: 8 })).toEqual({ quote: "goes", prefix: "👩‍🚀 ", suffix: " up", start: 4, end: 8 });
  expect(quoteOf("abc", { start: 2, end: 9 })).toBeNull();
  expect(quoteOf("a  b", { start: 1, end: 3 })).toBeNull();
  expect([codePoints("a😀"), slice("a😀b", { start: 1, end: 2 })]).toEqual([2, "😀"]);
});

test("a span of whole sentences is known as such, spaces at its ends or not", () => {
  const text = "One. Two 😀. Three.";
  const sentences = [{ start: 0, end: 5 }, { start: 5, end: 12 }, { start: 12, end: 18 }];
  expect(sentencesOf(text, sentences, { start: 5, end: 11 })).toEqual({ first: 1, last: 1 });
  expect(sentencesOf(text, sentences, { start: 0, end: 12 })).toEqual({ first: 0, last: 1 });
  expect(sentencesOf(text, sentences, { start: 4, end: 18 })).toEqual({ first: 1, last: 2 });
  expect(sentencesOf(text, sentences, { start: 1, end: 4 })).toBeNull();
  expect(trimmedSpan(text, { start: 4, end: 12 })).toEqual({ start: 5, end: 11 });
});

test("an outline has at most sixty stretches, and all of the length", () => {
  const outline = outlineOf(Array.from({ length: 4_000 }, () => ({ text: "ab" })));
  expect(outline.length).toBeLessThanOrEqual(60);
  expect([outline[0]?.first, outline.at(-1)?.last, outline.reduce((sum, { length }) => sum + length, 0)]).toEqual([1, 4_000, 8_000]);
});

describe("passwords", () => {
  const who = { name: "quayside tom", email: "tom@example.org" };
  test.each([["elevenchars", "tooShort"], ["quayside tom", "commonPassword"], ["TOM@example.org", "commonPassword"], ["abcabcabcabc", "commonPassword"], ["x y".repeat(86), "passwordTooLong"], ["a\ud800bcdefghijkl", "loneSurrogate"]])("%j is refused: %s", (password, fault) => {
    expect(faultOfPassword(password, who)?.fault).toBe(fault);
  });
  test.each([["twelve chars"], ["一二三四五六七八九十甲乙"], ["correct horse battery staple"]])("%s is taken", (password) => {
    expect(faultOfPassword(password, who)).toBeNull();
  });
});

describe("permissions", () => {
  const [author, other]: Reader[] = ["author", "other"].map((id) => ({ id, name: id, role: "administrator", createdAt: AT, wasSanctioned: false }));
  const [comment, tombstone] = [{ memberId: "author", deletedAt: null }, { memberId: "author", deletedAt: AT }];
  test("who is signed in may answer what is there", () => {
    expect([canReply(other ?? null, comment), canReply(null, comment), canReply(other ?? null, tombstone)]).toEqual([true, false, false]);
  });
  test("only its author changes or deletes a comment, whatever the role of others", () => {
    expect([canEdit(author ?? null, comment), canEdit(other ?? null, comment), canDelete(author ?? null, comment), canDelete(null, comment), canEdit(author ?? null, tombstone)]).toEqual([true, false, true, false, false]);
  });
  test("who is signed in may mute others, administrators too, but not themselves, and not whom they cannot name", () => {
    expect([canMute(other ?? null, comment), canMute(author ?? null, comment), canMute(null, comment), canMute(other ?? null, tombstone)]).toEqual([true, false, false, false]);
  });
  test("history ends with deletion", () => {
    expect([canSeeHistory(comment), canSeeHistory(tombstone)]).toEqual([true, false]);
  });
});

describe("rates", () => {
  test("a member is new for a day", () => {
    const after = (hours: number) => waitBetweenComments({ createdAt: AT }, new Date(AT.getTime() + hours * 3_600_000), defaultRates);
    expect([after(0), after(23.9), after(24)]).toEqual([30, 30, 5]);
  });
  test("answers are held back 1, 2, 4, 8 seconds from the fifth failure on, never longer", () => {
    expect([0, 4, 5, 6, 7, 8, 100].map(delayAfterFailures)).toEqual([0, 0, 1, 2, 4, 8, 8]);
  });
  test("a stretch of time begins on the clock and says how much of it is left", () => {
    expect(stretchOf(new Date("2026-05-08T12:10:00.000Z"), { most: 1, perSeconds: 1_800 })).toEqual({ startedAt: AT.getTime(), secondsLeft: 1_200 });
  });
});

test.each([["author", 60_000, true], ["author", 60_001, false], ["author", null, false], ["somebody else", 1_000, false]])("%s, %s ms after deleting, may put a comment back: %s", (id, since, may) => {
  const deletedAt = since === null ? null : new Date(AT.getTime() - since);
  expect(canRestore({ id, name: "", role: "administrator", createdAt: AT, wasSanctioned: false }, { memberId: "author", deletedAt }, AT)).toBe(may);
});
