/** Comments: what may be asked. */
import { z } from "zod";
import { named } from "../inputs";
import { anyone, router, signedIn } from "../trpc";
import { changeHeld, ownHeld, ownHeldList } from "../moderation/own-held";
import { deleteComment, editComment, restoreComment } from "./change";
import { postComment } from "./mutations";
import { actsOn, composing, mine, whereIs } from "./queries";
import { commentToPost, key, kind, usedDraft, words } from "./to-post";
import { keepWaiting, postWaiting, waitingUnder } from "./waiting";

export const comments = router({
  composing: anyone
    .input(z.object({ discussion: named, block: z.int32().nullable(), words, parent: named.nullable() }))
    .query(({ ctx, input }) => composing(ctx, input)),
  acts: anyone.input(z.object({ comment: named })).query(({ ctx, input }) => actsOn(ctx, input)),
  where: anyone.input(z.object({ comment: named })).query(({ ctx, input }) => whereIs(ctx, input)),
  mine: signedIn.input(z.object({ after: named.nullable() })).query(({ ctx, input }) => mine(ctx, input)),
  held: signedIn.input(z.object({ comment: named })).query(({ ctx, input }) => ownHeld(ctx, input)),
  heldList: signedIn.input(z.object({ after: named.nullable().default(null) })).query(({ ctx, input }) => ownHeldList(ctx, input)),
  changeHeld: signedIn.input(z.object({ comment: named, version: z.int32(), kind, body: z.string() })).mutation(({ ctx, input }) => changeHeld(ctx, input)),
  post: signedIn.input(commentToPost).mutation(({ ctx, input }) => postComment(ctx, input)),
  keepWaiting: anyone.input(commentToPost).mutation(({ ctx, input }) => keepWaiting(ctx, input)),
  waiting: anyone.input(z.object({ secret: named })).query(({ ctx, input }) => waitingUnder(ctx, input)),
  postWaiting: signedIn.input(z.object({ secret: named })).mutation(({ ctx, input }) => postWaiting(ctx, input)),
  edit: signedIn
    .input(z.object({ comment: named, version: z.int32(), kind, body: z.string(), proposal: z.string().nullable().optional(), draft: usedDraft, key }))
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  delete: signedIn.input(z.object({ comment: named })).mutation(({ ctx, input }) => deleteComment(ctx, input)),
  restore: signedIn.input(z.object({ comment: named, kind, body: z.string(), proposal: z.string().nullable().default(null) })).mutation(({ ctx, input }) => restoreComment(ctx, input)),
});
