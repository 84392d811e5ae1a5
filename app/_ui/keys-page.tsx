import { type Act, acts, defaultKeys, isFixed } from "../../domain/keys";
import { Document } from "./document";
import type { Words } from "./words";

/** What keys do, and where a reader changes them; they are kept in the browser, so that the page is the same for everybody. */
export function KeysPage({ words }: { words: Words }) {
  return (
    <Document words={words} title={words.t("keys.title")} path="/keys">
      <div className="work narrow">
        <h1>{words.t("keys.title")}</h1>
        <p className="lead">{words.t("keys.lead")}</p>
        <KeyList words={words} />
        <noscript>
          <p className="notice">{words.t("keys.needsScript")}</p>
        </noscript>
        <ChangeForm words={words} />
      </div>
    </Document>
  );
}

/** The dialog on every page shows this list too, and takes these words along. */
function KeyList({ words }: { words: Words }) {
  return (
    <dl className="keys" data-off={words.t("keys.off")} data-change={words.t("keys.change")}>
      {acts.map((act) => (
        <div key={act} data-act={act} data-fixed={isFixed(act) ? "" : undefined}>
          <dt>{words.t(`keys.acts.${act}`)}</dt>
          <dd>
            <kbd>{nameOf(words, act)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function nameOf(words: Words, act: Act): string | null {
  if (act === "open") return words.t("keys.enter");
  return act === "back" ? words.t("keys.escape") : defaultKeys[act];
}

/** Shown by the script alone: without it there are no keys to change. */
function ChangeForm({ words }: { words: Words }) {
  const says = { "data-taken": words.t("keys.taken"), "data-not-one": words.t("keys.notOne"), "data-saved": words.t("keys.saved"), "data-unsaved": words.t("keys.unsaved"), "data-all-off": words.t("keys.areOff"), "data-all-first": words.t("keys.areFirst") };
  return (
    <section className="fields" data-keys="" hidden aria-labelledby="change" {...says}>
      <h2 id="change">{words.t("keys.change")}</h2>
      <p>{words.t("keys.changeSays")}</p>
      <div className="key-fields">
        {acts.filter((act) => !isFixed(act)).map((act) => (
          <KeyField key={act} words={words} act={act} />
        ))}
      </div>
      <p className="quiet" data-status="" />
      <div className="row">
        <button className="button" type="button" data-turn="off">
          {words.t("keys.turnOff")}
        </button>
        <button className="button" type="button" data-turn="first">
          {words.t("keys.turnFirst")}
        </button>
      </div>
    </section>
  );
}

function KeyField({ words, act }: { words: Words; act: Act }) {
  const id = `key-${act}`;
  return (
    <div className="key-field">
      <label htmlFor={id}>{words.t(`keys.acts.${act}`)}</label>
      <input className="field" type="text" id={id} name={act} placeholder={words.t("keys.off")} defaultValue={defaultKeys[act] ?? ""} autoComplete="off" autoCapitalize="none" autoCorrect="off" spellCheck={false} aria-describedby={`${id}-error`} />
      <p className="error" id={`${id}-error`} hidden />
    </div>
  );
}
