/** Comments: what may be asked. */
import { z } from "zod";
import { commentKinds } from "../../domain/thread";
import { anyone, router, signedIn } from "../trpc";
import { deleteComment, editComment, postComment } from "./mutations";
import { actsOn, composing, mine, mineHere, whereIs } from "./queries";

/** Chosen by the sender, once for each thing meant to be sent; sending again with it does nothing more. */
const key = z.string().min(8).max(64);
const kind = z.enum(commentKinds).nullable().default(null);

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

export const comments = router({
  composing: anyone
    .input(z.object({ discussion: z.string(), block: z.number().int().nullable(), parent: z.string().nullable() }))
    .query(({ ctx, input }) => composing(ctx, input)),
  acts: anyone.input(z.object({ comment: z.string() })).query(({ ctx, input }) => actsOn(ctx, input)),
  where: anyone.input(z.object({ comment: z.string() })).query(({ ctx, input }) => whereIs(ctx, input)),
  mine: signedIn.input(z.object({ after: z.string().nullable() })).query(({ ctx, input }) => mine(ctx, input)),
  mineHere: anyone.input(z.object({ discussion: z.string() })).query(({ ctx, input }) => mineHere(ctx, input)),
  post: signedIn.input(commentToPost).mutation(({ ctx, input }) => postComment(ctx, input)),
  edit: signedIn
    .input(z.object({ comment: z.string(), version: z.number().int(), kind, body: z.string(), key }))
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  delete: signedIn.input(z.object({ comment: z.string() })).mutation(({ ctx, input }) => deleteComment(ctx, input)),
});
