/** One passage of a draft with its sentences, where a thread is to stand on some of its words. */
import { sentencesOf } from "../../domain/importing/sentences";
import type { Span } from "../../domain/blocks";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { blockNumbered, revisingDraft } from "./drafts";
import { type AboutThread, aboutThread } from "./passages";

export type OnePassage = AboutThread & { passage: { number: number; text: string; sentences: Span[] } };

/** `number`: the block's in the draft. @throws Refusal noSuch.article, noSuch.thread, noSuch.block, conflict.changed */
export async function passageToChoose(ctx: Context, { slug, thread, number }: { slug: string; thread: string; number: number }): Promise<OnePassage> {
  const revising = await revisingDraft(ctx, slug);
  const [about, here] = [await aboutThread(ctx, revising, { slug, thread }), await blockNumbered(ctx.db, revising.draft, number)];
  if (!here) throw noSuch("block");
  return { ...about, passage: { number, text: here.text, sentences: sentencesOf(here.text, about.language) } };
}
