/** "More" beside a comment of one's own is a menu; what it does is fetched when it is opened. */
import { isPlainClick } from "./plain-click";

export function menuInPlace(): void {
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>('article.comment[data-own] > .acts > a[href$="/acts"]') : null;
    if (!link) return;
    event.preventDefault();
    void import("./own-comment").then(({ openActs }) => openActs(link));
  });
}
