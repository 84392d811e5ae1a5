import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waitInThread, type BrakeFacts } from "./brake";

const NOW = new Date("2026-05-08T20:00:00.000Z");
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);

/** The newest last, ten seconds between them, the last one ten seconds ago: "aba". */
const written = (order: string): BrakeFacts["recent"] => Array.from(order, (participant, index) => ({ participant, at: ago(10 * (order.length - index)) }));
const reported = (...seconds: number[]): BrakeFacts["freshReports"] => seconds.map((age) => ({ at: ago(age) }));
const wait = (order: string, freshReports: BrakeFacts["freshReports"] = [], me = "a") => waitInThread({ recent: written(order), freshReports, me, now: NOW });

describe("reports", () => {
  test.each([
    ["none", [], { seconds: 0, why: null }],
    ["one, which silences nobody", [0], { seconds: 0, why: null }],
    ["two just now", [0, 0], { seconds: 20, why: "reports", with: 2 }],
    ["five just now", [0, 0, 0, 0, 0], { seconds: 110, why: "reports", with: 5 }],
    ["five a quarter of an hour ago", [900, 900, 900, 900, 900], { seconds: 35, why: "reports", with: 5 }],
    ["five an hour ago", [3_600, 3_600, 3_600, 3_600, 3_600], { seconds: 0, why: null }],
    ["a hundred", Array.from({ length: 100 }, () => 0), { seconds: 590, why: "reports", with: 100 }],
  ])("%s", (_, ages, brake) => {
    expect(wait("a", reported(...ages))).toEqual(brake);
  });
});

describe("ping-pong", () => {
  test.each([
    ["five turns are a conversation", "ababa", 0],
    ["six are braked", "bababa", 20],
    ["eight four times as much", "babababa", 110],
    ["never longer than ten minutes", "ba".repeat(20), 590],
    ["two comments in a row are one turn", "aabbaabba", 0],
    ["a third person is air", "babacbaba", 0],
    ["the other side waits as well, from its own last comment", "ababab", 10],
  ])("%s", (_, order, seconds) => {
    expect(wait(order)).toMatchObject({ seconds });
  });
  test("it says how many turns", () => {
    expect(wait("babababa")).toEqual({ seconds: 110, why: "ping-pong", with: 8 });
  });
  test("who has not written there waits for nothing", () => {
    expect(wait("babababa", reported(0, 0, 0, 0), "c")).toEqual({ seconds: 0, why: null });
  });
  test("a pause ends it", () => {
    const recent = [...written("babababa").map(({ participant, at }) => ({ participant, at: new Date(at.getTime() - 20 * 60_000) })), ...written("a")];
    expect(waitInThread({ recent, freshReports: [], me: "a", now: NOW })).toEqual({ seconds: 0, why: null });
  });
});

test("of two reasons the longer is told", () => {
  expect([wait("babababa", reported(0, 0)).why, wait("bababa", reported(0, 0, 0, 0)).why]).toEqual(["ping-pong", "reports"]);
});

test("it is bounded, whole, and never grows while nothing happens", () => {
  const facts = fc.record({
    recent: fc.array(fc.record({ participant: fc.constantFrom("a", "b", "c"), at: fc.nat(4_000).map(ago) }), { maxLength: 40 }),
    freshReports: fc.array(fc.nat(4_000).map((age) => ({ at: ago(age) })), { maxLength: 40 }),
    me: fc.constantFrom("a", "b"),
  });
  fc.assert(
    fc.property(facts, fc.nat(1_200), (known, later) => {
      const { seconds, why } = waitInThread({ ...known, now: NOW });
      expect(Number.isInteger(seconds) && seconds >= 0 && seconds <= 600 && (seconds === 0) === (why === null)).toBe(true);
      expect(waitInThread({ ...known, now: new Date(NOW.getTime() + later * 1000) }).seconds).toBeLessThanOrEqual(Math.max(0, seconds));
    }),
  );
});
