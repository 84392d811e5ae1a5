/** One round: people post, the server is killed, comes back, what was not acknowledged is sent again, all is counted. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startServer } from "../test/server-process";

export type Place = { settings: Record<string, string>; people: string[]; discussion: string; clear: () => void };
export type Tally = { acknowledged: number; lost: number; doubled: number; miscounted: number; slow: number };
type Wish = { person: string; key: string; body: string; place: { block: number } | { parent: string }; id: string | null };

/** The kill comes within this, so that it meets every part of a write. */
const KILL_WITHIN_MS = { least: 250, most: 1_250 };
/** Serving again, as the limits promise; the start of the process included. */
const BACK_WITHIN_MS = 5_000;

/** Sends one comment; its id once acknowledged, null when the connection broke or the server said no. */
async function send(url: string, place: Place, wish: Wish): Promise<string | null> {
  const body = JSON.stringify({ discussion: place.discussion, revision: 1, kind: null, key: wish.key, body: wish.body, ...wish.place });
  try {
    const answer = await fetch(`${url}/api/trpc/comments.post`, { method: "POST", headers: { "content-type": "application/json", cookie: wish.person }, body });
    if (!answer.ok) return null;
    const said: unknown = await answer.json();
    return /"id":"([^"]+)"/.exec(JSON.stringify(said))?.[1] ?? null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

async function postUntilKilled(url: string, place: Place, stop: { now: boolean }): Promise<Wish[]> {
  const wishes: Wish[] = [];
  await Promise.all(
    place.people.map(async (person, number) => {
      let parent: string | null = null;
      while (!stop.now) {
        const key: string = randomUUID();
        const wish: Wish = { person, key, body: `Soaked ${key}`, place: parent ? { parent } : { block: 1 + (number % 5) }, id: null };
        wishes.push(wish);
        wish.id = await send(url, place, wish);
        parent = wish.id && wishes.length % 3 ? wish.id : null;
      }
    }),
  );
  return wishes;
}

/** A server that does not answer at all is a fault to be told, not to be waited out. */
const NEVER_BACK_MS = 60_000;

async function firstAnswer(url: string): Promise<void> {
  const began = performance.now();
  while (!(await fetch(`${url}/articles/soaked`).then((answer) => answer.ok, () => false))) {
    if (performance.now() - began > NEVER_BACK_MS) throw new Error("the server was started again, and does not answer");
    await pause(20);
  }
}

export async function soakRound(place: Place): Promise<{ tally: Tally; killedAfterMs: number; backAfterMs: number }> {
  const first = await startServer(place.settings);
  const stop = { now: false };
  const posting = postUntilKilled(first.url, place, stop);
  const killedAfterMs = Math.round(KILL_WITHIN_MS.least + Math.random() * (KILL_WITHIN_MS.most - KILL_WITHIN_MS.least));
  await pause(killedAfterMs);
  stop.now = true;
  await first.stop("SIGKILL");
  const wishes = await posting;

  const began = performance.now();
  const second = await startServer(place.settings);
  await firstAnswer(second.url);
  const backAfterMs = Math.round(performance.now() - began);
  const acknowledged = wishes.filter(({ id }) => id !== null).length;
  for (const wish of wishes) wish.id ??= await send(second.url, place, wish);
  const page = await everything(second.url);
  await second.stop();
  return { tally: { ...countOn(page, wishes), acknowledged, slow: backAfterMs > BACK_WITHIN_MS ? 1 : 0 }, killedAfterMs, backAfterMs };
}

/** All pages of the whole discussion: from 2,000 comments on there are several. */
async function everything(url: string): Promise<string> {
  let all = "";
  const seen = new Set<string>();
  for (let path: string | undefined = "/articles/soaked/all"; path; ) {
    if (seen.has(path)) throw new Error(`${path} leads to itself`);
    seen.add(path);
    const page: string = await (await fetch(url + path)).text();
    all += page;
    path = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  }
  return all;
}

function countOn(page: string, wishes: Wish[]): Pick<Tally, "lost" | "doubled" | "miscounted"> {
  const shown = new Map<string, number>();
  for (const [, key = ""] of page.matchAll(/Soaked ([0-9a-f-]{36})/g)) shown.set(key, (shown.get(key) ?? 0) + 1);
  const times = wishes.map(({ key }) => shown.get(key) ?? 0);
  const said = Number(/<strong>([\d,]+) comments?<\/strong>/.exec(page)?.[1]?.replaceAll(",", ""));
  return { lost: times.filter((count) => count === 0).length, doubled: times.filter((count) => count > 1).length, miscounted: said === shown.size ? 0 : 1 };
}
