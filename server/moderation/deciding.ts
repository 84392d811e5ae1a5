/** Units that decide. Each ends in the log, whose end only one can move at a time; overtaken, a unit is planned afresh. */
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { type NewEvent, writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { changedMeanwhile } from "../refusals";
import { turns } from "../turns";
import type { Context } from "../trpc";
import { appended, type Said } from "./log-writes";

/** By then somebody else decides the same things over and over. */
const MOST_ATTEMPTS = 5;

/** Those of this process do not overtake each other: a hundred at once would all but one be in vain, again and again. */
const oneByOne = turns(1);

export type Plan = { chain: string; writes: (w: Writer) => Write[]; said: readonly Said[]; events: NewEvent[] };

/**
 * Carries out what `plan` says, planned upon what is there now; null: nothing is to be done.
 * `decisive`: what is not planned afresh when it was overtaken, but passed on.
 * @throws Overtaken by what is decisive; Refusal conflict.changed when it was overtaken too often; whatever `plan` throws
 */
export function carryOut<P extends Plan>(ctx: Pick<Context, "db">, plan: () => Promise<P | null>, decisive: readonly string[] = []): Promise<P | null> {
  return oneByOne(async () => {
    for (let attempt = 1; ; attempt += 1) {
      const planned = await plan();
      if (!planned) return null;
      const log = await appended(ctx.db, planned.chain, planned.said);
      try {
        await writeTogether((w) => [...planned.writes(w), ...log(w)], planned.events);
        return planned;
      } catch (error) {
        if (!(error instanceof Overtaken) || decisive.includes(error.what)) throw error;
        if (attempt === MOST_ATTEMPTS) throw changedMeanwhile();
      }
    }
  });
}
