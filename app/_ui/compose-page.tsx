import type { CommentKind, CommentView } from "../../domain/thread";
import type { OpeningView } from "../../domain/opening";
import type { Brake } from "../../domain/moderation/brake";
import { proposalOf } from "../../domain/proposals";
import { COMMENT_LENGTH } from "../../domain/comment-text";
import { Document } from "./document";
import { ErrorAbove, TextField } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { HiddenFields } from "./hidden-fields";
import { Icon } from "./icon";
import { Kind } from "./kind";
import { KindChoice } from "./kind-choice";
import { CommentBody } from "./comment-body";
import { openingSaid } from "./opening";
import { articlePath, composePath } from "./paths";
import { Proposal, ProposalField } from "./proposal";
import { Tile } from "./tile";
import { ComposedAbout } from "./composed-about";
import type { Words } from "./words";

export type ComposeTarget = {
  article: { slug: string; readAt?: string | undefined; title: string; language: string };
  /** Null: the whole article. */
  on: { block: number; text: string; quote: string | null; rewordable: boolean } | { comment: CommentView; muted: boolean } | null;
};

/** `savedAt`: when the text in the field is a kept draft. `other`: what was saved elsewhere meanwhile. */
export type ComposedDraft = { place: string; version: number; savedAt: string | null; other: string | null };

export type ComposeProps = {
  words: Words;
  mode: "new" | "edit";
  /** Of this page without language, query included: where the language switch leads. */
  path: string;
  target: ComposeTarget;
  /** `proposal`: the passage as it is proposed; null: as it is. */
  values: { body: string; kind: CommentKind | null; proposal?: string | null };
  /** Of a comment that is changed: the passage as its writer saw it, where they proposed another wording that nobody has taken yet. */
  reworded?: string | null;
  /** When it takes comments, where it takes none now. */
  opening?: OpeningView | null;
  /** How long the next comment of this writer waits, in a heated thread. */
  brake?: Brake | null;
  /** Whether a moderator looks at it before others see it. */
  isBefore?: boolean;
  /** The idempotency key: sent twice makes one comment. */
  idempotencyKey: string;
  hidden: Record<string, string>;
  /** Under which name; null for a visitor, who may write first. `id`: the participant's, when there is one already. */
  as: { name: string; id: string | null } | null;
  /** Where an unfinished text is kept, and which save of it stands in the field; null for visitors, whose text is not. */
  draft: ComposedDraft | null;
  /** How one's name is read in a class, which alone reads it; null: everyone does. */
  inClass?: { how: "teaching" | "names" | "pseudonym" | "firstPseudonym"; name: string | null; kinds: readonly CommentKind[] | null; isBefore: boolean } | null;
  error: FormError | null;
  /** Whether the text is shown above the field as readers will see it. */
  preview?: boolean;
};

