import type { ReactNode } from "react";
import type { ClassRole } from "../../../domain/classroom/terms";
import { Choices } from "../choices";
import { Document } from "../document";
import { Icon } from "../icon";
import { classPath } from "../paths";
import type { Words } from "../words";

const places = ["overview", "people", "reports", "roster", "codes", "cards", "settings", "log", "end"] as const;
export type ClassPlace = (typeof places)[number];
/** What assistants see: the others change the class. */
const FOR_ASSISTANTS: readonly ClassPlace[] = ["overview", "people", "reports"];

export const classActs = ["made", "changed", "removed", "returned", "code", "revoked", "joined", "set", "saved", "extended", "moved", "divided", "taken", "copied", "ending", "reopened", "kept"] as const;
export type ClassAct = (typeof classActs)[number];

type Props = {
  words: Words;
  reader: { name: string };
  of: { id: string; name: string };
  /** Of the reader; students have one page of a class. */
  role: ClassRole;
  place: ClassPlace;
  title: string;
  /** For the head of the document, where an error changes it. */
  documentTitle?: string;
  path: string;
  done?: string | null;
  children: ReactNode;
};

/** Every page of a class, with the way to the others. */
export function ClassFrame({ words, reader, of, role, place, title, documentTitle = title, path, done = null, children }: Props) {
  const seen = role === "teacher" ? places : FOR_ASSISTANTS;
  return (
    <Document words={words} title={documentTitle} path={path} noindex reader={reader}>
      <div className="work administration">
        <p className="back">
          <a href={words.to(place === "overview" ? "/classes" : classPath(of.id))}>
            <Icon name="arrow-left" />
            <bdi>{place === "overview" ? words.t("classes.title") : of.name}</bdi>
          </a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {role !== "student" && (
          <Choices look="tabs" label={of.name} choices={seen.map((name) => ({ name, href: words.to(classPath(of.id, name === "overview" ? undefined : name)), chosen: name === place, says: words.t(`classes.places.${name}`) }))} />
        )}
        {done !== null && (
          <p className="notice" role="status">
            {done}
          </p>
        )}
        {children}
      </div>
    </Document>
  );
}

/** The way to the next page of a list, and back to its first. */
export function Pages({ words, next, first, more }: { words: Words; next: string | null; first: string | null; more: string }) {
  if (next === null && first === null) return null;
  return (
    <p className="row">
      {next !== null && (
        <a className="button" rel="next" href={next}>
          {more}
        </a>
      )}
      {first !== null && <a href={first}>{words.t("pages.first")}</a>}
    </p>
  );
}
