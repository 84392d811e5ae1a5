import { placeOfKey } from "../../domain/draft-place";
import type { CommentKind } from "../../domain/thread";
import { Document } from "./document";
import { HiddenFields } from "./hidden-fields";
import { Kind } from "./kind";
import { articlePath, composePath, editPath, withQuery } from "./paths";
import type { Words } from "./words";

export type ListedDraft = {
  discussion: string;
  place: string;
  article: { slug: string; title: string; language: string };
  block: number | null;
  answers: string | null;
  gone: "article" | "block" | "comment" | null;
  kind: CommentKind | null;
  beginning: string;
  /** The whole text where it cannot be continued. */
  body: string | null;
  version: number;
  updatedAt: string;
};

type Deleted = { discussion: string; place: string; body: string; kind: CommentKind | null; proposal?: string | null; version: number };

type Props = {
  words: Words;
  reader: { name: string } | null;
  drafts: ListedDraft[];
  /** Cursors: of the next page, and of this one (null on the first). */
  next: string | null;
  after: string | null;
  /** What was just thrown away, to be brought back. */
  deleted?: Deleted | null;
};

export function DraftsPage({ words, reader, drafts, next, after, deleted = null }: Props) {
  return (
    <Document words={words} title={words.t("drafts.title")} path="/me/drafts" noindex reader={reader}>
      <div className="work">
        <h1>{words.t("drafts.title")}</h1>
        <p className="lead">{words.t("drafts.lead")}</p>
        {deleted !== null && deleted.body !== "" && <BringBack words={words} deleted={deleted} />}
        {drafts.length === 0 && <p className="quiet">{words.t("drafts.none")}</p>}
        <ul className="ledger">
          {drafts.map((draft) => (
            <Listed key={`${draft.discussion} ${draft.place}`} words={words} draft={draft} />
          ))}
        </ul>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={withQuery(words.to("/me/drafts"), { after: next })}>
              {words.t("drafts.more")}
            </a>
          )}
          {after !== null && <a href={words.to("/me/drafts")}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function Listed({ words, draft }: { words: Words; draft: ListedDraft }) {
  return (
    <li>
      {draft.gone === null ? (
        <a href={words.to(pathToContinue(draft))} dir="auto">
          {draft.beginning}
        </a>
      ) : (
        <Gone words={words} draft={draft} gone={draft.gone} />
      )}
      <span className="facts">
        {draft.kind && <Kind kind={draft.kind} words={words} />}
        <a href={words.to(articlePath(draft.article.slug))} lang={draft.article.language}>
          <bdi>{draft.article.title}</bdi>
        </a>
        <span>{where(words, draft)}</span>
        <time dateTime={draft.updatedAt}>{words.minute(draft.updatedAt)}</time>
      </span>
      <form method="post" action={words.to("/forms/drafts.delete")}>
        <HiddenFields hidden={{ discussion: draft.discussion, place: draft.place, version: String(draft.version) }} />
        <button className="button" type="submit" aria-label={words.t("drafts.deleteWhich", { beginning: draft.beginning })}>
          {words.t("drafts.delete")}
        </button>
      </form>
    </li>
  );
}

function Gone({ words, draft, gone }: { words: Words; draft: ListedDraft; gone: NonNullable<ListedDraft["gone"]> }) {
  return (
    <details>
      <summary dir="auto">{draft.beginning}</summary>
      <p className="quiet">{words.t(`drafts.gone.${gone}`)}</p>
      <textarea className="field" rows={6} readOnly dir="auto" aria-label={words.t("drafts.whole")} defaultValue={draft.body ?? ""} />
    </details>
  );
}

function BringBack({ words, deleted }: { words: Words; deleted: Deleted }) {
  const { discussion, place, body, kind, proposal, version } = deleted;
  return (
    <form className="notice row" method="post" action={words.to("/forms/drafts.restore")}>
      <HiddenFields hidden={{ discussion, place, body, kind: kind ?? "", ...(proposal ? { proposal } : {}), version: String(version) }} />
      <span role="status">{words.t("drafts.deleted")}</span>
      <button className="button" type="submit">
        {words.t("drafts.undo")}
      </button>
    </form>
  );
}

function where(words: Words, { place: key, block: number, answers }: ListedDraft) {
  const place = placeOfKey(key);
  if (place?.on === "edit") return words.t("drafts.edit");
  if (place?.on === "reply") return answers === null ? words.t("drafts.reply") : words.t.rich("drafts.answers", { name: () => <bdi key="name">{answers}</bdi> });
  if (number === null) return words.t("drafts.onArticle");
  return words.t(place?.on === "block" && place.words ? "drafts.onWords" : "drafts.onBlock", { number });
}

/** The page to write on, at the same place. */
function pathToContinue({ place: key, discussion, block }: ListedDraft): string {
  const place = placeOfKey(key);
  if (place?.on === "edit") return editPath(place.comment);
  if (place?.on === "reply") return composePath({ discussion, parent: place.comment });
  if (place?.on !== "block" || block === null) return composePath({ discussion });
  return composePath({ discussion, block, words: place.words && `${place.words.start}-${place.words.end}` });
}
