import { HiddenFields } from "./hidden-fields";
import { withQuery } from "./paths";
import type { Words } from "./words";

export type MutedView = { id: string; name: string; since: string };

/** Whom one has muted, each with a way back. `next`: the cursor of the following page. */
export function MutedList({ words, muted, next }: { words: Words; muted: MutedView[]; next: string | null }) {
  if (muted.length === 0) return null;
  return (
    <section aria-labelledby="muted">
      <h2 className="rule" id="muted">
        {words.t("mute.list")}
      </h2>
      <ul className="ledger">
        {muted.map(({ id, name, since }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <span className="facts">
              <time dateTime={since}>{words.t("mute.since", { day: words.day(since) })}</time>
            </span>
            <form method="post" action={words.to("/forms/members.unmute")}>
              <HiddenFields hidden={{ mute: id }} />
              <button className="button" type="submit">
                {words.t("mute.unmute", { name })}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {next !== null && (
        <p className="row">
          <a className="button" rel="next" href={withQuery(words.to("/me"), { muted: next })}>
            {words.t("mute.more")}
          </a>
        </p>
      )}
    </section>
  );
}
