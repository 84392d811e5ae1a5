/** What this machine can do at most: the same bytes from plain node:http, the smallest write into each database. */
import { spawn } from "node:child_process";
import path from "node:path";
import { freePort } from "../test/server-process";
import type { Instrument } from "./instrument";

export type Limits = { url: string; stop: () => Promise<void> };

/** `data`: a folder for its files, in which it also leaves the work, `cN.json`. `postgres`: an empty database, or "". */
export async function startLimits({ folder }: Instrument, data: string, postgres: string): Promise<Limits> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA: data, PERF_LIB: process.cwd(), PG_URL: postgres };
  const child = spawn(process.execPath, [path.join(folder, "limits.mjs")], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  await new Promise<void>((done, failed) => {
    child.stdout.on("data", (chunk: Buffer) => chunk.toString().includes("limits ready") && done());
    void ended.then(() => failed(new Error(`the limits did not start: ${complaint}`)));
  });
  const stop = (): Promise<void> => {
    child.kill();
    return ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
