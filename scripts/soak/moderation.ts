/** A thousand stories of moderation against its model, on each database: the tests' own, only longer. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** The status of the run: 0 when all stories agreed. */
export async function soakModeration(runs: number, database: string): Promise<number> {
  const projects = ["sqlite", "postgresql"].filter((project) => database === "both" || database === project).flatMap((project) => ["--project", project]);
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...projects, "server/moderation/model.test.ts"], { stdio: "inherit", env: { ...process.env, MODEL_RUNS: String(runs) } });
  const [status] = await once(child, "exit");
  return typeof status === "number" ? status : 1;
}
