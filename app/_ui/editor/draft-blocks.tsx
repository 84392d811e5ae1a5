import { beginningOf } from "../../../domain/comment-text";
import type { DraftBlockView, DraftView } from "../../../server/editing/queries";
import { Icon } from "../icon";
import { draftBlockPath, editorPath } from "../paths";
import type { Words } from "../words";
import { DraftBlockText } from "./draft-block-text";
import { kindSaid } from "./kind-said";

/** The form all buttons of the text belong to; it stands in the bar. */
export const ACTS_FORM = "acts";

/** A page of the text, each block with its number, what it is, and what can be done to it. */
export function DraftBlocks({ words, draft }: { words: Words; draft: DraftView }) {
  return (
    <div data-part="blocks" data-page={draft.page}>
      <Pager words={words} draft={draft} />
      <ul className="blocks" role="list">
        {draft.blocks.map((block) => (
          <Listed key={block.id} words={words} slug={draft.slug} language={draft.language} block={block} />
        ))}
      </ul>
      <Pager words={words} draft={draft} />
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

function Pager({ words, draft: { slug, page, pages } }: { words: Words; draft: DraftView }) {
  if (pages === 1) return null;
  const to = (wanted: number) => `${words.to(editorPath(slug, { page: wanted }))}#text`;
  return (
    <nav className="row pager" aria-label={words.t("editor.blocks.pages")}>
      {page > 1 && (
        <a className="button" rel="prev" href={to(page - 1)}>
          <Icon name="arrow-left" />
          {words.t("editor.blocks.before")}
        </a>
      )}
      <span className="quiet">{words.t("editor.blocks.page", { page, pages })}</span>
      {page < pages && (
        <a className="button" rel="next" href={to(page + 1)}>
          {words.t("editor.blocks.after")}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
