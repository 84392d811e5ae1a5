/** Every page there is, found from its file, as everybody outside a class and before its gate: none says what the class says. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Reader } from "../domain/permissions";
import { openSession, sessionCookie } from "../server/session";
import { settings } from "../server/settings";
import { BEHIND, CANARY, planted, type Planted } from "../server/testing/canaries";
import { aClass } from "../server/testing/classroom";
import { aMember } from "../server/testing/world";

// Style and script are built with the application; what a page says does not rest on them.
vi.mock("./_ui/assets", () => ({ asset: (name: string) => `/a/${name}`, assetIfAny: (name: string) => `/a/${name}` }));

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

type Route = { GET?: (request: Request, given: { params: Promise<Record<string, string>> }) => Promise<Response> };

/** Their folders are their addresses. The interfaces of machines are asked elsewhere: procedures by `server/leaks.test.ts`. */
const routes = Object.entries(import.meta.glob<Route>("./**/route.{ts,tsx}")).filter(([file]) => !file.startsWith("./api/"));

/** What stands for each part of an address that has a name. */
function valuesOf(name: string, { known, ids }: Planted): string[] {
  if (name === "id") return [...ids, String(known.enrolment)];
  const given = known[name];
  return [typeof given === "string" ? given : "1"];
}

/** Every way to fill an address's names. */
function fillings(names: readonly string[], plant: Planted): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>((all, name) => all.flatMap((one) => valuesOf(name, plant).map((value) => ({ ...one, [name]: value }))), [{}]);
}

async function cookieFor(who: Reader | null): Promise<Record<string, string>> {
  return who === null ? {} : { cookie: `${sessionCookie().name}=${await openSession({ id: who.id, sessionVersion: 1 }, "a test", new Date())}` };
}

/** All that a reader is sent: addresses with what they answer. */
async function crawled(who: Reader | null, plant: Planted): Promise<{ path: string; answer: string }[]> {
  const { discussion, comment, by } = plant.known;
  const queries = ["", `?${new URLSearchParams({ discussion: String(discussion), parent: String(comment), block: "1", revision: "1", by: String(by), format: "plain", q: "class" })}`, `?edit=${String(comment)}&from=changed`];
  const headers = await cookieFor(who);
  const answers: { path: string; answer: string }[] = [];
  for (const [file, load] of routes) {
    const { GET } = await load();
    if (!GET) continue;
    const pattern = file.slice(1).replace(/\/route\.tsx?$/, "");
    const names = [...pattern.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
    for (const params of fillings(names, plant))
      for (const query of queries) {
        const path = `${pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? "")}${query}`;
        const answer = await GET(new Request(`http://localhost${path || "/"}`, { headers }), { params: Promise.resolve(params) });
        answers.push({ path, answer: `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}` });
      }
  }
  return answers;
}

test("no page tells an outsider anything of a class, though those of it have read them all before", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const inside = await crawled(plant.room.teacher, plant);
  expect(inside.filter(({ answer }) => answer.includes(BEHIND)).length).toBeGreaterThan(5);
  const other = await aClass({ students: 1 });
  const outsiders = [null, await aMember(), await aMember({ role: "moderator" }), await aMember({ role: "editor" }), await aMember({ role: "administrator" }), other.teacher, other.students[0]?.reader ?? null];
  for (const who of outsiders) {
    const answers = await crawled(who, plant);
    expect(answers.length).toBe(inside.length);
    expect(answers.filter(({ answer }) => answer.includes(CANARY)).map(({ path }) => path)).toEqual([]);
    expect(answers.filter(({ answer }) => answer.startsWith("5")).map(({ path }) => path)).toEqual([]);
  }
});

test("no page tells a student what the gate hides", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const answers = await crawled(plant.gated, plant);
  expect(answers.filter(({ answer }) => answer.includes(BEHIND)).map(({ path }) => path)).toEqual([]);
  expect(answers.some(({ answer }) => answer.includes(`${CANARY} prompt`))).toBe(true);
});
