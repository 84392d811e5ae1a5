/** `npm test`: everything. A part that fails does not hide the others; the last line counts. */
import { parseArgs } from "node:util";
import { startPostgres } from "../db/testing/postgres-server";
import { buildWhenStale } from "./build";
import { findChromium } from "./test/chromium";
import { type Count, playwrightCount, runPart, stepCount, vitestCount } from "./test/parts";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Who runs the errands where. The four readers of playwright.config.ts meet every pair of a language, a width and scripts or none; two on each
 * database meet every pair with it too, but that with the width, which is nothing to a database.
 */
const READERS = { sqlite: ["en-1280-js", "zh-1280-nojs", "once"], postgres: ["en-390-nojs", "zh-390-js", "once"] };

const counts: Count[] = [];

if (wanted("check")) counts.push(stepCount(await runPart("check", ["scripts/run.mjs", "check"])));
if (wanted("unit")) counts.push(await vitestCount());
if (wanted("e2e") || wanted("soak")) await buildWhenStale(say);
if (wanted("e2e")) {
  const browser = findChromium();
  counts.push(await playwrightCount("errands on SQLite", READERS.sqlite, { CHROMIUM_PATH: browser, DATABASE_URL: "" }));
  const postgres = await startPostgres();
  counts.push(await playwrightCount("errands on Postgres", READERS.postgres, { CHROMIUM_PATH: browser, DATABASE_URL: `${postgres.address}/postgres` }));
  await postgres.stop();
}
if (wanted("soak")) counts.push(stepCount(await runPart("soak, 3 rounds on each database", ["scripts/run.mjs", "soak", "--rounds", "3"])));

const sum = (key: keyof Count): number => counts.reduce((total, count) => total + count[key], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
say(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
