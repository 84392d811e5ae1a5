/** A comment as the form to write on sends it. */
import { v4 as randomId } from "uuid";
import { isCommentKind } from "../../domain/thread";
import type { CommentToPost } from "../../server/comments/to-post";
import { Refusal } from "../../server/refusals";
import { spanIn, wholeNumber } from "../_asking/request";
import type { Sent } from "./form";

/** @throws Refusal field.kindUnknown */
export function kindOf(sent: Sent): CommentToPost["kind"] {
  const kind = sent.field("kind");
  if (kind === "") return null;
  if (!isCommentKind(kind)) throw new Refusal("BAD_REQUEST", "field.kindUnknown", { field: "kind" });
  return kind;
}

export type Written = Omit<CommentToPost, "kind">;

export function written(sent: Sent): Written {
  const block = sent.field("parent") ? null : wholeNumber(sent.field("block"));
  return {
    discussion: sent.field("discussion"),
    revision: wholeNumber(sent.field("revision")) ?? 0,
    block,
    words: block === null ? null : spanIn(sent.field("words")),
    parent: sent.field("parent") || null,
    body: sent.field("body"),
    proposal: sent.field("proposal") || null,
    draft: draftIn(sent),
    key: sent.field("key") || randomId(),
  };
}

/** The draft the form was opened with; one saved elsewhere since then is another, and stays. */
export function draftIn(sent: Sent): { place: string; version: number } | null {
  const place = sent.field("draft");
  return place ? { place, version: wholeNumber(sent.field("draftVersion")) ?? 0 } : null;
}
