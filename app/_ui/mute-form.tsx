import { HiddenFields } from "./hidden-fields";
import type { Words } from "./words";

/** To read no more of somebody, or to read them again. */
export function Mute({ words, muted, name, comment }: { words: Words; muted: boolean; name: string; comment: string }) {
  return (
    <section aria-labelledby="mute">
      <h2 className="rule" id="mute">
        {words.t.rich("mute.title", { name: () => <bdi key="name">{name}</bdi> })}
      </h2>
      <form className="fields" method="post" action={words.to(muted ? "/forms/members.unmute" : "/forms/members.mute")}>
        <HiddenFields hidden={{ comment }} />
        <p>{words.t(muted ? "mute.isMuted" : "mute.says")}</p>
        <div className="row">
          <button className="button" type="submit">
            {words.t(muted ? "mute.unmute" : "mute.mute", { name })}
          </button>
        </div>
      </form>
    </section>
  );
}
