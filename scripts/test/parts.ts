/** The parts of the test command: each a process, its time, and how many tests it ran. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

export type Count = { passed: number; failed: number; skipped: number };

/** Runs one part with its output shown; true when it succeeded. */
export async function runPart(name: string, words: string[], env: Record<string, string> = {}): Promise<boolean> {
  const began = performance.now();
  process.stdout.write(`\n— ${name}\n`);
  const status = await new Promise<number | null>((done) => {
    const child = spawn(process.execPath, words, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.on("error", () => done(1));
    child.on("close", done);
  });
  process.stdout.write(`— ${name}: ${status === 0 ? "ok" : "FAILED"} (${Math.round((performance.now() - began) / 1000)} s)\n`);
  return status === 0;
}

export function stepCount(succeeded: boolean): Count {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/** A part whose report is a file; one that failed without failed tests (it did not even start) counts as a failure. */
async function reported(name: string, words: (report: string) => string[], env: (report: string) => Record<string, string>, read: (report: unknown) => Count): Promise<Count> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-report-"));
  const report = path.join(folder, "report.json");
  const succeeded = await runPart(name, words(report), env(report));
  let count: Count = { passed: 0, failed: 0, skipped: 0 };
  try {
    count = read(JSON.parse(readFileSync(report, "utf8")));
  } catch (error) {
    process.stdout.write(`${name}: no report (${error instanceof Error ? error.message : String(error)})\n`);
  }
  rmSync(folder, { recursive: true });
  return !succeeded && count.failed === 0 ? { ...count, failed: 1 } : count;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number(), numTodoTests: z.number() });

export function vitestCount(): Promise<Count> {
  return reported(
    "rules, and procedures on both databases",
    (report) => ["node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
    () => ({}),
    (report) => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitestReport.parse(report);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
    },
  );
}

const playwrightReport = z.object({ stats: z.object({ expected: z.number(), unexpected: z.number(), skipped: z.number(), flaky: z.number() }) });

/** `readers`: projects of playwright.config.ts. */
export function playwrightCount(name: string, readers: readonly string[], env: Record<string, string>): Promise<Count> {
  return reported(
    name,
    () => ["node_modules/@playwright/test/cli.js", "test", "--reporter=dot,json", ...readers.map((reader) => `--project=${reader}`)],
    (report) => ({ ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    (report) => {
      const { expected, unexpected, skipped, flaky } = playwrightReport.parse(report).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    },
  );
}
