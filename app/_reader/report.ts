/** "Report" beside a comment opens its form here, with the words that were chosen in the comment. */
import { isPlainClick } from "./plain-click";

export const REPORT = ':scope > .acts > a[href$="/report"]';

const LINK = REPORT.replace(":scope", "article.comment");

/** What was chosen when the pointer came down: by the time the press is a click, it has ended that choice. */
let chosen = "";

export function reportInPlace(): void {
  document.addEventListener("pointerdown", ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>(LINK) : null;
    chosen = link ? wordsBeside(link) : "";
  });
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>(LINK) : null;
    if (!link) return;
    event.preventDefault();
    const byPointer = event.detail > 0 ? chosen : "";
    const words = wordsBeside(link) || byPointer;
    void import("./report-dialog").then(({ openReport }) => openReport(link, words));
  });
}

/** The chosen words that are this comment's; of a choice that goes beyond it, its part. */
function wordsBeside(link: HTMLAnchorElement): string {
  const [selection, body] = [getSelection(), link.closest("article.comment")?.querySelector(":scope > .body, :scope > .folded > .body")];
  if (!selection || selection.isCollapsed || !body) return "";
  const range = selection.getRangeAt(0).cloneRange();
  if (body.contains(range.commonAncestorContainer)) return selection.toString().trim();
  if (!range.intersectsNode(body)) return "";
  if (!body.contains(range.startContainer)) range.setStart(body, 0);
  if (!body.contains(range.endContainer)) range.setEnd(body, body.childNodes.length);
  return range.toString().trim();
}
