import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import { afterAll, expect, test } from "vitest";
import rules from "../../.dependency-cruiser.cjs";

const root = process.cwd();
mkdirSync(".build", { recursive: true });
const planted = mkdtempSync(path.join(root, ".build", "planted-"));
cpSync("tsconfig.json", path.join(planted, "tsconfig.json"));
afterAll(() => rmSync(planted, { recursive: true }));

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(planted, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(planted, file), text);
  }
}

plant({
  "app/page.ts": 'import { table } from "../db/schema";\nexport const page = table;',
  "db/schema.ts": 'import { ask } from "../server/ask";\nexport const table = ask;',
  "domain/rule.ts": 'import { table } from "../db/schema";\nexport const rule = table;',
  "server/ask.ts": "export const ask = 1;",
  "server/view.ts": 'import { page } from "../app/page";\nexport const view = page;',
  "server/notes/router.ts": 'import { table } from "../../db/schema";\nexport const router = table;',
  "server/one.ts": 'import { two } from "./two";\nexport const one = (): unknown => two;',
  "server/two.ts": 'import { one } from "./one";\nexport const two = (): unknown => one;',
});

async function broken(): Promise<Map<string, string>> {
  const { output } = await cruise(["app", "db", "domain", "server"], { ...rules.options, baseDir: planted, ruleSet: { forbidden: rules.forbidden }, validate: true, tsConfig: undefined });
  if (typeof output === "string") throw new Error("the cruiser answered with text");
  return new Map(output.summary.violations.map(({ rule, from }) => [rule.name, from]));
}

test.each([
  ["domain-stands-alone", "domain/rule.ts"],
  ["db-knows-only-domain", "db/schema.ts"],
  ["server-never-renders", "server/view.ts"],
  ["app-asks-the-server", "app/page.ts"],
  ["routers-only-route", "server/notes/router.ts"],
])("%s finds the planted violation", async (rule, file) => {
  expect((await broken()).get(rule)).toBe(file);
});

test("no-cycles finds the planted cycle", async () => {
  expect((await broken()).get("no-cycles")).toMatch(/^server\/(?:one|two)\.ts$/);
});

test("every rule is among those proven", () => {
  expect(rules.forbidden.map(({ name }) => name)).toEqual(["domain-stands-alone", "db-knows-only-domain", "server-never-renders", "app-asks-the-server", "routers-only-route", "no-cycles"]);
});

test("the real tree is read, and not nothing", () => {
  const output = execFileSync("node_modules/.bin/depcruise", ["app", "server", "domain", "db", "--output-type", "err"], { encoding: "utf8" });
  expect(Number(/\((\d+) modules/.exec(output)?.[1])).toBeGreaterThan(100);
});
