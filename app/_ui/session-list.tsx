import { HiddenFields } from "./hidden-fields";
import type { Words } from "./words";

/** `device`: what the browser calls itself; empty when it says nothing. */
export type SessionView = { id: string; current: boolean; device: string; startedAt: string; seenAt: string };

/** Where one is signed in, each with a way to end it. */
export function SessionList({ words, sessions, hidden }: { words: Words; sessions: SessionView[]; hidden: Record<string, string> }) {
  return (
    <section aria-labelledby="sessions">
      <h2 className="rule" id="sessions">
        {words.t("me.sessions")}
      </h2>
      <ul className="ledger">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <bdi>{session.device || words.t("me.unknownDevice")}</bdi> {session.current && <span className="tag accented">{words.t("me.thisOne")}</span>}
            </span>
            <span className="facts">
              <span>{words.t("me.since", { day: words.minute(session.startedAt) })}</span>
              <span>{words.t("me.seen", { day: words.day(session.seenAt) })}</span>
            </span>
            <form method="post" action={words.to("/forms/sessions.end")}>
              <HiddenFields hidden={{ ...hidden, session: session.id }} />
              <button className="button" type="submit">
                {words.t("me.end")}
                <span className="unseen">: {session.device || words.t("me.unknownDevice")}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form className="row" method="post" action={words.to("/forms/members.endOtherSessions")}>
          <HiddenFields hidden={hidden} />
          <button className="button" type="submit">
            {words.t("ownAccount.endOthers")}
          </button>
        </form>
      )}
    </section>
  );
}
