/** Looking again and again at what runs elsewhere. */
import { setTimeout as later } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

/** What is seen when it has ended, or when nobody should be kept waiting any longer. */
export async function until<Seen>(ms: number, look: () => Promise<Seen>, isEnded: (seen: Seen) => boolean): Promise<Seen> {
  const latest = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (isEnded(seen) || performance.now() > latest) return seen;
    await later(LOOK_EVERY_MS);
  }
}
