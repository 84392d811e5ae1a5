import { Document } from "./document";
import type { Withdrawn } from "../../server/refusals";
import type { Words } from "./words";

export type NoticeKind = "notFound" | "notAllowed" | "wrong" | "tooMany" | "busy" | "invalid" | "tooLarge" | "hasAccount" | "onlyDoor" | "withdrawn" | "reported";

export type NoticeProps = {
  words: Words;
  kind: NoticeKind;
  path: string;
  /** A sentence of the refusals that says more than the notice's own. */
  message?: string | null;
  /** The article it is about, with why and when it was withdrawn. */
  withdrawn?: Withdrawn | null;
  /** Next steps beside the list of articles, of which there is always the link; `href` with its language. */
  links?: { href: string; label: string }[];
  /** A text that could not be taken: shown, so that it is not lost. */
  kept?: string | null;
  reader?: { name: string } | null;
};

/** What happened and the next thing one can do: no drawings, no apologies. */
export function NoticePage({ words, kind, path, message = null, withdrawn = null, links = [], kept = null, reader = null }: NoticeProps) {
  return (
    <Document words={words} title={words.t(`notices.${kind}.title`)} path={path} noindex reader={reader}>
      <div className="work narrow">
        <h1>{words.t(`notices.${kind}.title`)}</h1>
        {withdrawn === null ? <p className="lead">{message ?? words.t(`notices.${kind}.says`)}</p> : <WhyWithdrawn words={words} withdrawn={withdrawn} />}
        {kept !== null && (
          <div className="labelled">
            <label htmlFor="kept">{words.t("notices.kept")}</label>
            <textarea className="field" id="kept" rows={6} readOnly defaultValue={kept} />
          </div>
        )}
        <p className="row">
          {links.map(({ href, label }) => (
            <a key={href} className="button" href={href}>
              {label}
            </a>
          ))}
          <a className="button" href={words.to("/")}>
            {words.t("notices.articles")}
          </a>
        </p>
      </div>
    </Document>
  );
}

function WhyWithdrawn({ words, withdrawn: { title, language, at, why } }: { words: Words; withdrawn: Withdrawn }) {
  return (
    <>
      <p className="lead" lang={language}>
        <bdi>{title}</bdi>
      </p>
      <p>{words.t("notices.withdrawn.says")}</p>
      <p className="facts">
        <time dateTime={at}>{words.t("notices.withdrawn.on", { day: words.day(at) })}</time>
      </p>
      <p className="quiet">{words.t("notices.withdrawn.why")}</p>
      <blockquote className="quoted" dir="auto">
        {why}
      </blockquote>
    </>
  );
}
