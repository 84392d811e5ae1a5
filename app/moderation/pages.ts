/** What the pages of the queue show, read together; forms that come back show the same. */
import type { Reader } from "../../domain/permissions";
import type { Ask } from "../_asking/pages";
import type { QueuePageProps } from "../_ui/moderation/queue-page";
import type { Way } from "../_ui/moderation/queue-paths";
import type { Words } from "../_ui/words";

type Asked = { words: Words; now: Date; reader: Reader; ask: Ask };

/** What was just done, as the address says it. `batch`: of decisions. */
export type JustDone = { batch: string | null; says: string | null };

/** The acts that are told and not undone. */
const TOLD = ["claimed", "released", "noted", "snoozed", "woken", "asked", "decided"] as const;

export function justDone(given: URLSearchParams, words: Words): JustDone {
  const told = TOLD.find((one) => one === given.get("did"));
  const [undone, skipped, claimed] = [count(given.get("undone")), count(given.get("skipped")), count(given.get("claimed"))];
  const says = [told && words.t(`moderation.done.${told}`), undone && words.t("moderation.done.undone", { count: undone }), skipped && words.t("moderation.queue.skipped", { count: skipped }), claimed && words.t("moderation.queue.claimedByOthers", { count: claimed })].filter(Boolean).join(" ");
  return { batch: given.get("done"), says: says || null };
}

function count(text: string | null): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

/** An appeal's page is another: its id. */
export async function queueProps({ words, now, reader, ask }: Asked, way: Way, id: string | null, { batch, says }: JustDone): Promise<Omit<QueuePageProps, "error"> | { appeal: string }> {
  const [queue, done, wished] = await Promise.all([ask.moderation.queue(way), batch === null ? null : ask.moderation.done({ batch }), id === null ? null : ask.moderation.item({ item: id })]);
  const shown = id ?? queue.items.find(({ kind, isOfClass }) => kind !== "appeal" && !isOfClass)?.id ?? null;
  const item = wished ?? (shown === null ? null : await ask.moderation.item({ item: shown }));
  if (item?.isAppeal) return { appeal: shown ?? "" };
  return { words, now, reader, queue, way, item, isList: id === null, done, says };
}
