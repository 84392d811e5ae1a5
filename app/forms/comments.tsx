/** Writing, changing and taking back comments by forms. */
import { v4 as randomId } from "uuid";
import { isCommentKind } from "../../domain/thread";
import type { CommentToPost } from "../../server/comments/to-post";
import { Refusal } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { clearWaitingCookie, setWaitingCookie } from "../_asking/waiting-cookie";
import { CommentActsPage } from "../_ui/comment-acts-page";
import { ComposePage } from "../_ui/compose-page";
import { articlePath, commentPath } from "../_ui/paths";
import { actsProps } from "../comments/[id]/acts/props";
import { composeTarget, editTarget } from "../compose/target";
import { comeBack, type Form, leadTo, type Sent } from "./form";

function kindOf(sent: Sent): CommentToPost["kind"] {
  const kind = sent.field("kind");
  if (kind === "") return null;
  if (!isCommentKind(kind)) throw new Refusal("BAD_REQUEST", "field.kindUnknown", { field: "kind" });
  return kind;
}

function written(sent: Sent): Omit<CommentToPost, "kind"> {
  return {
    discussion: sent.field("discussion"),
    revision: wholeNumber(sent.field("revision")) ?? 0,
    block: sent.field("parent") ? null : wholeNumber(sent.field("block")),
    parent: sent.field("parent") || null,
    words: null,
    body: sent.field("body"),
    key: sent.field("key") || randomId(),
  };
}

/** Where a comment is seen in its place: on the article where it is shown there, else on its thread's page. */
export async function placeOfComment({ ask, words }: Sent, id: string): Promise<string> {
  const { slug, onArticle } = await ask.comments.where({ comment: id });
  return onArticle ? `${words.to(articlePath(encodeURIComponent(slug)))}#c-${id}` : words.to(commentPath(id));
}

export const postComment: Form = async (sent) => {
  const comment = written(sent);
  try {
    const wish = { ...comment, kind: kindOf(sent) };
    if (!sent.context.reader) {
      const { secret } = await sent.ask.comments.keepWaiting(wish);
      return leadTo(sent, sent.words.to("/sign-up"), [setWaitingCookie(secret)]);
    }
    const { id } = await sent.ask.comments.post(wish);
    return leadTo(sent, await placeOfComment(sent, id));
  } catch (error) {
    return composeAgain(sent, comment, error);
  }
};

/** The page to write on with the same text and the same key: what was refused was not made, what was made is not made again. */
async function composeAgain(sent: Sent, comment: Omit<CommentToPost, "kind">, error: unknown): Promise<Response> {
  const form = await composeTarget(sent.ask, comment);
  const kind = sent.field("kind");
  const values = { body: comment.body, kind: isCommentKind(kind) ? kind : null };
  return comeBack(sent, error, (why) => <ComposePage {...form} words={sent.words} mode="new" values={values} idempotencyKey={comment.key} error={why} />);
}

/** Posts what the visitor wrote before signing up or in; refused, it comes back as a form in the new member's name. */
export async function postWaiting(sent: Sent, secret: string): Promise<Response> {
  try {
    const { id } = await sent.ask.comments.postWaiting({ secret });
    return leadTo(sent, await placeOfComment(sent, id), [clearWaitingCookie()]);
  } catch (error) {
    const comment = await sent.ask.comments.waiting({ secret }).catch(() => null);
    if (!comment) return leadTo(sent, sent.words.to("/"), [clearWaitingCookie()]);
    const answer = await composeAgain({ ...sent, field: (name) => (name === "kind" ? (comment.kind ?? "") : "") }, comment, error);
    answer.headers.append("set-cookie", clearWaitingCookie());
    return answer;
  }
}

export const editComment: Form = async (sent) => {
  const [comment, key] = [sent.field("comment"), sent.field("key") || randomId()];
  try {
    const { id } = await sent.ask.comments.edit({ comment, version: wholeNumber(sent.field("version")) ?? 0, kind: kindOf(sent), body: sent.field("body"), key });
    return leadTo(sent, await placeOfComment(sent, id));
  } catch (error) {
    const { acts: _, ...form } = await editTarget(sent.ask, comment);
    const kind = sent.field("kind");
    const values = { body: sent.field("body"), kind: isCommentKind(kind) ? kind : null };
    return comeBack(sent, error, (why) => <ComposePage {...form} words={sent.words} mode="edit" values={values} idempotencyKey={randomId()} error={why} />);
  }
};

export const deleteComment: Form = async (sent) => {
  const comment = sent.field("comment");
  try {
    const { id } = await sent.ask.comments.delete({ comment });
    return leadTo(sent, await placeOfComment(sent, id));
  } catch (error) {
    const acts = await sent.ask.comments.acts({ comment });
    return comeBack(sent, error, (why) => <CommentActsPage {...actsProps(sent.words, sent.context.reader, acts)} error={why} />);
  }
};
