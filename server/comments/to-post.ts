/** A comment as it is sent. */
import { z } from "zod";
import { place } from "../drafts/place-input";
import { named } from "../inputs";
import { commentKinds } from "../../domain/thread";

/** Chosen by the sender, once for each thing meant to be sent; sending again with it does nothing more. */
export const key = named.min(8).max(64);
export const kind = z.enum(commentKinds).nullable().default(null);

/**
 * The draft that is used up by what is sent: its place, when it is not where the comment stands, and the version its writer
 * saw; without one, whichever is kept. Null: none is.
 */
export const usedDraft = z
  .object({ place: place.nullable().default(null), version: z.int32().nullable().default(null) })
  .nullable()
  .default({ place: null, version: null });

/** Some of a block's words, in code points. */
export const words = z.object({ start: z.int32(), end: z.int32() }).nullable().default(null);

export const commentToPost = z.object({
  discussion: named,
  /** The revision its writer saw. */
  revision: z.int32(),
  /** The block of that revision; null: the whole article, or a reply. */
  block: z.int32().nullable().default(null),
  /** The words of the block it is about; null: all of it. */
  words,
  parent: named.nullable().default(null),
  kind,
  body: z.string(),
  /** Another wording of the passage; null, or the passage as it is: none. */
  proposal: z.string().nullable().default(null),
  draft: usedDraft,
  key,
});

export type CommentToPost = z.output<typeof commentToPost>;
