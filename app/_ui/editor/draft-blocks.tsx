import { beginningOf } from "../../../domain/comment-text";
import type { DraftBlockView, DraftView } from "../../../server/editing/queries";
import { draftBlockPath, editorPath } from "../paths";
import type { Words } from "../words";
import { DraftBlockText } from "./draft-block-text";
import { kindSaid } from "./kind-said";
import { Pager } from "./pager";

/** The form all buttons of the text belong to; it stands in the bar. */
export const ACTS_FORM = "acts";

/** A page of the text, each block with its number, what it is, and what can be done to it. */
export function DraftBlocks({ words, draft }: { words: Words; draft: DraftView }) {
  const pager = <Pager words={words} page={draft.page} pages={draft.pages} to={(page) => `${words.to(editorPath(draft.slug, { page }))}#text`} />;
  return (
    <div data-part="blocks" data-page={draft.page}>
      {pager}
      <ul className="blocks" role="list">
        {draft.blocks.map((block) => (
          <Listed key={block.id} words={words} slug={draft.slug} language={draft.language} block={block} />
        ))}
      </ul>
      {pager}
    </div>
  );
}

function Listed({ words, slug, language, block }: { words: Words; slug: string; language: string; block: DraftBlockView }) {
  const { id, number, kind, dropped } = block;
  const edit = words.to(draftBlockPath(slug, id));
  const beginning = beginningOf(block.text, 40);
  return (
    <li className={dropped ? "edited out" : "edited"} id={`k-${id}`} data-edited={id} data-kind={kind} data-level={block.shape.level} data-number={number ?? undefined} data-out={dropped ? "" : undefined}>
      <p className="what">
        {number !== null && <span className="n">¶&#8239;{number}</span>}{" "}
        {kind !== "paragraph" && <span>{kindSaid(words, block)}</span>}{" "}
        {dropped && <span>{words.t("editor.blocks.out")}</span>}
      </p>
      <DraftBlockText words={words} block={block} language={language} />
      <p className="deeds">
        {!dropped && <Act words={words} name="join" block={id} label={words.t("editor.blocks.joinWhich", { number: number ?? 0 })} says={words.t("editor.blocks.join")} />}
        {dropped ? (
          <Act words={words} name="keep" block={id} label={words.t("editor.blocks.keepWhich", { text: beginning })} says={words.t("editor.blocks.keep")} />
        ) : (
          <Act words={words} name="drop" block={id} label={words.t("editor.blocks.dropWhich", { number: number ?? 0 })} says={words.t("editor.blocks.drop")} />
        )}
        <a href={edit} data-edit="" aria-label={number === null ? words.t("editor.blocks.editOut", { text: beginning }) : words.t("editor.blocks.editWhich", { number })}>
          {words.t("editor.blocks.edit")}
        </a>
      </p>
    </li>
  );
}

function Act({ words, name, block, label, says }: { words: Words; name: "join" | "drop" | "keep"; block: string; label: string; says: string }) {
  return (
    <button type="submit" form={ACTS_FORM} formAction={words.to(`/forms/editing.${name}`)} name="block" value={block} aria-label={label}>
      {says}
    </button>
  );
}
