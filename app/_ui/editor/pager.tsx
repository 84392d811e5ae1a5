import { Icon } from "../icon";
import type { Words } from "../words";

/** The way between the pages of a long text; nothing where there is one. `to`: the address of a page. */
export function Pager({ words, page, pages, to }: { words: Words; page: number; pages: number; to: (page: number) => string }) {
  if (pages === 1) return null;
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
