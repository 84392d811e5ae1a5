/** Where the next revision shows what a thread is about, and how sure that is. */
import type { Span } from "../blocks";
import { align, type Steps } from "./alignment";
import { heaviestChain } from "./chains";
import { carrierOf } from "./phrase";
import type { Fate, Method } from "./work";
import { plain } from "./words";

/** A block of the old revision, from 0, and the code points it is about; null: all of it. */
export type About = { block: number; span: Span | null };

/**
 * `block` of the new revision, from 0; null: removed. `span` null: all of the block, or its words are not there any more.
 * `needsHuman`: it is likely, not certain. `nearest`: where a person might look for what was removed.
 */
export type Carried = {
  place: "same" | "moved" | "removed";
  text: "exact" | "changed";
  block: number | null;
  span: Span | null;
  needsHuman: boolean;
  method: Method;
  likeness: number;
  nearest: number | null;
};

/** Below this a block in order may be another that took its place; of such in real histories one in nine is not it. */
const SURE_IN_ORDER = 0.45;
/** Away from its place it takes more. */
const SURE_MOVED = 0.65;
/** What was removed may be this block, rewritten. */
const PERHAPS = 0.5;

/** Aligns two revisions and answers for each anchor; all anchors of a pair of revisions share the alignment. */
export function carrierBetween(from: readonly string[], to: readonly string[], told?: Steps): { fates: readonly Fate[]; carry: (about: About) => Carried } {
  const fates = align(from, to, told);
  return { fates, carry: carrierBy(fates, from, to) };
}

/** The same by fates that are known already, as they were kept when the later revision was published. */
export function carrierBy(fates: readonly Fate[], from: readonly string[], to: readonly string[]): (about: About) => Carried {
  const inOrder = new Set(heaviestChain(fates.flatMap(({ to: [first] }, old) => (first === undefined ? [] : [{ from: old, to: first, score: 1 }]))).map((pair) => pair.from));
  const phrases = new Map<number, ReturnType<typeof carrierOf>>();

  return ({ block, span }) => {
    const fate = fates[block];
    const [first] = fate?.to ?? [];
    if (!fate || first === undefined) return removed(fate);
    const [text, place] = [from[block] ?? "", inOrder.has(block) ? ("same" as const) : ("moved" as const)];
    const common = { place, needsHuman: isDoubtful(fate, place), method: fate.method, likeness: fate.likeness, nearest: null };
    if (!span) return { ...common, block: first, span: null, text: plain(text) === plain(to[first] ?? "") ? "exact" : "changed" };
    const parts = [...fate.to].sort((one, other) => one - other);
    const phrase = phrases.get(block) ?? carrierOf(text, parts.map((at) => to[at] ?? ""));
    phrases.set(block, phrase);
    const found = phrase(span);
    if (!found) return { ...common, block: first, span: null, text: "changed" };
    const at = parts[found.block] ?? first;
    const words = { start: found.start, end: found.end };
    return { ...common, block: at, span: words, text: said(text, span) === said(to[at] ?? "", words) ? "exact" : "changed" };
  };
}

const said = (text: string, { start, end }: Span): string => plain(Array.from(text).slice(start, end).join(""));

function removed(fate: Fate | undefined): Carried {
  const [likeness, nearest] = [fate?.likeness ?? 0, fate?.nearest ?? null];
  return { place: "removed", text: "changed", block: null, span: null, needsHuman: nearest !== null && likeness >= PERHAPS, method: "gone", likeness, nearest };
}

function isDoubtful({ method, likeness }: Fate, place: "same" | "moved"): boolean {
  if (method === "split" || method === "merged") return false;
  return likeness < (place === "moved" ? SURE_MOVED : SURE_IN_ORDER);
}
