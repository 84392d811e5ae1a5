import { TextField } from "../field";
import { HiddenFields } from "../hidden-fields";
import type { ItemProps } from "./item";
import { wayOf } from "./queue-paths";

/** What moderators tell each other about the comment or its author; nobody else sees it. */
export function ItemNotes({ words, item, way, error, wrote = null }: ItemProps) {
  return (
    <section className="block2" aria-labelledby="notes">
      <h3 id="notes">{words.t("moderation.item.notes")}</h3>
      <ul className="ledger">
        {item.notes.map(({ id, body, by, at, isAboutMember }) => (
          <li key={id}>
            <p className="body" dir="auto">
              {body}
            </p>
            <span className="facts">
              <bdi>{by}</bdi>
              <time dateTime={at}>{words.minute(at)}</time>
              {isAboutMember && <span>{words.t("moderation.item.noteMember")}</span>}
            </span>
          </li>
        ))}
      </ul>
      <form className="fields" method="post" action={words.to("/forms/moderation.note")} data-here="">
        <HiddenFields hidden={{ item: item.id, member: item.author.id, way: wayOf(way) }} />
        <fieldset className="kinds">
          <legend>{words.t("moderation.item.noteAbout")}</legend>
          <div className="choices">
            {(["item", "member"] as const).map((of) => (
              <label key={of}>
                <input type="radio" name="about" value={of} defaultChecked={of === "item"} />
                <span>{words.t(of === "item" ? "moderation.item.noteItem" : "moderation.item.noteMember")}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField name="note" label={words.t("moderation.item.note")} error={error} rows={2} required maxLength={4000} className="field low" defaultValue={wrote?.note} />
        <div className="row">
          <button className="button" type="submit">
            {words.t("moderation.item.writeNote")}
          </button>
        </div>
      </form>
    </section>
  );
}
