/** To write by keys: on the block under the cursor, or in answer to the comment the keyboard is in, or to report it. */
import { openForm } from "../compose";
import { placeOf } from "../compose-place";
import { offeredLink } from "../offer";
import { open, threadsOn } from "../passages";
import { phrases } from "../phrases";
import { REPORT } from "../report";
import { announce } from "../said";
import { blockInSight, currentBlock, goTo, numberOf } from "./cursor";

const LINK = 'a[href*="/compose?"]';

/** Words that were chosen come first. */
export async function commentHere(): Promise<void> {
  const offered = await offeredLink();
  if (offered) return offered.click();
  const whole = document.activeElement?.closest<HTMLElement>(".whole");
  if (whole) return write(whole.querySelector<HTMLAnchorElement>(`:scope > .add ${LINK}`));
  const block = currentBlock() ?? blockInSight();
  if (block) commentOn(block);
}

export function commentOn(block: HTMLElement): void {
  goTo(block);
  open(threadsOn(numberOf(block)), true);
  write(linkOn(numberOf(block)));
}

function linkOn(number: string): HTMLAnchorElement | null {
  return [...document.querySelectorAll<HTMLAnchorElement>(`main ${LINK}`)].find(({ href }) => new URL(href).searchParams.get("block") === number) ?? null;
}

export function replyHere(): void {
  const active = document.activeElement;
  const comment = active?.closest("article.comment") ?? active?.closest("section.thread")?.querySelector("article.comment");
  const link = comment?.querySelector<HTMLAnchorElement>(`:scope > .acts ${LINK}`);
  if (link) write(link);
  else void phrases().then(({ noComment }) => announce(noComment));
}

/** The comment some of whose words were chosen comes before the one that has the keyboard. */
export function reportHere(): void {
  const selection = getSelection();
  const chosen = selection?.isCollapsed === false ? selection.anchorNode?.parentElement?.closest("article.comment") : null;
  const comment = chosen ?? document.activeElement?.closest("article.comment") ?? document.activeElement?.closest("section.thread")?.querySelector("article.comment");
  const link = comment?.matches("[data-own]") ? null : comment?.querySelector<HTMLAnchorElement>(REPORT);
  if (link) link.click();
  else void phrases().then(({ noReport }) => announce(noReport));
}

/** What has the keyboard now gets it back when the form is closed. */
function write(link: HTMLAnchorElement | null): void {
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : link;
  if (link && opener) void openForm({ href: link.href, beside: placeOf(link), name: link.textContent.replace("+", "").trim() }, opener);
}
