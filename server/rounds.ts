import { log } from "./log";

/**
 * Does something now, and again after a pause, until told to end: the returned function resolves when the round under way has.
 * A round that fails is noted, and the next comes all the same. `goesOn` tells a long one when to leave the rest.
 */
export function startRounds(name: string, pauseMs: number, once: (goesOn: () => boolean) => Promise<unknown>): () => Promise<void> {
  let ended = false;
  let wake = (): void => undefined;
  const rest = (): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, pauseMs);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  const rounds = (async () => {
    while (!ended) {
      await once(() => !ended).catch((error: unknown) => log.error({ err: error }, `${name} failed`));
      if (!ended) await rest();
    }
  })();
  return async () => {
    ended = true;
    wake();
    await rounds;
  };
}
