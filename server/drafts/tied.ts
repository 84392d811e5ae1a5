/** What the place of a new draft names, and whether it is there. */
import { and, eq } from "drizzle-orm";
import { block, revision } from "../../db/schema/articles";
import { quoteOf } from "../../domain/anchors";
import { type DraftPlace, placeOfKey } from "../../domain/draft-place";
import type { Reader } from "../../domain/permissions";
import { visibleComment, type visibleDiscussion } from "../comments/visible";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };
type Where = Awaited<ReturnType<typeof visibleDiscussion>>;
type Tied = { blockId: string | null; commentId: string | null; revisionId: string | null };

const TO_NOTHING: Tied = { blockId: null, commentId: null, revisionId: null };

/** `revision`: in which its writer saw the block; null: the newest. @throws Refusal noSuch.block, noSuch.comment, notAllowed.notYours */
export async function tiedTo(ctx: Asked, input: { place: string; revision: number | null }, where: Where): Promise<Tied> {
  const place = placeOfKey(input.place);
  if (place?.on === "block") return { ...TO_NOTHING, blockId: place.block, revisionId: await revisionWith(ctx, place, input.revision ?? where.newest, where) };
  if (place?.on !== "reply" && place?.on !== "edit") return TO_NOTHING;
  const { id, discussionId, memberId } = await visibleComment(ctx, place.comment);
  if (discussionId !== where.id) throw noSuch("comment");
  if (place.on === "edit" && memberId !== ctx.reader.id) throw notAllowed("notYours");
  return { ...TO_NOTHING, commentId: id };
}

async function revisionWith({ db }: Asked, { block: blockId, words, sentences }: Extract<DraftPlace, { on: "block" }>, number: number, where: Where): Promise<string> {
  const [seen] = await db
    .select({ id: revision.id, number: revision.number, text: block.text, sentences: block.sentences })
    .from(revision)
    .innerJoin(block, and(eq(block.revisionId, revision.id), eq(block.blockId, blockId)))
    .where(and(eq(revision.articleId, where.articleId), eq(revision.number, number)));
  const hasPart = seen && (!words || quoteOf(seen.text, words)) && (!sentences || sentences.last < seen.sentences.length);
  if (!hasPart || seen.number > where.newest) throw noSuch("block");
  return seen.id;
}
