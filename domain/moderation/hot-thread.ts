/** A thread in which more is written than anybody reads. */
import type { Catch } from "./phases";

/** More than `most` comments within `minutes` minutes. */
export type HotThreadRule = { most: number; minutes: number };

/** Ten a minute for ten minutes: a class that was asked to answer stays below it, a crowd that was called together does not. */
export const defaultHotThreadRule: HotThreadRule = { most: 100, minutes: 10 };

/** `lately`: comments in the thread within the rule's minutes, without this one. */
export function hotThread(lately: number, rule: HotThreadRule | null): Catch | null {
  return rule === null || lately < rule.most ? null : { rule: "hot-thread", span: null, what: "hold", values: { count: lately + 1, minutes: rule.minutes } };
}
