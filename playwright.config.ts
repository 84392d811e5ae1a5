import { defineConfig } from "@playwright/test";

/** Everyone reads in their language, on their screen, with scripts or without: the errands run as each of these, in a whole run two on each database (scripts/test.ts). */
const readers = [
  { name: "en-1280-js", language: "en", width: 1280, javaScriptEnabled: true },
  { name: "en-390-nojs", language: "en", width: 390, javaScriptEnabled: false },
  { name: "zh-1280-nojs", language: "zh", width: 1280, javaScriptEnabled: false },
  { name: "zh-390-js", language: "zh", width: 390, javaScriptEnabled: true },
] as const;

const ERRANDS = /errands\/.*\.spec\.ts/;

/** What only scripts can do: for those who have them. */
const SCRIPTED = /scripted\/.*\.spec\.ts/;

/** How the page itself looks and behaves, whatever database is behind it: looked at once, not on each. */
const PAGE = /page\/.*\.spec\.ts/;
const isOnPostgres = /^postgres/.test(process.env.DATABASE_URL ?? "");

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/server.ts",
  workers: 2,
  fullyParallel: true,
  // Long enough for a machine that does something else besides: no test here is about time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [
    ...readers.map(({ name, language, width, javaScriptEnabled }) => ({
      name,
      testMatch: javaScriptEnabled ? [ERRANDS, SCRIPTED] : ERRANDS,
      metadata: { language },
      use: { viewport: { width, height: 900 }, javaScriptEnabled, hasTouch: width < 500 },
    })),
    { name: "once", testIgnore: isOnPostgres ? [ERRANDS, SCRIPTED, PAGE] : [ERRANDS, SCRIPTED], use: { viewport: { width: 1280, height: 900 } } },
  ],
});
