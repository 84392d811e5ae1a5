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
  const first = whole?.querySelector("article.comment");
  const place = first ? placeOf(first.id, thread) : null;
  if (!page || !whole || !first || !place) return location.assign(link.href);
  const known = new Set([...thread.querySelectorAll("article.comment")].map(({ id }) => id));
  if (new URL(link.href).searchParams.has("after")) addReplies(thread, whole, link);
  else place.replaceChildren(...[...whole.childNodes].filter((node) => place === thread || !isBefore(node, first)).map((node) => document.importNode(node, true)));
  if (place === thread) leadOn(thread, page.document);
  const fresh = [...thread.querySelectorAll<HTMLElement>("article.comment")].find(({ id }) => !known.has(id));
  renewed();
  reveal(fresh ?? thread);
}

/** The next page of a long thread: its replies come after those that are there. */
function addReplies(thread: HTMLElement, whole: Element, link: HTMLAnchorElement): void {
  link.closest(".more")?.remove();
  const more = [...whole.querySelectorAll(":scope > .replies > li")].map((reply) => document.importNode(reply, true));
  thread.querySelector(":scope > .replies")?.append(...more);
}

/** The way to the next page stands outside the thread there; here it ends the card. */
function leadOn(thread: HTMLElement, page: Document): void {
  const next = page.querySelector<HTMLAnchorElement>('main a[rel="next"]');
  if (!next) return;
  const line = document.createElement("p");
  line.className = "more";
  const link = document.createElement("a");
  link.href = next.href;
  link.textContent = next.textContent;
  line.append(link);
  thread.append(line);
}

/** A page further down the thread begins with another comment than the card: it takes the place of that comment and its replies. */
function placeOf(first: string, thread: HTMLElement): Element | null {
  const shown = document.getElementById(first);
  if (!shown || !thread.contains(shown)) return null;
  return shown.closest(".replies > li") ?? thread;
}

/** What stands above it there, a link to the comment it answers, stands in the card already. */
function isBefore(node: Node, first: Element): boolean {
  return Boolean(first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING);
}
