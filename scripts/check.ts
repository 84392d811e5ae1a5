/** `npm run check`: what can be judged without running the product. */
import { spawn } from "node:child_process";
import { faultsOfLockfile } from "./check/lockfile";
import { faultsOfMigrations } from "./check/migrations";
import { faultsOfNames } from "./check/names";
import { faultsOfVersions } from "./check/versions";

type Outcome = { failed: boolean; output: string };
type Step = { name: string; run: () => Promise<Outcome> };

function command(program: string, ...words: string[]): () => Promise<Outcome> {
  return () =>
    new Promise((done) => {
      const child = spawn(`node_modules/.bin/${program}`, words, { stdio: ["ignore", "pipe", "pipe"] });
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.on("error", (error) => done({ failed: true, output: error.message }));
      child.on("close", (code) => done({ failed: code !== 0, output: Buffer.concat(chunks).toString() }));
    });
}

function faults(find: () => string[] | Promise<string[]>): () => Promise<Outcome> {
  return async () => {
    const found = await find();
    return { failed: found.length > 0, output: found.join("\n") };
  };
}

const steps: Step[] = [
  { name: "types", run: command("tsc", "--noEmit", "--incremental", "false") },
  { name: "lint", run: command("eslint", ".") },
  { name: "arrows between layers", run: command("depcruise", "app", "server", "domain", "db", "scripts", "--output-type", "err-long") },
  { name: "dead code", run: command("knip", "--no-progress", "--no-config-hints") },
  { name: "migrations", run: faults(faultsOfMigrations) },
  { name: "versions", run: faults(faultsOfVersions) },
  { name: "lockfile", run: faults(faultsOfLockfile) },
  { name: "file names", run: faults(faultsOfNames) },
];

/** Two at a time: more only take turns on a small machine. */
const AT_ONCE = 2;

async function check(): Promise<number> {
  const waiting = [...steps];
  let failures = 0;
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const began = performance.now();
      const { failed, output } = await step.run();
      process.stdout.write(`${failed ? "failed" : "ok    "}  ${step.name} (${((performance.now() - began) / 1000).toFixed(1)} s)\n${failed ? `${output}\n` : ""}`);
      failures += failed ? 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(`check: ${steps.length - failures} passed, ${failures} failed\n`);
  return failures;
}

process.exitCode = (await check()) > 0 ? 1 : 0;
