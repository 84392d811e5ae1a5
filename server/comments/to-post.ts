/** A comment as it is sent. */
import { z } from "zod";
import { commentKinds } from "../../domain/thread";

/** Chosen by the sender, once for each thing meant to be sent; sending again with it does nothing more. */
export const key = z.string().min(8).max(64);
export const kind = z.enum(commentKinds).nullable().default(null);

export const commentToPost = z.object({
  discussion: z.string(),
  /** The revision its writer saw. */
  revision: z.number().int(),
  /** The block of that revision; null: the whole article, or a reply. */
  block: z.number().int().nullable().default(null),
  /** The words of the block it is about, in code points; null: all of it. */
  words: z.object({ start: z.number().int(), end: z.number().int() }).nullable().default(null),
  parent: z.string().nullable().default(null),
  kind,
  body: z.string(),
  key,
});

export type CommentToPost = z.output<typeof commentToPost>;
