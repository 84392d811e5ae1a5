import type { ReactNode } from "react";
import type { Doubled as DoubledLine } from "../../../domain/classroom/roster-likeness";
import type { Changed, Enrolled, Joining, Likely as LikelyLine } from "../../../domain/classroom/roster-plan";
import type { Words } from "../words";
import type { WrittenChoices } from "./roster-preview-page";

/** Longer lists are counted above: nobody reads ten thousand lines, and a page of them would be megabytes. */
const SHOWN = 300;

function List<One>({ words, id, title, says = null, all, line }: { words: Words; id: string; title: string; says?: string | null; all: readonly One[]; line: (one: One, at: number) => ReactNode }) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {title} <span className="quiet">{words.number(all.length)}</span>
      </h2>
      {says !== null && <p className="hint">{says}</p>}
      {all.length > SHOWN && <p className="hint">{words.t("classes.roster.shown", { count: SHOWN })}</p>}
      <ul className="ledger">{all.slice(0, SHOWN).map(line)}</ul>
    </section>
  );
}

function Contact({ one }: { one: { section: string | null; externalId: string | null; email: string | null } }) {
  const said = [one.section, one.externalId, one.email].filter((text) => text !== null);
  return (
    <span className="facts">
      {said.map((text) => (
        <bdi key={text}>{text}</bdi>
      ))}
    </span>
  );
}

export function Joins({ words, joins }: { words: Words; joins: Joining[] }) {
  return (
    <List
      words={words}
      id="joins"
      title={words.t("classes.roster.joins")}
      all={joins}
      line={(one) => (
        <li key={one.line}>
          <bdi>{one.name}</bdi>
          <Contact one={one} />
        </li>
      )}
    />
  );
}

export function Leaves({ words, leaves }: { words: Words; leaves: Enrolled[] }) {
  return (
    <List
      words={words}
      id="leaves"
      title={words.t("classes.roster.leaves")}
      says={words.t("classes.roster.leavesSay")}
      all={leaves}
      line={(one) => (
        <li key={one.id}>
          <bdi>{one.name}</bdi>
          <Contact one={one} />
        </li>
      )}
    />
  );
}

export function Changes({ words, changes }: { words: Words; changes: Changed[] }) {
  const said = (one: Changed): string[] =>
    one.what.map((what) => (what === "moved" && one.section === null ? words.t("classes.roster.movedOut") : words.t(`classes.roster.what.${what}`, { before: one.enrolled.name, section: one.section ?? "" })));
  return (
    <List
      words={words}
      id="changes"
      title={words.t("classes.roster.changes")}
      all={changes}
      line={(one) => (
        <li key={one.line}>
          <bdi>{one.name}</bdi>
          <span className="facts">
            {said(one).map((says) => (
              <span key={says}>{says}</span>
            ))}
          </span>
        </li>
      )}
    />
  );
}

export function Doubled({ words, doubled }: { words: Words; doubled: DoubledLine[] }) {
  return <List words={words} id="doubled" title={words.t("classes.roster.doubled")} all={doubled} line={(one) => <li key={one.line}>{words.t("classes.roster.doubledLine", { line: one.line, of: one.of, isSame: one.isSame ? "yes" : "no" })}</li>} />;
}

/** Within the form: who is who is decided by it. */
export function Likely({ words, likely, written }: { words: Words; likely: LikelyLine[]; written: WrittenChoices }) {
  if (likely.length === 0) return null;
  return (
    <section aria-labelledby="likely">
      <h2 className="rule" id="likely">
        {words.t("classes.roster.likely")} <span className="quiet">{words.number(likely.length)}</span>
      </h2>
      <p className="hint">{words.t("classes.roster.likelySays")}</p>
      <div className="choices tall">
        <label>
          <input type="checkbox" name="allSame" value="1" defaultChecked={written.allSame} />
          <span>{words.t("classes.roster.allSame")}</span>
        </label>
      </div>
      {likely.length > SHOWN && <p className="hint">{words.t("classes.roster.shown", { count: SHOWN })}</p>}
      <ul className="ledger">
        {likely.slice(0, SHOWN).map(({ line, row, candidates }) => (
          <li key={line}>
            <label htmlFor={`line-${line}`}>{words.t("classes.roster.whoIs", { line, name: row.name ?? row.externalId ?? row.email ?? "" })}</label>
            <select className="field short" id={`line-${line}`} name={`line-${line}`} defaultValue={written.byLine[String(line)] ?? ""}>
              <option value="">{words.t("classes.roster.undecided")}</option>
              {candidates.map(({ enrolled, because }) => (
                <option key={enrolled.id} value={enrolled.id}>
                  {[words.t("classes.roster.same", { name: enrolled.name }), because === "email" ? words.t("classes.roster.byEmail") : "", enrolled.section ?? "", enrolled.externalId ?? ""].filter((text) => text !== "").join(" · ")}
                </option>
              ))}
              <option value="new">{words.t("classes.roster.another")}</option>
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
