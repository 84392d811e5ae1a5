/** What a visitor writes before having an account: kept until they sign up or in, then posted in their name. */
import { eq } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { waitingComment } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import { faultOfComment } from "../../domain/comment-text";
import { openingAt, openingOf } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { normalised } from "../../domain/text";
import { WAITING_KEPT_MS } from "../housekeeping";
import { hashOfToken } from "../members/tokens";
import { spend } from "../rate";
import { badField, noSuch, notTaken } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { type Posted, postComment } from "./mutations";
import { composing } from "./queries";
import { publicDiscussion } from "./visible";
import { type CommentToPost, commentToPost } from "./to-post";

/** Keeps a comment for whoever holds the returned secret. @throws Refusal as posting it would */
export async function keepWaiting(ctx: Context, input: CommentToPost): Promise<{ secret: string }> {
  const fault = faultOfComment(normalised(input.body));
  if (fault) throw badField("body", fault);
  const { opening, discussion } = await composing(ctx, input);
  if (openingAt(openingOf(opening), ctx.now()) !== "open") throw notTaken(await publicDiscussion(ctx, discussion), ctx.now());
  await spend({ what: "waiting", whom: ctx.network }, settings().rates.signIns, ctx.now());
  const secret = randomBytes(24).toString("base64url");
  await writeTogether((w) => [w.insert(waitingComment).values({ hash: hashOfToken(secret), comment: JSON.stringify(input), createdAt: ctx.now() })]);
  return { secret };
}

/** The comment that waits under this secret. @throws Refusal noSuch.comment */
export async function waitingUnder(ctx: Context, { secret }: { secret: string }): Promise<CommentToPost> {
  const [kept] = await ctx.db.select().from(waitingComment).where(eq(waitingComment.hash, hashOfToken(secret)));
  if (!kept || ctx.now().getTime() - kept.createdAt.getTime() > WAITING_KEPT_MS) throw noSuch("comment");
  return commentToPost.parse(JSON.parse(kept.comment));
}

/** Posts what waits, in the reader's name. Its own key keeps it from being posted twice; refused, it goes on waiting. */
export async function postWaiting(ctx: Context & { reader: Reader }, input: { secret: string }): Promise<Posted> {
  // Whoever wrote it had no account yet: a draft that the member keeps there is another text.
  const posted = await postComment(ctx, { ...(await waitingUnder(ctx, input)), draft: null });
  await writeTogether((w) => [w.delete(waitingComment).where(eq(waitingComment.hash, hashOfToken(input.secret)))]);
  return posted;
}
