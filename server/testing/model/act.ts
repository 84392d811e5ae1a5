/** One thing that somebody does. */
import type fc from "fast-check";
import type { Model } from "./model";
import type { World } from "./world";

export type Act = fc.AsyncCommand<Model, World>;

/** One of what is there, chosen by a number of any size. */
export function chosen<T>(list: readonly T[], nth: number): [T, number] | null {
  const place = list.length === 0 ? 0 : nth % list.length;
  const found = list[place];
  return found === undefined ? null : [found, place];
}
