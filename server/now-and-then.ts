/** Work that pages wait for says how far it is, not oftener than anybody looks. */
import { log } from "./log";

/** Twice a second is as often as a page asks. */
const SAY_EVERY_MS = 500;
/** A long wait for a turn is not silence: four times within what counts as cut off. */
const SAY_AT_LEAST_MS = 15_000;

/** What has said nothing for so long was cut off with its process: it speaks four times as often. */
export const SILENT_MS = 60_000;

/** Writes how far it is, when that changed or it was long ago, one write at a time; the returned function ends that. */
export function sayNowAndThen<How>(howFar: () => How, say: (how: How) => Promise<void>): () => Promise<void> {
  let [said, at, writing] = [howFar(), performance.now(), Promise.resolve()];
  let isWriting = false;
  const timer = setInterval(() => {
    if (isWriting || (said === howFar() && performance.now() - at < SAY_AT_LEAST_MS)) return;
    [said, at, isWriting] = [howFar(), performance.now(), true];
    writing = say(said)
      .catch((error: unknown) => log.error({ err: error }, "how far some work is was not written"))
      .finally(() => (isWriting = false));
  }, SAY_EVERY_MS);
  return async () => {
    clearInterval(timer);
    await writing;
  };
}
