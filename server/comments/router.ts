/** Comments: what may be asked. */
import { z } from "zod";
import { anyone, router, signedIn } from "../trpc";
import { deleteComment, editComment, postComment } from "./mutations";
import { actsOn, composing, mine, mineHere, whereIs } from "./queries";
import { commentToPost, key, kind } from "./to-post";
import { keepWaiting, postWaiting, waitingUnder } from "./waiting";

export const comments = router({
  composing: anyone
    .input(z.object({ discussion: z.string(), block: z.number().int().nullable(), parent: z.string().nullable() }))
    .query(({ ctx, input }) => composing(ctx, input)),
  acts: anyone.input(z.object({ comment: z.string() })).query(({ ctx, input }) => actsOn(ctx, input)),
  where: anyone.input(z.object({ comment: z.string() })).query(({ ctx, input }) => whereIs(ctx, input)),
  mine: signedIn.input(z.object({ after: z.string().nullable() })).query(({ ctx, input }) => mine(ctx, input)),
  mineHere: anyone.input(z.object({ discussion: z.string() })).query(({ ctx, input }) => mineHere(ctx, input)),
  post: signedIn.input(commentToPost).mutation(({ ctx, input }) => postComment(ctx, input)),
  keepWaiting: anyone.input(commentToPost).mutation(({ ctx, input }) => keepWaiting(ctx, input)),
  waiting: anyone.input(z.object({ secret: z.string() })).query(({ ctx, input }) => waitingUnder(ctx, input)),
  postWaiting: signedIn.input(z.object({ secret: z.string() })).mutation(({ ctx, input }) => postWaiting(ctx, input)),
  edit: signedIn
    .input(z.object({ comment: z.string(), version: z.number().int(), kind, body: z.string(), key }))
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  delete: signedIn.input(z.object({ comment: z.string() })).mutation(({ ctx, input }) => deleteComment(ctx, input)),
});
