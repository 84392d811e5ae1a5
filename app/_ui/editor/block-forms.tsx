import type { ReactNode } from "react";
import { blockKinds, type BlockShape } from "../../../domain/blocks";
import { DEEPEST_HEADING, type EditedBlock } from "../../../domain/editing";
import { TextField } from "../field";
import type { FormError } from "../form-error";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";

type Props = { words: Words; hidden: Record<string, string> };

export function WordsForm({ words, hidden, text, language, error }: Props & { text: string; language: string; error: FormError | null }) {
  return (
    <form className="fields wide reworded" method="post" action={words.to("/forms/editing.reword")}>
      <HiddenFields hidden={hidden} />
      <TextField name="text" label={words.t("editor.block.words")} hint={words.t("editor.block.wordsHint")} error={error} rows={6} lang={language} dir="auto" defaultValue={text} />
      <div className="row">
        <button className="button main" type="submit">
          {words.t("editor.block.saveWords")}
        </button>
      </div>
    </form>
  );
}

/** The kinds a block can be, the commonest first; of headings each level. */
function kindChoices(words: Words): { value: string; says: string }[] {
  const kinds = ["paragraph", ...blockKinds.filter((kind) => kind !== "paragraph")] as const;
  return kinds.flatMap((kind) =>
    kind === "heading"
      ? Array.from({ length: DEEPEST_HEADING }, (_, place) => ({ value: `heading-${place + 1}`, says: words.t("editor.headingLevel", { level: place + 1 }) }))
      : [{ value: kind, says: words.t(`editor.kinds.${kind}`) }],
  );
}

export function KindForm({ words, hidden, block: { kind, shape } }: Props & { block: EditedBlock }) {
  return (
    <form className="fields" method="post" action={words.to("/forms/editing.retype")}>
      <HiddenFields hidden={hidden} />
      <div className="labelled">
        <label htmlFor="kind">{words.t("editor.block.kind")}</label>
        <select className="field" id="kind" name="kind" defaultValue={kind === "heading" ? `heading-${shape.level ?? 1}` : kind}>
          {kindChoices(words).map(({ value, says }) => (
            <option key={value} value={value}>
              {says}
            </option>
          ))}
        </select>
      </div>
      <div className="row">
        <button className="button" type="submit">
          {words.t("editor.block.saveKind")}
        </button>
      </div>
    </form>
  );
}

export function DescribeForm({ words, hidden, image, error }: Props & { image: NonNullable<BlockShape["image"]>; error: FormError | null }) {
  return (
    <form className="fields" method="post" action={words.to("/forms/editing.describe")}>
      <HiddenFields hidden={hidden} />
      <TextField name="alternative" label={words.t("editor.block.picture")} error={error} rows={2} dir="auto" defaultValue={image.alternative} />
      <label className="check">
        <input type="checkbox" name="decorative" value="1" defaultChecked={image.decorative === true} /> {words.t("editor.pictures.decorative")}
      </label>
      <div className="row">
        <button className="button" type="submit">
          {words.t("editor.pictures.save")}
        </button>
      </div>
    </form>
  );
}

/** One button that does one thing. */
export function PressForm({ words, hidden, name, label, children }: Props & { name: "split" | "join" | "drop" | "keep"; label: string | null; children: ReactNode }) {
  return (
    <form method="post" action={words.to(`/forms/editing.${name}`)}>
      <HiddenFields hidden={hidden} />
      <button className="button" type="submit" aria-label={label ?? undefined}>
        <span>{children}</span>
      </button>
    </form>
  );
}
