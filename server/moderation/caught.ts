/** Before a comment is seen: what the rules make of it. */
import type { Caught } from "../../domain/moderation/phases";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import type { CommentToPost } from "../comments/to-post";
import { heldBySanction } from "./standing";

/** The first rule that catches what is sent; null: none. @throws Refusal notAllowed.silenced, warned */
export async function caughtBefore(ctx: Context & { reader: Reader }, _sent: CommentToPost): Promise<Caught | null> {
  return (await heldBySanction(ctx)) ? { phase: "sanction", rule: "hold", span: null, what: "hold", values: {} } : null;
}
