import type { HeldKind } from "../../../server/administration/held";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";

export type HeldView = {
  kinds: { kind: HeldKind; rows: number | null; isExact: boolean; bytes: number | null; days: number | null }[];
  mails: { waiting: number; givenUp: number };
  database: { kind: string; version: string; bytes: number };
  program: { version: string; node: string; startedAt: string };
  countedAt: string;
};

/** Bytes in a megabyte, as disks are sold. */
const MEGABYTE = 1_000_000;

export function HeldPage({ words, reader, held }: { words: Words; reader: { name: string }; held: HeldView }) {
  const { database, program, mails } = held;
  const isSized = held.kinds.some(({ bytes }) => bytes !== null);
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("administration.places.held")} path="/administration/held" place="held">
      <p className="facts">
        <span>{words.t("administration.held.program", { version: program.version, node: program.node })}</span>
        <span>{words.t("administration.held.since", { day: words.minute(program.startedAt) })}</span>
        <span>
          {database.kind} {database.version}, {sizeOf(words, database.bytes)}
        </span>
        <span>{words.t("administration.held.mails", mails)}</span>
      </p>
      <section className="wide-table" aria-label={words.t("administration.places.held")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t("administration.held.kind")}</th>
              <th scope="col" className="num">{words.t("administration.held.rows")}</th>
              {isSized && <th scope="col" className="num">{words.t("administration.held.size")}</th>}
              <th scope="col">{words.t("administration.held.kept")}</th>
            </tr>
          </thead>
          <tbody>
            {held.kinds.map(({ kind, rows, isExact, bytes, days }) => (
              <tr key={kind}>
                <th scope="row">{words.t(`administration.held.kinds.${kind}`)}</th>
                <td className="num">{rows === null ? words.t("administration.held.unknown") : isExact ? words.number(rows) : words.t(bytes === null ? "administration.held.atLeast" : "administration.held.about", { rows })}</td>
                {isSized && <td className="num">{sizeOf(words, bytes ?? 0)}</td>}
                <td>{days === null ? words.t("administration.held.forGood") : words.t("administration.held.days", { days })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="hint">{words.t("administration.held.says", { day: words.minute(held.countedAt) })}</p>
    </AdministrationFrame>
  );
}

function sizeOf(words: Words, bytes: number): string {
  return words.t("administration.held.megabytes", { size: bytes / MEGABYTE });
}
