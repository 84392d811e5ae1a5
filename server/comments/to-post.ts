/** A comment as it is sent. */
import { z } from "zod";
import { named } from "../inputs";
import { commentKinds } from "../../domain/thread";

/** Chosen by the sender, once for each thing meant to be sent; sending again with it does nothing more. */
export const key = named.min(8).max(64);
export const kind = z.enum(commentKinds).nullable().default(null);

export const commentToPost = z.object({
  discussion: named,
  /** The revision its writer saw. */
  revision: z.int32(),
  /** The block of that revision; null: the whole article, or a reply. */
  block: z.int32().nullable().default(null),
  /** The words of the block it is about, in code points; null: all of it. */
  words: z.object({ start: z.int32(), end: z.int32() }).nullable().default(null),
  parent: named.nullable().default(null),
  kind,
  body: z.string(),
  key,
});

export type CommentToPost = z.output<typeof commentToPost>;
