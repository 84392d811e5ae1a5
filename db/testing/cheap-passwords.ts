/** Passwords cost next to nothing: tests make and try thousands. What they cost people, `server/limits.test.ts` holds against the real thing, as do the errands. */
import { vi } from "vitest";

/** The least there is, in KiB. */
const LEAST = 8;

vi.mock(import("@node-rs/argon2"), async (original) => {
  const real = await original();
  return { ...real, hash: (password, cost) => real.hash(password, { ...cost, memoryCost: LEAST }) };
});
