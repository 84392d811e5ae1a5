import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

/** What the rules say of a text, were it that file. The files named exist, so that their types are known. */
async function said(file: string, text: string): Promise<string> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ message, ruleId }) => `${ruleId}: ${message}`).join("\n");
}

test.each([
  ["a transaction outside writeTogether", "server/rate.ts", "export const f = (db: { transaction(g: () => void): void }) => db.transaction(() => undefined);", "interactive transactions"],
  ["the dialect outside db", "server/rate.ts", "export const dialect = 1;", "Only db/ knows"],
  ["a clock in the domain", "domain/text.ts", "export const now = () => new Date();", "no clock"],
  ["Date.now in the domain", "domain/text.ts", "export const now = () => Date.now();", "no chance"],
  ["chance in the domain", "domain/text.ts", "export const roll = () => Math.random();", "no chance"],
  ["a cast through unknown", "server/rate.ts", "export const n = ('a' as unknown) as number;", "hides a lie"],
  ["any", "server/rate.ts", "export const n = (x: any) => String(x);", "Unexpected any"],
  ["a swallowed error", "server/rate.ts", "export const f = () => { try { return 1; } catch {} };", "swallowed"],
  ["a barrel", "server/rate.ts", "export * from './log';", "Barrels"],
  ["an effect", "app/_ui/tile.tsx", "declare const useEffect: (f: () => void) => void; useEffect(() => undefined);", "effects"],
  ["a test run alone", "domain/importing/caption.test.ts", "declare const test: { only(t: string, f: () => void): void }; test.only('x', () => undefined);", "runs alone"],
  ["a promise nobody waits for", "server/rate.ts", "Promise.resolve(1);", "no-floating-promises"],
])("%s is found", { timeout: 60_000 }, async (_, file, text, message) => {
  expect(await said(file, text)).toContain(message);
});

test("a moment made from a value is no clock", { timeout: 60_000 }, async () => {
  expect(await said("domain/text.ts", "export const at = (ms: number) => new Date(ms);")).not.toContain("clock");
});
