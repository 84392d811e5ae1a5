/** The page to write on once more, with the same text and key: what was refused was not made, what was made is not made again. */
import { v4 as randomId } from "uuid";
import { faultOfComment } from "../../domain/comment-text";
import { normalised } from "../../domain/text";
import { isCommentKind } from "../../domain/thread";
import { badField } from "../../server/refusals";
import { refusalOf } from "../../server/trpc";
import { ownDocument } from "../_asking/answers";
import { ComposePage, type ComposeProps } from "../_ui/compose-page";
import { composeTarget, editTarget } from "../compose/target";
import { comeBack, type Sent } from "./form";
import { draftIn, kindOf, written, type Written } from "./written";

export async function composeAgain(sent: Sent, error: unknown, comment: Written = written(sent)): Promise<Response> {
  const { kept: _, ...form } = await composeTarget(sent.ask, comment);
  return again(sent, error, { ...form, mode: "new", idempotencyKey: comment.key }, comment.body, comment.proposal);
}

export async function editAgain(sent: Sent, error: unknown): Promise<Response> {
  const { acts: _, kept: __, ...form } = await editTarget(sent.ask, sent.field("comment"), sent.field("from"));
  // Unlike a post, an edit may have been refused for its version: sent again it is another.
  return again(sent, error, { ...form, mode: "edit", idempotencyKey: randomId() }, sent.field("body"), sent.field("proposal") || null);
}

/** The text as readers will see it, above the field that holds it. Nothing is kept or sent by it. */
export async function previewComment(sent: Sent): Promise<Response> {
  const comment = written(sent);
  const fault = faultOfComment(normalised(comment.body));
  const isEdit = sent.field("comment") !== "";
  if (fault) return isEdit ? editAgain(sent, badField("body", fault)) : composeAgain(sent, badField("body", fault));
  const { kept: _, ...form } = isEdit ? await editTarget(sent.ask, sent.field("comment"), sent.field("from")) : await composeTarget(sent.ask, comment);
  const values = { body: comment.body, kind: kindOf(sent), proposal: comment.proposal };
  const draft = form.draft && { ...form.draft, version: draftIn(sent)?.version ?? 0, savedAt: null };
  return ownDocument(<ComposePage {...form} words={sent.words} mode={isEdit ? "edit" : "new"} values={values} draft={draft} idempotencyKey={comment.key} error={null} preview />);
}

type Form = Omit<ComposeProps, "words" | "values" | "error">;

function again(sent: Sent, error: unknown, form: Form, body: string, proposal: string | null = null): Promise<Response> {
  const kind = sent.field("kind");
  const values = { body, kind: isCommentKind(kind) ? kind : null, proposal };
  const draft = form.draft && { ...form.draft, ...draftOf(sent, error) };
  return comeBack(sent, error, (why) => <ComposePage {...form} draft={draft} words={sent.words} values={values} error={why} />);
}

/** What was saved elsewhere meanwhile stands beside the text; who has seen both and saves again means it. */
function draftOf(sent: Sent, error: unknown): Partial<NonNullable<ComposeProps["draft"]>> {
  const other = refusalOf(error)?.other;
  if (other) return { version: other.version, savedAt: null, other: other.body || null };
  return { version: draftIn(sent)?.version ?? 0, savedAt: null };
}