export function ComposePage(props: ComposeProps) {
  const { words, mode, path, target, values, hidden, draft, error } = props;
  const carried = { ...hidden, key: props.idempotencyKey, ...(draft ? { draft: draft.place, draftVersion: String(draft.version) } : {}) };
  const title = words.t(mode === "edit" ? "compose.editTitle" : "comment" in (target.on ?? {}) ? "compose.replyTitle" : "compose.title");
  if (mode === "new" && props.opening) return <NotTaken {...props} title={title} opening={props.opening} />;
  return (
    <Document words={words} title={formTitle(words, title, error)} path={path} noindex reader={props.as}>
      <div className="work narrow">
        <h1>{title}</h1>
        <ComposedAbout words={words} target={target} whole={wholeBlockOf(hidden)} />
        <form className="composer" method="post" action={words.to(mode === "edit" ? "/forms/comments.edit" : "/forms/comments.post")}>
          <HiddenFields hidden={carried} />
          {props.preview === true && <Preview {...props} />}
          {draft !== null && <DraftKept words={words} draft={draft} />}
          {props.brake?.why != null && error === null && <Waits words={words} brake={props.brake} />}
          <ErrorAbove fields={["body", "kind", "proposal"]} error={error} />
          <TextField
            name="body"
            label={words.t("compose.body")}
            hint={words.t("compose.hint", { limit: COMMENT_LENGTH })}
            error={error}
            rows={8}
            required
            dir="auto"
            defaultValue={values.body}
          />
          {draft?.other != null && <OtherText words={words} text={draft.other} />}
          <Propose {...props} />
          <KindChoice words={words} chosen={values.kind} allowed={props.inClass?.kinds ?? null} isReply={"comment" in (target.on ?? {})} error={error} />
          <Sees {...props} />
          <div className="row">
            <button className="button main" type="submit">
              {words.t(mode === "edit" ? "compose.save" : "compose.post")}
            </button>
            <button className="button" type="submit" formAction={words.to("/forms/comments.preview")} data-preview="">
              {words.t("compose.preview")}
            </button>
            {draft !== null && (
              <button className="button" type="submit" formAction={words.to("/forms/drafts.save")} formNoValidate data-save-draft="">
                {words.t("compose.saveDraft")}
              </button>
            )}
            <a href={words.to(articlePath(target.article))} data-cancel="">{words.t("forms.cancel")}</a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** In place of the form: when comments are taken, and what was written, to be read and copied. */
function NotTaken({ words, path, target, values, draft, as, title, opening }: ComposeProps & { title: string; opening: OpeningView }) {
  return (
    <Document words={words} title={title} path={path} noindex reader={as}>
      <div className="work narrow">
        <h1>{title}</h1>
        <ComposedAbout words={words} target={target} whole={null} />
        <p className="lead">{openingSaid(words, opening, new Date())}</p>
        {values.body !== "" && (
          <div className="labelled">
            <label htmlFor="body">{words.t("discussion.written")}</label>
            <textarea className="field" id="body" rows={8} readOnly dir="auto" defaultValue={values.body} />
            {draft !== null && (
              <p className="hint">
                {words.t("discussion.keptAsDraft")} <a href={words.to("/me/drafts")}>{words.t("me.drafts")}</a>
              </p>
            )}
          </div>
        )}
        <p className="row">
          <a href={words.to(articlePath(target.article))}>{words.t("discussion.back")}</a>
        </p>
      </div>
    </Document>
  );
}

/** The passage that a wording is proposed of; null: none can be. */
function rewordable({ mode, target: { on }, reworded = null }: ComposeProps): string | null {
  if (mode === "edit") return reworded;
  return on === null || "comment" in on || !on.rewordable ? null : (on.quote ?? on.text);
}

function Propose(props: ComposeProps) {
  const { words, target: { article }, values, error } = props;
  const passage = rewordable(props);
  if (passage === null) return null;
  return <ProposalField words={words} passage={passage} written={values.proposal ?? null} language={article.language} error={error?.field === "proposal" ? error.message : null} />;
}

/** The address to write on the whole block, where it is about some of its words. */
function wholeBlockOf({ discussion, block, words, revision }: Record<string, string>): string | null {
  return discussion !== undefined && words !== undefined ? composePath({ discussion, block: Number(block), revision: Number(revision) }) : null;
}

/** As readers will see it; the field below still holds the text. */
function Preview(props: ComposeProps) {
  const { words, target: { article }, values, as } = props;
  const passage = rewordable(props);
  const after = passage === null ? null : proposalOf(passage, values.proposal ?? null);
  return (
    <section className="preview" aria-label={words.t("compose.previewed")} tabIndex={-1}>
      <p className="quiet">{words.t("compose.previewed")}</p>
      <header className="who">
        {as?.id != null && <Tile id={as.id} />}
        {as !== null && (
          <strong>
            <bdi>{as.name}</bdi>
          </strong>
        )}
        {values.kind && <Kind kind={values.kind} words={words} />}
      </header>
      {passage !== null && after !== null && <Proposal words={words} proposal={{ before: passage, after }} language={article.language} />}
      <CommentBody words={words} body={values.body} />
    </section>
  );
}

/** Said before anything is written, so that nobody presses in vain. */
function Waits({ words, brake: { why, seconds, with: count = 0 } }: { words: Words; brake: Brake }) {
  return <p className="notice">{words.t(why === "reports" ? "compose.brake.reports" : "compose.brake.ping-pong", { seconds, count })}</p>;
}

function DraftKept({ words, draft }: { words: Words; draft: ComposedDraft }) {
  if (draft.savedAt === null) return null;
  return (
    <p className="quiet" data-draft="">
      <time dateTime={draft.savedAt}>{words.t("compose.draftOf", { time: words.minute(draft.savedAt) })}</time> <a href={words.to("/me/drafts")}>{words.t("me.drafts")}</a>
    </p>
  );
}

/** What another tab or device saved: to be read and copied from, never lost. */
function OtherText({ words, text }: { words: Words; text: string }) {
  return (
    <div className="labelled">
      <label htmlFor="other">{words.t("compose.otherDraft")}</label>
      <textarea className="field" id="other" rows={6} readOnly dir="auto" defaultValue={text} />
    </div>
  );
}

/** Before the button, always: under which name, and who can read it. */
/** Who in a class reads it, and under which name. */
function SeesInClass({ words, inClass }: { words: Words; inClass: NonNullable<ComposeProps["inClass"]> }) {
  return (
    <div className="sees">
      {inClass.name === null ? <Icon name="pencil" /> : <Tile id={inClass.name} />}
      {inClass.name !== null && <span>{words.t.rich("compose.as", { name: () => <strong key="name"><bdi>{inClass.name}</bdi></strong> })}</span>}
      <Icon name="lock" />
      <span>{words.t(`assignments.seenBy.${inClass.how}`)}</span>
      {inClass.isBefore && <span>{words.t("assignments.looksFirst")}</span>}
    </div>
  );
}

function Sees({ words, as, inClass = null, isBefore = false }: ComposeProps) {
  if (inClass) return <SeesInClass words={words} inClass={inClass} />;
  return (
    <div className="sees">
      {as === null || as.id === null ? <Icon name="pencil" /> : <Tile id={as.id} />}
      <span>{as === null ? words.t("compose.visitor") : words.t.rich("compose.as", { name: () => <strong key="name"><bdi>{as.name}</bdi></strong> })}</span>
      <Icon name="users" />
      <span>{words.t(isBefore ? "compose.everyoneLater" : "compose.everyone")}</span>
    </div>
  );
}
