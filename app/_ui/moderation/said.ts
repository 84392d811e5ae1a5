/** What the queue says in few words. */
import type { Act, Ground } from "../../../domain/moderation/decision";
import type { CaughtBy } from "../../../domain/moderation/phases";
import type { Words } from "../words";
import { groundName } from "./reasons-fields";

export function groundSaid(words: Words, ground: Ground): string {
  return ground === "review" ? words.t("moderation.queue.review") : groundName(words, ground);
}

export function actSaid(words: Words, act: Act): string {
  return words.t(`moderation.acts.${act}.name`);
}

export function phaseSaid(words: Words, phase: CaughtBy): string {
  return words.t(`moderation.queue.phases.${phase}`);
}

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** "18 min", "3 h", "2 days": how long something waits. */
export function ageSaid(words: Words, since: string, now: Date): string {
  const ms = Math.max(0, now.getTime() - new Date(since).getTime());
  if (ms < HOUR) return words.t("moderation.queue.age.minutes", { count: Math.floor(ms / MINUTE) });
  if (ms < DAY) return words.t("moderation.queue.age.hours", { count: Math.floor(ms / HOUR) });
  return words.t("moderation.queue.age.days", { count: Math.floor(ms / DAY) });
}

/** That a second moderator was asked for, and whom. */
export function askedSaid(words: Words, { name, isMe }: { name: string | null; isMe: boolean }): string {
  return isMe ? words.t("moderation.queue.askedMe") : words.t("moderation.queue.asked", { name: name ?? words.t("moderation.queue.anybody") });
}
