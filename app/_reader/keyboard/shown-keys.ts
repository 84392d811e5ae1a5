import { keptKeys } from "./kept";

/** Puts the reader's own keys into the list. */
export function showKept(list: HTMLElement): void {
  const keys = Object.entries(keptKeys());
  for (const item of list.querySelectorAll<HTMLElement>("[data-act]")) {
    const key = keys.find(([act]) => act === item.dataset.act)?.[1] ?? null;
    const cap = item.querySelector("kbd, .off");
    if (!cap || cap.textContent === key || item.matches("[data-fixed]")) continue;
    const shown = document.createElement(key === null ? "span" : "kbd");
    if (key === null) shown.className = "off";
    shown.textContent = key ?? list.dataset.off ?? "";
    cap.replaceWith(shown);
  }
}
