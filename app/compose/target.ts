import type { Span } from "../../domain/blocks";
import { type DraftPlace, placeKey } from "../../domain/draft-place";
import type { Ask } from "../_asking/pages";
import type { ComposeProps } from "../_ui/compose-page";
import { composePath, editPath } from "../_ui/paths";

type About = { discussion: string; revision: number | null; block: number | null; words: Span | null; parent: string | null };
type Shown = Pick<ComposeProps, "target" | "hidden" | "path" | "as" | "draft" | "reworded" | "opening" | "brake" | "isBefore" | "inClass">;

/** What the form to write on shows of where the comment will stand, what it must send back, and the draft kept there. */
export async function composeTarget(ask: Ask, about: About): Promise<Shown & { kept: Kept | null }> {
  const composing = await ask.comments.composing(about);
  const { article, block, parent, discussion, as, opening, isOpen } = composing;
  const revision = about.revision ?? article.revision;
  const words = block && about.words ? `${about.words.start}-${about.words.end}` : undefined;
  const hidden: Record<string, string> = { discussion, revision: String(revision), ...(parent ? { parent: parent.id } : block ? { block: String(block.number), ...(words ? { words } : {}) } : {}) };
  const place: DraftPlace = parent ? { on: "reply", comment: parent.id } : block ? { on: "block", block: block.id, words: about.words ?? undefined } : { on: "article" };
  return {
    target: shown(composing),
    hidden,
    path: composePath({ discussion, revision, parent: parent?.id, block: parent ? undefined : block?.number, words }),
    as,
    opening: isOpen ? null : opening,
    brake: composing.brake,
    isBefore: composing.isBefore,
    inClass: composing.inClass,
    ...(await draftAt(ask, as !== null, discussion, place)),
  };
}

/** The form that changes a comment, as it stands; `from`: where to lead back to. */
export async function editTarget(ask: Ask, comment: string, from: string): Promise<Shown & { kept: Kept | null; acts: Awaited<ReturnType<Ask["comments"]["acts"]>> }> {
  const acts = await ask.comments.acts({ comment });
  const composing = await ask.comments.composing({ discussion: acts.discussion, block: acts.block, parent: acts.comment.parentId });
  const reworded = acts.may.reword ? (acts.comment.proposal?.before ?? null) : null;
  return {
    acts,
    target: shown(composing),
    reworded,
    as: composing.as,
    inClass: composing.inClass,
    path: editPath(comment, from || undefined),
    hidden: { discussion: acts.discussion, comment, version: String(acts.version), ...(from === "" ? {} : { from }), ...(reworded === null ? {} : { rewords: "1" }) },
    ...(await draftAt(ask, acts.may.edit, acts.discussion, { on: "edit", comment })),
  };
}

function shown({ article, parent, muted, block }: Awaited<ReturnType<Ask["comments"]["composing"]>>): ComposeProps["target"] {
  if (parent) return { article, on: { comment: parent, muted } };
  return { article, on: block ? { block: block.number, text: block.text, quote: block.quote, rewordable: block.rewordable } : null };
}

type Kept = ComposeProps["values"];

/** Visitors keep no drafts. `kept`: the text, when there is one. */
async function draftAt(ask: Ask, isKept: boolean, discussion: string, at: DraftPlace): Promise<{ draft: ComposeProps["draft"]; kept: Kept | null }> {
  if (!isKept) return { draft: null, kept: null };
  const place = placeKey(at);
  const { body, kind, proposal = null, version, updatedAt } = await ask.drafts.of({ discussion, place });
  const isThere = body !== "";
  return { draft: { place, version, savedAt: isThere ? updatedAt : null, other: null }, kept: isThere ? { body, kind, proposal } : null };
}
