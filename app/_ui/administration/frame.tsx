import type { ReactNode } from "react";
import { Choices } from "../choices";
import { Document } from "../document";
import type { Words } from "../words";

const PLACES = [
  { name: "members", path: "/administration" },
  { name: "classes", path: "/administration/classes" },
  { name: "settings", path: "/administration/settings" },
  { name: "held", path: "/administration/held" },
  { name: "mails", path: "/administration/mails" },
] as const;

export type AdministrationPlace = (typeof PLACES)[number]["name"];

type Props = { words: Words; reader: { name: string }; title: string; path: string; place: AdministrationPlace; done?: string | null; children: ReactNode };

/** Every page of those who run the place, with the way to the others. `done`: what was just done. */
export function AdministrationFrame({ words, reader, title, path, place, done = null, children }: Props) {
  return (
    <Document words={words} title={title} path={path} noindex reader={reader}>
      <div className="work administration">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <Choices look="tabs" label={words.t("administration.title")} choices={PLACES.map(({ name, path: to }) => ({ name, href: words.to(to), chosen: name === place, says: words.t(`administration.places.${name}`) }))} />
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
