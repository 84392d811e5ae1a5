/** A proposed wording becomes part of the draft of the next revision. */
import { and, eq, isNull } from "drizzle-orm";
import { block } from "../../db/schema/articles";
import { proposal } from "../../db/schema/answers";
import { must } from "../../db/writes";
import { rewordBlock } from "../../domain/editing";
import type { Reader } from "../../domain/permissions";
import { takenInto } from "../../domain/proposals";
import { visibleArticle } from "../articles/visible";
import { publicComment } from "../comments/visible";
import { one } from "../editing/acts";
import { doEdit } from "../editing/history";
import { draftBlock } from "../../db/schema/editing";
import { textOf, visibleDraft } from "../editing/visible";
import { beginRevision } from "../revising/begin";
import { draftOfArticle } from "../revising/drafts";
import { notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { eventOf } from "./mutations";
import { type Passage, passageOf } from "./passage";

type Asked = Context & { reader: Reader };

/**
 * Puts the wording that a comment proposes in place of its passage, into the article's draft, which is begun where there is
 * none. `block`: where it stands there. Twice is once.
 * @throws Refusal noSuch.comment; notAllowed.noProposal, passageDiffers where the draft says something else by now; conflict.changed
 */
export async function acceptProposal(ctx: Asked, { comment: id }: { comment: string }): Promise<{ slug: string; block: string }> {
  const found = await publicComment(ctx, id);
  const [[proposed], about] = await Promise.all([ctx.db.select().from(proposal).where(eq(proposal.commentId, found.id)), passageOf(ctx.db, found.threadId)]);
  if (!proposed || !about) throw notAllowed("noProposal");
  const done = { slug: found.slug, block: about.blockId };
  if (proposed.acceptedAt !== null) return done;
  const wished = { span: about.span, before: proposed.before, after: proposed.after };
  // Nothing is begun for what cannot be done.
  const now = await textNow(ctx, found, about);
  if (now === null || takenInto(now, wished) === null) throw notAllowed("passageDiffers");
  await beginRevision(ctx, { slug: found.slug });
  const shown = await visibleDraft(ctx, found.slug);
  const [kept] = await ctx.db.select().from(draftBlock).where(and(eq(draftBlock.draftId, textOf(shown.draft)), eq(draftBlock.blockId, about.blockId)));
  const text = kept && !kept.dropped ? takenInto(kept.text, wished) : null;
  const [reworded] = kept && text !== null ? rewordBlock(kept, text) : [];
  if (!kept || !reworded) throw notAllowed("passageDiffers");
  const at = ctx.now();
  await doEdit(ctx, shown, one("text", kept, reworded), {
    writes: (w) => [must(w.update(proposal).set({ draftId: shown.draft.id, acceptedAt: at, acceptedBy: ctx.reader.id }).where(and(eq(proposal.commentId, found.id), eq(proposal.after, proposed.after), isNull(proposal.acceptedAt))), "proposal")],
    events: [eventOf(ctx, { ...found, id: found.threadId }, "proposal.accepted", at)],
  });
  return done;
}

/** The block's text in the draft, or where there is none in the newest revision; null: it is in neither, or left out. */
async function textNow(ctx: Asked, { slug, articleId }: { slug: string; articleId: string }, { blockId }: Passage): Promise<string | null> {
  const draft = await draftOfArticle(ctx, articleId);
  if (draft) {
    const [kept] = await ctx.db.select({ text: draftBlock.text, dropped: draftBlock.dropped }).from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), eq(draftBlock.blockId, blockId)));
    return kept && !kept.dropped ? kept.text : null;
  }
  const { revisionId } = await visibleArticle(ctx, slug);
  const [shown] = await ctx.db.select({ text: block.text }).from(block).where(and(eq(block.revisionId, revisionId), eq(block.blockId, blockId)));
  return shown?.text ?? null;
}
