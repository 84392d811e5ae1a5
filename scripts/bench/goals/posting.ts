/** Goal 6: comments acknowledged, each on the disk before it is. */
import { atLeast, atMost, type Figure, known } from "../figures";
import { people, type Place, post } from "../place";
import type { Stand } from "../stand";

/** Where the limit is, and how much of it is wanted: SQLite alone does nothing but write the row. */
const ON_SQLITE = { name: "SQLite", limit: "sqlite-full", share: 0.4 };
const ON_POSTGRES = { name: "Postgres", limit: "pg", share: 0.2 };

async function postingOn({ instrument, limits, wrong }: Stand, place: Place, { name, limit, share }: typeof ON_SQLITE): Promise<Figure[]> {
  const posts = (slug: string) => ({ ...post(place, slug), ...people(place), pids: place.pids });
  const told = await instrument.drive(
    [
      { name: `raw ${name}`, url: `${limits}/post/${limit}`, method: "POST", body: '{"author":"user{{rand:200}}","body":"{{words:40}}"}' },
      { name: "16 clients", ...posts("empty") },
      { name: "16 clients, 10,000 comments", ...posts("with-10000") },
      { name: "one client", ...posts("empty-too"), conns: 1 },
    ],
    wrong,
  );
  const many = told("16 clients");
  return [
    atLeast(share, { goal: 6, what: `posts of 16 clients, to raw ${name}`, value: many.toControl, unit: "×" }),
    known(6, `posts of 16 clients on ${name} (${many.cpuMs.toFixed(1)} ms CPU each)`, many.rps, "/s"),
    atMost(5, { goal: 6, what: `one client's post on ${name} (p50)`, value: told("one client").p50, unit: "ms" }),
    atMost(1.2, { goal: 6, what: `a post on ${name} among 10,000 comments, to an empty article`, value: many.rps / told("16 clients, 10,000 comments").rps, unit: "×" }),
  ];
}

export async function posting(where: Stand): Promise<Figure[]> {
  const onSqlite = await postingOn(where, where.sqlite, ON_SQLITE);
  return where.postgres ? [...onSqlite, ...(await postingOn(where, where.postgres, ON_POSTGRES))] : onSqlite;
}
