/** What each key does. */
import type { Act } from "../../../domain/keys";
import { lift } from "../cards";
import { open, threadsOn } from "../passages";
import { isWide } from "../wide";
import { blockInSight, currentBlock, goTo, numberOf, step } from "./cursor";
import { nextUnread, openBlock, stepThread } from "./threads";
import { commentHere, replyHere, reportHere } from "./write";

const doing: Record<Act, () => void> = {
  "next-block": () => step(1),
  "previous-block": () => step(-1),
  open: () => {
    const block = currentBlock();
    if (block) openBlock(block);
  },
  "next-thread": () => stepThread(1),
  "previous-thread": () => stepThread(-1),
  "next-unread": nextUnread,
  comment: () => void commentHere(),
  reply: replyHere,
  report: reportHere,
  menu: () => {
    const block = currentBlock() ?? blockInSight();
    if (block) void import("./block-menu").then(({ openBlockMenu }) => openBlockMenu(block));
  },
  back,
  keys: () => void import("./list").then(({ showKeys }) => showKeys()),
};

export function perform(act: Act): void {
  doing[act]();
}

/** From a discussion to the very block it is about; in the flow of the text it is closed behind. */
function back(): void {
  const block = currentBlock();
  if (block) {
    goTo(block);
    if (!isWide()) open(threadsOn(numberOf(block)), false);
  } else focusHeading();
  lift(null);
}

/** What is said on the whole article has no block: its heading stands for it. */
function focusHeading(): void {
  const heading = document.activeElement?.closest(".whole")?.querySelector<HTMLElement>("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
