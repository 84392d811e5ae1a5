/** Tests of moderation, only larger, on each database: a thousand stories against the model, or a whole bad evening. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** The status of the run: 0 when all agreed. */
export function soakStories(stories: number, database: string): Promise<number> {
  return run("server/moderation/model.test.ts", { MODEL_RUNS: String(stories) }, database);
}

export function soakEvening(database: string): Promise<number> {
  return run("server/moderation/evening.test.ts", { EVENING: "whole" }, database);
}

async function run(file: string, more: Record<string, string>, database: string): Promise<number> {
  const projects = ["sqlite", "postgresql"].filter((project) => database === "both" || database === project).flatMap((project) => ["--project", project]);
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...projects, file], { stdio: "inherit", env: { ...process.env, ...more } });
  const [status] = await once(child, "exit");
  return typeof status === "number" ? status : 1;
}
