import { actLetters, type Deed, deedKeys, deeds, itemActs } from "../../../domain/moderation/queue-keys";
import { Key } from "../editor/key";
import type { Words } from "../words";

/** The keys of the queue, and all acts by name for the palette; they are the script's, which shows them. */
export function QueueKeys({ words }: { words: Words }) {
  return (
    <section aria-labelledby="queue-keys" data-queue-keys="" data-palette={words.t("moderation.keys.palette")} data-find={words.t("moderation.keys.find")} data-none={words.t("moderation.keys.none")} hidden>
      <h2 className="rule" id="queue-keys">
        {words.t("moderation.keys.title")}
      </h2>
      <p className="quiet">{words.t("moderation.keys.lead")}</p>
      <dl className="keys">
        {itemActs.map((act) => (
          <div key={act} data-choose={act} hidden={actLetters[act] === undefined}>
            <dt>{words.t(`moderation.acts.${act}.name`)}</dt>
            <dd>{actLetters[act] !== undefined && <kbd>{actLetters[act]}</kbd>}</dd>
          </div>
        ))}
        <Key says={words.t("moderation.keys.rules")}>
          <kbd>1</kbd> – <kbd>8</kbd>
        </Key>
        {deeds.map((deed) => (
          <div key={deed} data-does={deed} hidden={deedKeys[deed] === undefined}>
            <dt>{words.t(`moderation.deeds.${deed}`)}</dt>
            <dd>
              <DeedKeys words={words} deed={deed} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Moving goes by arrows too, and the palette opens as elsewhere. */
const ALSO: Partial<Record<Deed, string>> = { next: "↓", previous: "↑", palette: "Ctrl K" };

function DeedKeys({ words, deed }: { words: Words; deed: Deed }) {
  const [key, also] = [deedKeys[deed], ALSO[deed]];
  if (key === undefined) return null;
  return (
    <>
      <kbd>{key}</kbd>
      {also !== undefined && (
        <>
          {" "}
          {words.t("moderation.keys.or")} <kbd>{also}</kbd>
        </>
      )}
    </>
  );
}
