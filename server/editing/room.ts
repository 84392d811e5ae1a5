/** Makes room between the blocks of a draft whose places are used up, after some twenty cuts in one paragraph. */
import { and, eq, inArray } from "drizzle-orm";
import { Overtaken } from "../../db/faults";
import { type BlockState, draftBlock, draftEdit, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { spreadPositions } from "../../domain/positions";
import { chunked } from "../articles/revision-writes";
import { changedMeanwhile } from "../refusals";
import type { Asked, Done } from "./history";
import type { VisibleDraft } from "./visible";

/** Spreads all places anew, those that edits would bring back too, and then does what there was no room for. @throws Refusal conflict.changed */
export async function roomyDraft(ctx: Asked, shown: VisibleDraft, then: (roomy: VisibleDraft) => Promise<Done>): Promise<Done> {
  const { id, version } = shown.draft;
  const held = await ctx.db.select({ id: revisionDraft.id }).from(revisionDraft).where(eq(revisionDraft.textFor, id));
  // Undoing may bring back an earlier text, to which earlier edits belong.
  const isHere = inArray(draftBlock.draftId, [id, ...held.map((one) => one.id)]);
  const [blocks, edits] = await Promise.all([ctx.db.select().from(draftBlock).where(isHere), ctx.db.select().from(draftEdit).where(eq(draftEdit.draftId, id))]);
  const states = edits.flatMap(({ before, after }) => [...before, ...after]);
  const spread = spreadPositions([...blocks.map(({ position }) => position), ...states.flatMap(({ block }) => block?.position ?? [])]);
  const moved = (position: number): number => spread.get(position) ?? position;
  const elsewhere = (state: BlockState): BlockState => ({ ...state, block: state.block && { ...state.block, position: moved(state.block.position) } });
  try {
    await writeTogether((w) => [
      must(w.update(revisionDraft).set({ version: version + 1 }).where(and(eq(revisionDraft.id, id), eq(revisionDraft.version, version))), "draft"),
      w.delete(draftBlock).where(isHere),
      ...chunked(blocks.map((block) => ({ ...block, position: moved(block.position) }))).map((chunk) => w.insert(draftBlock).values(chunk)),
      ...edits.map(({ number, before, after }) =>
        w.update(draftEdit).set({ before: before.map(elsewhere), after: after.map(elsewhere) }).where(and(eq(draftEdit.draftId, id), eq(draftEdit.number, number))),
      ),
    ]);
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return then({ ...shown, draft: { ...shown.draft, version: version + 1 } });
}
