/**
 * What others wrote meanwhile is announced, and shown when the reader asks for it: never under their eyes. The page itself
 * is asked for again, which costs the server nothing while it has not changed.
 */
import { parse } from "./fetch-page";
import { renewFrom } from "./fresh";
import { filled, phrases } from "./phrases";
import { announce } from "./said";

/** Announced at most this often, and not asked for while the page is hidden. */
const EVERY_MS = 15_000;

let etag: string | null = null;
let line: HTMLElement | null = null;

export function listenForNews(): void {
  if (!document.querySelector(".sheet:not(.flat)")) return;
  window.setInterval(() => document.visibilityState === "visible" && void ask(), EVERY_MS);
}

async function ask(): Promise<void> {
  const answer = await fetch(location.pathname + location.search, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok || answer.headers.get("etag") === etag) return;
  etag = answer.headers.get("etag");
  const page = parse(await answer.text());
  const count = newIn(page);
  if (count > 0) await offer(page, count);
}

/** The newest comments are always among those shown; of many new ones the total tells how many there are. */
function newIn(page: Document): number {
  const fresh = [...page.querySelectorAll("article.comment")].filter(({ id }) => document.getElementById(id) === null).length;
  return fresh === 0 ? 0 : Math.max(fresh, totalOf(page) - totalOf(document));
}

function totalOf(page: Document): number {
  return Number(page.querySelector<HTMLElement>(".sheet")?.dataset.comments ?? 0);
}

async function offer(page: Document, count: number): Promise<void> {
  const said = await phrases();
  line?.remove();
  line = document.createElement("p");
  line.className = "news";
  const text = filled(said.news, { count });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = said.showNews;
  button.addEventListener("click", () => show(page));
  line.append(text, " ", button);
  document.querySelector("main")?.after(line);
  announce(text);
}

/** What was being read stays where it is on the screen, and the keyboard goes to the count of the first new comment's block. */
function show(page: Document): void {
  const known = new Set([...document.querySelectorAll("article.comment")].map(({ id }) => id));
  const [block, top] = topBlock();
  line?.remove();
  line = null;
  renewFrom(page, null);
  const kept = block === null ? null : document.getElementById(block);
  if (kept) scrollBy({ top: kept.getBoundingClientRect().top - top, behavior: "instant" });
  const fresh = [...document.querySelectorAll<HTMLElement>("article.comment")].find(({ id }) => !known.has(id));
  const number = fresh?.closest<HTMLElement>(".threads")?.dataset.block;
  const beside = number ? document.querySelector<HTMLElement>(`a.count[data-block="${number}"]`) : null;
  (beside ?? document.getElementById("main"))?.focus({ preventScroll: true });
}

/** The first block in sight, and where it stands. */
function topBlock(): [string | null, number] {
  const block = [...document.querySelectorAll<HTMLElement>(".sheet [id^='b-']")].find((one) => one.getBoundingClientRect().bottom > 60);
  return block ? [block.id, block.getBoundingClientRect().top] : [null, 0];
}
