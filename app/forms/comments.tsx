/** Writing, changing and taking back comments by forms. */
import { v4 as randomId } from "uuid";
import { wholeNumber } from "../_asking/request";
import { clearWaitingCookie, setWaitingCookie } from "../_asking/waiting-cookie";
import { CommentActsPage } from "../_ui/comment-acts-page";
import { articlePath, changedPath, commentPath, FROM_CHANGED, heldPath, withQuery } from "../_ui/paths";
import { actsProps } from "../comments/[id]/acts/props";
import { composeAgain, editAgain } from "./compose-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { draftIn, kindOf, written } from "./written";

/** Where a comment is seen in its place: on the article where it is shown there, else on its thread's page. */
export async function placeOfComment({ ask, words }: Sent, id: string): Promise<string> {
  const { slug, readAt, onArticle } = await ask.comments.where({ comment: id });
  return onArticle ? `${words.to(articlePath({ slug: encodeURIComponent(slug), readAt }))}#c-${id}` : words.to(commentPath(id));
}

/** Whoever goes through the comments whose text changed goes on there. */
async function placeAfter(sent: Sent, id: string, done: "edited" | "withdrawn"): Promise<string> {
  return sent.field("from") === FROM_CHANGED ? withQuery(sent.words.to(changedPath()), { [done]: "1" }) : placeOfComment(sent, id);
}

export const postComment: Form = async (sent) => {
  const comment = written(sent);
  try {
    const wish = { ...comment, kind: kindOf(sent) };
    if (!sent.context.reader) {
      const { secret } = await sent.ask.comments.keepWaiting(wish);
      return leadTo(sent, sent.words.to("/sign-up"), { cookies: [setWaitingCookie(secret)] });
    }
    const { id, held } = await sent.ask.comments.post(wish);
    return leadTo(sent, held ? sent.words.to(heldPath(id)) : await placeOfComment(sent, id));
  } catch (error) {
    return composeAgain(sent, error, comment);
  }
};

/** Posts what the visitor wrote before signing up or in; refused, it comes back as a form in the new member's name. */
export async function postWaiting(sent: Sent, secret: string): Promise<Response> {
  try {
    const { id, held } = await sent.ask.comments.postWaiting({ secret });
    return leadTo(sent, held ? sent.words.to(heldPath(id)) : await placeOfComment(sent, id), { cookies: [clearWaitingCookie()] });
  } catch (error) {
    const comment = await sent.ask.comments.waiting({ secret }).catch(() => null);
    if (!comment) return leadTo(sent, sent.words.to("/"), { cookies: [clearWaitingCookie()] });
    const answer = await composeAgain({ ...sent, field: (name) => (name === "kind" ? (comment.kind ?? "") : "") }, error, comment);
    answer.headers.append("set-cookie", clearWaitingCookie());
    return answer;
  }
}

export const editComment: Form = async (sent) => {
  const [comment, key] = [sent.field("comment"), sent.field("key") || randomId()];
  try {
    const { id, held } = await sent.ask.comments.edit({ comment, version: wholeNumber(sent.field("version")) ?? 0, kind: kindOf(sent), body: sent.field("body"), proposal: sent.field("rewords") === "" ? undefined : sent.field("proposal"), draft: draftIn(sent), key });
    return leadTo(sent, held ? sent.words.to(heldPath(id)) : await placeAfter(sent, id, "edited"));
  } catch (error) {
    return editAgain(sent, error);
  }
};

export const deleteComment: Form = async (sent) => {
  const comment = sent.field("comment");
  try {
    const { id, was } = await sent.ask.comments.delete({ comment });
    return leadTo(sent, await placeAfter(sent, id, "withdrawn"), { said: was ? { body: was.body, kind: was.kind ?? "", proposal: was.proposal ?? "" } : {} });
  } catch (error) {
    const acts = await sent.ask.comments.acts({ comment });
    return comeBack(sent, error, (why) => <CommentActsPage {...actsProps(sent.words, sent.context.reader, acts, sent.field("from"))} error={why} />);
  }
};

/** From the note that tells of it. */
export const restoreComment: Form = async (sent) => {
  const { id } = await sent.ask.comments.restore({ comment: sent.field("comment"), kind: kindOf(sent), body: sent.field("body"), proposal: sent.field("proposal") || null });
  return leadTo(sent, await placeOfComment(sent, id));
};
