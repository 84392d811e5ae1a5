import type { Ask } from "../_asking/pages";
import type { ComposeProps } from "../_ui/compose-page";
import { withQuery } from "../_ui/paths";

type About = { discussion: string; revision: number | null; block: number | null; parent: string | null };

/** What the form to write on shows of where the comment will stand, and what it must send back. */
export async function composeTarget(ask: Ask, about: About): Promise<Pick<ComposeProps, "target" | "hidden" | "path" | "as">> {
  const { article, block, parent, discussion, as } = await ask.comments.composing(about);
  const revision = String(about.revision ?? article.revision);
  const place: Record<string, string> = { discussion, revision, ...(parent ? { parent: parent.id } : block ? { block: String(block.number) } : {}) };
  return {
    target: { article, on: parent ? { comment: parent } : block ? { block: block.number, text: block.text, quote: null } : null },
    hidden: place,
    path: withQuery("/compose", place),
    as,
  };
}

/** The form that changes a comment, as it stands. */
export async function editTarget(ask: Ask, comment: string) {
  const acts = await ask.comments.acts({ comment });
  const { target, as } = await composeTarget(ask, { discussion: acts.discussion, revision: acts.revision, block: acts.block, parent: acts.comment.parentId });
  return { acts, target, as, path: withQuery("/compose", { edit: comment }), hidden: { comment, version: String(acts.version) } };
}
