import { expect, test } from "vitest";
import { isInForce } from "./sanctions";

const noon = new Date("2026-05-08T12:00:00.000Z");

test("a silence for good binds, one until noon does not bind at noon", () => {
  expect(isInForce({ kind: "silence", until: null, acknowledgedAt: null }, noon)).toBe(true);
  expect(isInForce({ kind: "silence", until: new Date(noon.getTime() + 1), acknowledgedAt: null }, noon)).toBe(true);
  expect(isInForce({ kind: "silence", until: noon, acknowledgedAt: null }, noon)).toBe(false);
});

test("a warning binds until it is read", () => {
  expect(isInForce({ kind: "warn", until: null, acknowledgedAt: null }, noon)).toBe(true);
  expect(isInForce({ kind: "warn", until: null, acknowledgedAt: noon }, noon)).toBe(false);
});
