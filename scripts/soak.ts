/** `npm run soak`: kills the server while people post, starts it again, and counts what is lost or doubled; with `--publishing`, whoever publishes, with `--ending`, whoever carries out the end of a class. With `--moderation` it holds a thousand stories of moderation against their model, with `--evening` a bad evening. */
import { parseArgs } from "node:util";
import { startPostgres } from "../db/testing/postgres-server";
import { buildWhenStale } from "./build";
import { type Place, soakRound, type Tally } from "./soak/round";
import { soakEvening, soakStories } from "./soak/moderation";
import { freshPlace } from "./soak/place";
import { type EndingTally, soakEnding } from "./soak/ending";
import { type PublishingTally, soakPublishing } from "./soak/publishing";

const { values } = parseArgs({ options: { ending: { type: "boolean", default: false }, students: { type: "string", default: "30" }, assignments: { type: "string", default: "3" }, "public-rows": { type: "string", default: "3000" }, publishing: { type: "boolean", default: false }, moderation: { type: "boolean", default: false }, evening: { type: "boolean", default: false }, stories: { type: "string", default: "1000" }, blocks: { type: "string", default: "4000" }, threads: { type: "string", default: "10000" }, rounds: { type: "string", default: "20" }, database: { type: "string", default: "both" } } });
const rounds = Number(values.rounds);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.ending) await endingAlone();
if (values.publishing) await publishingAlone();
if (values.moderation) process.exit(await soakStories(Number(values.stories), values.database));
if (values.evening) process.exit(await soakEvening(values.database));

await buildWhenStale(say);
const total: Tally = { acknowledged: 0, lost: 0, doubled: 0, miscounted: 0, slow: 0 };

/** Needs no build either. */
async function endingAlone(): Promise<never> {
  const size = { students: Number(values.students), assignments: Number(values.assignments), publicRows: Number(values["public-rows"]) };
  const tallies: EndingTally[] = [];
  if (values.database !== "postgresql") tallies.push(await soakEnding("SQLite", "", rounds, size, say));
  if (values.database !== "sqlite") {
    const postgres = await startPostgres([]);
    tallies.push(await soakEnding("Postgres", postgres.address, rounds, size, say));
    await postgres.stop();
  }
  const sum = (key: keyof EndingTally): number => tallies.reduce((all, tally) => all + tally[key], 0);
  say(`soak of ending: ${sum("rounds")} rounds, ${sum("kills")} kills, ${sum("left")} left something, ${sum("miscounted")} miscounted`);
  process.exit(sum("left") + sum("miscounted") > 0 ? 1 : 0);
}

/** Needs no build: what publishes is a process of its own. */
async function publishingAlone(): Promise<never> {
  const size = { blocks: Number(values.blocks), threads: Number(values.threads) };
  const tallies: PublishingTally[] = [];
  if (values.database !== "postgresql") tallies.push(await soakPublishing("SQLite", "", rounds, size, say));
  if (values.database !== "sqlite") {
    const postgres = await startPostgres([]);
    tallies.push(await soakPublishing("Postgres", postgres.address, rounds, size, say));
    await postgres.stop();
  }
  const sum = (key: keyof PublishingTally): number => tallies.reduce((all, tally) => all + tally[key], 0);
  say(`soak of publishing: ${sum("rounds")} rounds, ${sum("nothing")} left nothing, ${sum("whole")} all, ${sum("torn")} torn, ${sum("again")} published in the end`);
  process.exit(sum("torn") > 0 || sum("again") < sum("rounds") ? 1 : 0);
}

function add({ acknowledged, lost, doubled, miscounted, slow }: Tally): void {
  total.acknowledged += acknowledged;
  total.lost += lost;
  total.doubled += doubled;
  total.miscounted += miscounted;
  total.slow += slow;
}

async function soak(name: string, place: Place): Promise<void> {
  for (let round = 1; round <= rounds; round += 1) {
    const { tally, killedAfterMs, backAfterMs } = await soakRound(place);
    say(`${name} ${round}/${rounds}: killed after ${killedAfterMs} ms, serving again after ${backAfterMs} ms, ${tally.acknowledged} acknowledged, ${tally.lost} lost, ${tally.doubled} doubled, ${tally.miscounted} miscounted`);
    add(tally);
  }
}

if (values.database !== "postgresql") {
  const place = await freshPlace("");
  await soak("SQLite", place);
  place.clear();
}
if (values.database !== "sqlite") {
  // Nothing may be lost with the power either: fsync stays on here, unlike in the tests of procedures.
  const postgres = await startPostgres([]);
  const place = await freshPlace(postgres.address);
  await soak("Postgres", place);
  place.clear();
  await postgres.stop();
}
// How soon it serves again is told, not judged: on a busy machine the start of a process takes as long as it takes.
const failed = total.lost + total.doubled + total.miscounted > 0 || total.acknowledged === 0;
say(`soak: ${rounds} rounds, ${total.acknowledged} acknowledged, ${total.lost} lost, ${total.doubled} doubled, ${total.miscounted} miscounted, ${total.slow} slow to return`);
process.exit(failed ? 1 : 0);
