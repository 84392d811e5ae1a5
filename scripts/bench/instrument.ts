/** The load generator, which stands beside the project: every figure of every program compared comes from it alone. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const run = promisify(execFile);
const FILES = ["lib.mjs", "load.mjs", "limits.mjs", "browse.mjs"];

/** One request; texts may hold its templates, `{{uuid}}` and the like. */
export type Ask = { url: string; method?: string; headers?: Record<string, string>; body?: string; expect?: number };
export type Target = Partial<Ask> & { name: string; conns?: number; pids?: number[]; variants?: { headers: Record<string, string> }[]; background?: { name: string; conns: number }; hidden?: true };
export type Answer = { status: number; text: string; ttfb: number; bytes: number };

type Library = {
  buildRequest: (ask: Ask) => { host: string; port: number; buf: Buffer };
  Conn: new (host: string, port: number) => { send: (buf: Buffer, keepBody: boolean) => Promise<{ status: number; head: string; body: Buffer; ttfb: number; bodyBytes: number }>; end: () => void };
  sampleTree: (pids: number[]) => { rssMB: number; cpu: number };
  median: (values: number[]) => number;
};

const figure = z.number().nullish().transform((value) => value ?? NaN);
const driven = z.object({ rps: figure, p50: figure, p99: figure, kB: figure, cpuMs: figure, rssMB: figure, toControl: figure, bgRps: figure, errors: z.number(), bgErrors: z.number().default(0), bad: z.string().nullish() });
export type Driven = z.output<typeof driven>;
const browsed = z.array(z.object({ n: z.number(), all: figure, lcp: figure, tbt: figure, js: figure }));
export type Browsed = z.output<typeof browsed>[number];

/** Where it stands; null: nowhere. */
export function instrumentFolder(): string | null {
  const folder = path.resolve(process.env.PERF_DIR || path.join("..", "shared", "perf"));
  return FILES.every((file) => existsSync(path.join(folder, file))) ? folder : null;
}

export class Instrument {
  private constructor(readonly folder: string, readonly library: Library, private readonly length: { rounds: number; seconds: number }) {}

  static async at(folder: string, length: { rounds: number; seconds: number }): Promise<Instrument> {
    const library: Library = await import(pathToFileURL(path.join(folder, "lib.mjs")).href);
    return new Instrument(folder, library, length);
  }

  get rounds(): number {
    return this.length.rounds;
  }

  median(values: number[]): number {
    return this.library.median(values);
  }

  /** Drives the targets in interleaved rounds. Ratios are to the first of them, in the same round. */
  async drive(targets: [Target, ...Target[]], wrong: string[]): Promise<(name: string) => Driven> {
    const { rounds, seconds } = this.length;
    const written = await this.runPlan("load.mjs", { control: targets[0].name, rounds, seconds, conns: 16, targets });
    const { out } = z.object({ out: z.record(z.string(), driven) }).parse(written);
    for (const [name, { errors, bgErrors, bad }] of Object.entries(out)) if (errors + bgErrors > 0) wrong.push(`${name}: ${errors + bgErrors} wrong answers, the first: ${bad?.split("\r\n", 1)[0] ?? "in the background"}`);
    return (name) => found(out, name);
  }

  /** Opens each target in a cold browser, in interleaved rounds; medians. */
  async browse(chromium: string, targets: { name: string; url: string; selector: string; expect: number }[], wrong: string[]): Promise<(name: string) => Browsed> {
    const written = await this.runPlan("browse.mjs", { rounds: this.length.rounds, targets }, { PERF_LIB: process.cwd(), CHROME: chromium });
    const rows = z.record(z.string(), browsed).parse(written);
    for (const { name, expect } of targets) if (!rows[name]?.length || rows[name].some(({ n }) => n < expect)) wrong.push(`${name}: fewer than ${expect} elements came`);
    const middle = (name: string, key: keyof Browsed): number => this.median(found(rows, name).map((row) => row[key]));
    return (name) => ({ n: middle(name, "n"), all: middle(name, "all"), lcp: middle(name, "lcp"), tbt: middle(name, "tbt"), js: middle(name, "js") });
  }

  /** Asks once, on a connection of its own. */
  async ask(ask: Ask): Promise<Answer> {
    const { host, port, buf } = this.library.buildRequest(ask);
    const connection = new this.library.Conn(host, port);
    const { status, head, body, ttfb, bodyBytes } = await connection.send(buf, true);
    connection.end();
    return { status, text: (/\ncontent-encoding: gzip/i.test(head) ? gunzipSync(body) : body).toString(), ttfb, bytes: bodyBytes };
  }

  private async runPlan(program: string, plan: object, env: Record<string, string> = {}): Promise<unknown> {
    const folder = mkdtempSync(path.join(tmpdir(), "paragora-plan-"));
    const [planned, out] = [path.join(folder, "plan.json"), path.join(folder, "out.json")];
    writeFileSync(planned, JSON.stringify(plan));
    await run(process.execPath, [path.join(this.folder, program), planned, "--out", out], { env: { ...process.env, ...env } });
    const written: unknown = JSON.parse(readFileSync(out, "utf8"));
    rmSync(folder, { recursive: true });
    return written;
  }
}

function found<Row>(rows: Record<string, Row>, name: string): Row {
  const row = rows[name];
  if (row === undefined) throw new Error(`nothing was measured of ${name}`);
  return row;
}
