import type { Suspension } from "../../../server/refusals";
import { Document } from "../document";
import { doorPath } from "../paths";
import type { Words } from "../words";
import { groundSays } from "./ground-says";

type Props = { words: Words; suspension: Suspension };

/** The door is shut to who knows the password: why, until when, and the way to the whole statement. */
export function SuspendedPage({ words, suspension: { ground, law, until, token } }: Props) {
  return (
    <Document words={words} title={words.t("suspended.title")} path="/sign-in" noindex>
      <div className="work narrow">
        <h1>{words.t("suspended.title")}</h1>
        <p className="lead">{until === null ? words.t("suspended.forGood") : words.t("suspended.until", { day: words.minute(until) })}</p>
        {ground !== null && ground !== "review" && (
          <dl className="statement">
            <dt>{words.t("statement.ground")}</dt>
            <dd>
              <strong>{ground === "law" && law ? words.t("statement.lawCited", { law }) : groundSays(words, ground)}</strong>
            </dd>
          </dl>
        )}
        {token === null ? (
          <p>{words.t("suspended.over")}</p>
        ) : (
          <>
            <p className="row">
              <a className="button main" href={words.to(doorPath(token))}>
                {words.t("suspended.read")}
              </a>
            </p>
            <p className="hint">{words.t("suspended.keep")}</p>
          </>
        )}
      </div>
    </Document>
  );
}
