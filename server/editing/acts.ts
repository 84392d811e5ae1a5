/** What is done to the blocks of a draft. Each reads what it touches, decides, and leaves an edit that can be undone. */
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { BlockState } from "../../db/schema/editing";
import { draftBlock } from "../../db/schema/editing";
import type { BlockKind } from "../../domain/blocks";
import { BLOCK_LENGTH, type EditedBlock, joinBlocks, retypeBlock, rewordBlock, splitBlock } from "../../domain/editing";
import { positionsBetween } from "../../domain/positions";
import { faultOfText, normalised } from "../../domain/text";
import { badField, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { type Asked, type Done, doEdit, type OfDraft, unchangedDraft } from "./history";
import { roomyDraft } from "./room";
import { blockOfDraft, type KeptBlock, textOf, type VisibleDraft } from "./visible";

export type OfBlock = OfDraft & { block: string };

/** Puts the next block's words behind this one's; those left out between them stay where they are. @throws Refusal notAllowed.lastBlock, joinPicture, conflict.changed */
export async function joinWithNext(ctx: Asked, of: OfBlock): Promise<Done> {
  const shown = await unchangedDraft(ctx, of);
  const first = await blockOfDraft(ctx, shown, of.block);
  const second = await neighbour(ctx, shown, first.position, 1);
  if (!second || first.dropped) throw notAllowed("lastBlock");
  const joined = joinBlocks(first, second);
  if (!joined) throw notAllowed("joinPicture");
  return doEdit(ctx, shown, { kind: "join", before: [stateOf(first), stateOf(second)], after: [changed(first, joined), gone(second)] });
}

/** Cuts a block before code point `at` of its text. @throws Refusal badField at, conflict.changed */
export async function splitAt(ctx: Asked, { at, ...of }: OfBlock & { at: number }): Promise<Done> {
  const shown = await unchangedDraft(ctx, of);
  const block = await blockOfDraft(ctx, shown, of.block);
  const halves = splitBlock(block, at);
  if (!halves) throw badField("at", { fault: "splitNowhere" });
  return partInto(ctx, shown, block, halves, "split");
}

/** Gives a block other words; an empty line parts it. Left empty, it is left out of the article. @throws Refusal badField text, conflict.changed */
export async function reword(ctx: Asked, { text, ...of }: OfBlock & { text: string }): Promise<Done> {
  const written = normalised(text);
  const fault = written === "" ? null : faultOfText(written, { most: BLOCK_LENGTH });
  if (fault) throw badField("text", fault);
  const shown = await unchangedDraft(ctx, of);
  const block = await blockOfDraft(ctx, shown, of.block);
  const parts = rewordBlock(block, written);
  // A picture stays without a caption.
  if (parts.length === 0) return doEdit(ctx, shown, one("drop", block, block.shape.image ? { ...block, text: "", marks: [] } : { ...block, dropped: true }));
  return partInto(ctx, shown, block, parts, "text");
}

/** @throws Refusal notAllowed.pictureStays, conflict.changed */
export async function retype(ctx: Asked, { kind, level, ...of }: OfBlock & { kind: BlockKind; level: number }): Promise<Done> {
  const shown = await unchangedDraft(ctx, of);
  const block = await blockOfDraft(ctx, shown, of.block);
  const retyped = retypeBlock(block, kind, level, await neighbour(ctx, shown, block.position, -1));
  if (!retyped) throw notAllowed("pictureStays");
  return doEdit(ctx, shown, one("retype", block, retyped));
}

/** Leaves a block out of the article, or takes it back. @throws Refusal conflict.changed */
export async function drop(ctx: Asked, { dropped, ...of }: OfBlock & { dropped: boolean }): Promise<Done> {
  const shown = await unchangedDraft(ctx, of);
  const block = await blockOfDraft(ctx, shown, of.block);
  return doEdit(ctx, shown, one(dropped ? "drop" : "keep", block, { dropped }));
}

/** Says what a picture shows, or that it says nothing. @throws Refusal badField alternative, conflict.changed, noSuch.block */
export async function describePicture(ctx: Asked, { alternative, decorative, ...of }: OfBlock & { alternative: string; decorative: boolean }): Promise<Done> {
  const said = decorative ? "" : normalised(alternative);
  const fault = said === "" ? null : faultOfText(said, { most: ALTERNATIVE_LENGTH });
  if (fault) throw badField("alternative", fault);
  const shown = await unchangedDraft(ctx, of);
  const block = await blockOfDraft(ctx, shown, of.block);
  const { image } = block.shape;
  if (!image) throw noSuch("block");
  const { decorative: _, ...plain } = image;
  return doEdit(ctx, shown, one("text", block, { shape: { ...block.shape, image: { ...plain, alternative: said, ...(decorative ? { decorative: true } : {}) } } }));
}

/** As long as a caption: a chart may need a paragraph. */
const ALTERNATIVE_LENGTH = 2_000;

/** Takes what the import left out into the text, as a paragraph behind the block numbered `after`; 0: before all. @throws Refusal noSuch.block, conflict.changed */
export async function takeIn(ctx: Asked, { which, after, ...of }: OfDraft & { which: number; after: number }): Promise<Done> {
  const shown = await unchangedDraft(ctx, of);
  const text = shown.draft.dropped[which];
  if (text === undefined) throw noSuch("block");
  const kept = and(eq(draftBlock.draftId, textOf(shown.draft)), eq(draftBlock.dropped, false));
  const [before] = after === 0 ? [] : await ctx.db.select().from(draftBlock).where(kept).orderBy(asc(draftBlock.position)).limit(1).offset(after - 1);
  if (after !== 0 && !before) throw badField("after", { fault: "noSuchNumber" });
  const next = await neighbour(ctx, shown, before?.position ?? 0, 1, true);
  const [position] = positionsBetween(before?.position ?? null, next?.position ?? null, 1) ?? [];
  if (position === undefined) return roomyDraft(ctx, shown, () => takeIn(ctx, { which, after, ...of, version: of.version + 1 }));
  const block = { position, kind: "paragraph" as const, text, marks: [], shape: {}, dropped: false };
  const blockId = randomId();
  return doEdit(ctx, shown, { kind: "keep", before: [{ blockId, block: null }], after: [{ blockId, block }] });
}

/** Several blocks in place of one; the first stays the one that it was. */
async function partInto(ctx: Asked, shown: VisibleDraft, block: KeptBlock, [first, ...others]: readonly EditedBlock[], kind: "split" | "text"): Promise<Done> {
  if (!first) throw noSuch("block");
  const next = await neighbour(ctx, shown, block.position, 1, true);
  const positions = positionsBetween(block.position, next?.position ?? null, others.length);
  if (!positions) return roomyDraft(ctx, shown, async (roomy) => partInto(ctx, roomy, await blockOfDraft(ctx, roomy, block.blockId), [first, ...others], kind));
  const made = others.map((other, place) => ({ blockId: randomId(), block: { ...other, position: positions[place] ?? 0, dropped: block.dropped } }));
  return doEdit(ctx, shown, {
    kind,
    before: [stateOf(block), ...made.map(({ blockId }) => ({ blockId, block: null }))],
    after: [changed(block, first), ...made],
  });
}

/** The nearest block that is part of the article, or with `any` whichever, behind (1) or before (-1) a place. */
export async function neighbour({ db }: Pick<Context, "db">, { draft }: VisibleDraft, position: number, by: 1 | -1, any = false): Promise<KeptBlock | null> {
  const beyond = by > 0 ? gt(draftBlock.position, position) : lt(draftBlock.position, position);
  const order = by > 0 ? asc(draftBlock.position) : desc(draftBlock.position);
  const [found] = await db.select().from(draftBlock).where(and(eq(draftBlock.draftId, textOf(draft)), beyond, any ? undefined : eq(draftBlock.dropped, false))).orderBy(order).limit(1);
  return found ?? null;
}

type Content = NonNullable<BlockState["block"]>;

function contentOf({ position, kind, text, marks, shape, dropped }: KeptBlock): Content {
  return { position, kind, text, marks, shape, dropped };
}

function stateOf(block: KeptBlock): BlockState {
  return { blockId: block.blockId, block: contentOf(block) };
}

function changed(block: KeptBlock, change: Partial<Content>): BlockState {
  const { kind, text, marks, shape, dropped } = { ...block, ...change };
  return { blockId: block.blockId, block: { position: block.position, kind, text, marks, shape, dropped } };
}

function gone({ blockId }: KeptBlock): BlockState {
  return { blockId, block: null };
}

/** An edit of one block. */
export function one(kind: "drop" | "keep" | "retype" | "text", block: KeptBlock, change: Partial<Content>) {
  return { kind, before: [stateOf(block)], after: [changed(block, change)] };
}
