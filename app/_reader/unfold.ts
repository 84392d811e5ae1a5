/** "2 replies", "3 more replies": what is left out of a thread is brought into its card instead of leaving the page. */
import { fetchPage } from "./fetch-page";
import { reveal } from "./passages";
import { isPlainClick } from "./plain-click";
import { renewed } from "./renewal";

export function unfoldInPlace(): void {
  document.addEventListener("click", (event) => {
    if (!isPlainClick(event)) return;
    const link = event.target.closest<HTMLAnchorElement>(".sheet .thread :is(.rest, .more) > a");
    const thread = link?.closest<HTMLElement>("section.thread");
    if (!link || !thread) return;
    event.preventDefault();
    if (link.closest(".rest")) reveal(thread);
    else void bring(thread, link);
  });
}

/** The thread as its page shows it from that place on; where that fails, the link is followed. */
async function bring(thread: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  link.ariaBusy = "true";
  const page = await fetchPage(link.href);
  const whole = page?.document.getElementById(thread.id);
  // A page further down the thread begins with another comment: in this card it would stand without what it answers.
  const first = thread.querySelector("article.comment, .tombstone")?.id;
  if (!whole || (first && !whole.querySelector(`#${CSS.escape(first)}`))) return location.assign(link.href);
  const known = new Set([...thread.querySelectorAll("article.comment")].map(({ id }) => id));
  thread.replaceChildren(...document.importNode(whole, true).childNodes);
  const fresh = [...thread.querySelectorAll<HTMLElement>("article.comment")].find(({ id }) => !known.has(id));
  renewed();
  reveal(fresh ?? thread);
}
