/**
 * `npm run bench:doors`: whether a door tells who has an account, suspended or not, by its answer or by its time, and whether fifty people at the doors hold up
 * the readers. A difference of medians beyond the spread of either would tell; a different wording tells at once and fails.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildWhenStale } from "./build";
import { startServer } from "./test/server-process";

const PEOPLE = 200;
const AT_ONCE = 50;
const PASSWORD = "a long password that nobody guesses";
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(path.join(tmpdir(), "paragora-doors-"));
const settings = { DATA_DIR: folder, DATABASE_URL: "", RATE_SIGN_INS: "100000", RATE_SIGN_UPS: "100000", LOG_LEVEL: "error", AUTH_SECRET: randomBytes(32).toString("hex") };
// The members are made in this process, beside the server, on its database.
Object.assign(process.env, settings);

type Answer = { ms: number; status: number; text: string };

async function press(url: string, form: Record<string, string>): Promise<Answer> {
  const began = performance.now();
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  const text = await answer.text();
  return { ms: performance.now() - began, status: answer.status, text: `${answer.headers.get("location") ?? ""}${text}` };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

const shown = (values: readonly number[]): string => `median ${quantile(values, 0.5).toFixed(1)}, quartiles ${quantile(values, 0.25).toFixed(1)} to ${quantile(values, 0.75).toFixed(1)} ms`;

/** Who is there (`kind`) and who is not take turns, so that whatever else the machine does meets both alike. Answers how many differ in wording. */
async function compared(door: string, url: string, form: (who: string) => Record<string, string>, kind = "known"): Promise<number> {
  const [known, unknown]: [number[], number[]] = [[], []];
  let different = 0;
  for (let number = 0; number < PEOPLE; number += 1) {
    const [has, hasNot] = [`${kind}${number}@example.org`, `nobody${number}@example.org`];
    const [one, other] = [await press(url, form(has)), await press(url, form(hasNot))];
    known.push(one.ms);
    unknown.push(other.ms);
    const same = one.status === other.status && one.text.replaceAll(has, "") === other.text.replaceAll(hasNot, "");
    if (!same) different += 1;
  }
  say(`${door}, ${PEOPLE} each: ${kind} ${shown(known)}; unknown ${shown(unknown)}; apart by ${(quantile(known, 0.5) - quantile(unknown, 0.5)).toFixed(1)} ms; ${different} answers differ`);
  return different;
}

async function read(url: string, until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!until()) {
    const began = performance.now();
    await (await fetch(url)).text();
    times.push(performance.now() - began);
  }
  return times;
}

async function crowded(url: string): Promise<void> {
  const article = `${url}/articles/one-network-many-capitals`;
  const until = performance.now() + 2_000;
  const quiet = await read(article, () => performance.now() > until);
  let left = AT_ONCE;
  const began = performance.now();
  const signIns = Array.from({ length: AT_ONCE }, (_, number) => press(`${url}/forms/sign-in`, { who: `known${number}@example.org`, password: PASSWORD }).finally(() => (left -= 1)));
  const during = await read(article, () => left === 0);
  const answers = await Promise.all(signIns);
  say(`reading, alone: median ${quantile(quiet, 0.5).toFixed(1)}, 99th ${quantile(quiet, 0.99).toFixed(1)} ms`);
  say(`reading while ${AT_ONCE} sign in at once (${Math.round(performance.now() - began)} ms for all, ${answers.filter(({ status }) => status === 303).length} came in): median ${quantile(during, 0.5).toFixed(1)}, 99th ${quantile(during, 0.99).toFixed(1)} ms, ${during.length} views`);
}

await buildWhenStale(say);
const server = await startServer(settings);
const { database, closeDatabase } = await import("../db/client");
const { createMember } = await import("../server/members/new-member");
const { appRouter } = await import("../server/router");
const place = { db: database(), now: () => new Date() };
/** Names that are unlike each other to whoever reads them: digits of four letters. */
const named = (kind: string, number: number): string => `${kind} ${number.toString(4).replace(/\d/g, (digit) => "wxyz"[Number(digit)] ?? "")}`;
const join = (kind: string, number: number) => createMember(place, { name: named(kind, number), email: `${kind}${number}@example.org`, password: PASSWORD, role: "member" });
const moderator = await createMember(place, { name: "Bench Keeper", email: null, password: null, role: "moderator" });
const reader = { id: moderator.id, name: "Bench Keeper", role: "moderator" as const, createdAt: new Date(), wasSanctioned: false };
const moderation = appRouter.createCaller({ ...place, reader, sessionId: null, network: "bench", device: "", cookies: [] }).moderation;
for (let number = 0; number < PEOPLE; number += 1) {
  await join("known", number);
  const { id } = await join("suspended", number);
  await moderation.decideMember({ act: "suspend", member: id, reasons: { ground: "repetition", law: "", facts: "Wrote to many what they had asked not to hear." } });
}
const different =
  (await compared("a wrong password", `${server.url}/forms/sign-in`, (who) => ({ who, password: "not the one that opens it" }))) +
  (await compared("a link to sign in", `${server.url}/forms/members.mailSignInLink`, (email) => ({ email }))) +
  (await compared("a new password", `${server.url}/forms/members.mailResetLink`, (email) => ({ email }))) +
  (await compared("a wrong password", `${server.url}/forms/sign-in`, (who) => ({ who, password: "not the one that opens it" }), "suspended")) +
  (await compared("a link to sign in", `${server.url}/forms/members.mailSignInLink`, (email) => ({ email }), "suspended"));
await crowded(server.url);
await closeDatabase();
await server.stop();
rmSync(folder, { recursive: true });
process.exit(different > 0 ? 1 : 0);
