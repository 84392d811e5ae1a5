import { beginningOf } from "../../../domain/comment-text";
import type { DraftView } from "../../../server/editing/queries";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";

type Props = { words: Words; draft: DraftView };

/** What did not look like part of the article; each piece can be taken in. */
export function LeftOut({ words, draft: { slug, version, dropped, total, language } }: Props) {
  if (dropped.length === 0) return null;
  return (
    <section aria-labelledby="left-out">
      <h2 className="rule" id="left-out">
        {words.t("editor.leftOut.title")}
      </h2>
      <p className="quiet">{words.t("editor.leftOut.lead", { count: dropped.length })}</p>
      <ul className="ledger">
        {dropped.map(({ which, text }) => (
          <li key={which}>
            <span className="piece" lang={language} dir="auto">
              {text}
            </span>
            <form className="inline" method="post" action={words.to("/forms/editing.takeIn")}>
              <HiddenFields hidden={{ of: slug, version: String(version), which: String(which) }} />
              <label>
                {words.t("editor.leftOut.after")} <input className="field short" type="text" name="after" inputMode="numeric" pattern="[0-9]*" defaultValue={total} />
              </label>
              <button className="button" type="submit" aria-label={words.t("editor.leftOut.takeWhich", { text: beginningOf(text) })}>
                {words.t("editor.leftOut.take")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pictures are asked for what they show until somebody says so, or that they show nothing. */
export function Undescribed({ words, draft: { slug, version, undescribed, undescribedMore, language } }: Props) {
  if (undescribed.length === 0) return null;
  return (
    <section aria-labelledby="undescribed">
      <h2 className="rule" id="undescribed">
        {words.t("editor.pictures.title")}
      </h2>
      <p className="quiet">{words.t("editor.pictures.lead")}</p>
      {undescribed.map(({ id, number, text, source }) => (
        <form key={id} className="fields picture" method="post" action={words.to("/forms/editing.describe")}>
          <HiddenFields hidden={{ of: slug, version: String(version), block: id }} />
          {source.startsWith("/") && <img src={source} alt="" loading="lazy" />}
          <p className="quiet" lang={language} dir="auto">
            <a href={`#k-${id}`}>{words.t("editor.pictures.which", { number })}</a> {beginningOf(text) || words.t("editor.blocks.noCaption")}
          </p>
          <div className="labelled">
            <label htmlFor={`alt-${id}`}>{words.t("editor.pictures.says", { number })}</label>
            <textarea className="field low" id={`alt-${id}`} name="alternative" rows={2} dir="auto" />
          </div>
          <label className="check">
            <input type="checkbox" name="decorative" value="1" /> {words.t("editor.pictures.decorative")}
          </label>
          <button className="button" type="submit" aria-label={words.t("editor.pictures.saveWhich", { number })}>
            {words.t("editor.pictures.save")}
          </button>
        </form>
      ))}
      {undescribedMore > 0 && <p className="quiet">{words.t("editor.pictures.more", { count: undescribedMore })}</p>}
    </section>
  );
}
