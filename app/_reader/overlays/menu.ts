/** Menus: the browser lays them over the page and closes them on Escape or a press elsewhere; arrows are a library's. */
import { FocusKeys, focusZone } from "@primer/behaviors";
import { takesFocus } from "../give-back";

export type Item = { name: string; grave?: boolean; act: () => void };

/** CSS pixels to the edge of the window. */
const EDGE = 8;

/** Opens below what was pressed, or above it where there is no room. Closed, the keyboard is back on `opener`. `name`: of the menu. */
export function openMenu(opener: HTMLElement, items: readonly Item[], name = opener.textContent.trim()): void {
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.popover = "auto";
  menu.setAttribute("role", "menu");
  menu.ariaLabel = name;
  menu.append(...items.map((item) => entryOf(menu, item)));
  const zone = new AbortController();
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    zone.abort();
    const wasInside = menu.contains(document.activeElement);
    menu.remove();
    opener.ariaExpanded = null;
    if (wasInside || document.activeElement === document.body) takesFocus(opener);
  });
  menu.addEventListener("keydown", ({ key }) => key === "Tab" && menu.hidePopover());
  document.body.append(menu);
  // Text is not expanded, whatever hangs over it.
  if (opener.matches("a, button")) opener.ariaExpanded = "true";
  menu.showPopover();
  place(menu, opener);
  focusZone(menu, { bindKeys: FocusKeys.ArrowVertical | FocusKeys.HomeAndEnd, focusOutBehavior: "wrap", abortSignal: zone.signal });
  menu.querySelector<HTMLElement>("[role=menuitem]")?.focus();
}

function entryOf(menu: HTMLElement, { name, grave = false, act }: Item): HTMLElement {
  const entry = document.createElement("button");
  entry.type = "button";
  entry.setAttribute("role", "menuitem");
  if (grave) entry.className = "grave";
  entry.textContent = name;
  entry.addEventListener("click", () => {
    menu.hidePopover();
    act();
  });
  return entry;
}

function place(menu: HTMLElement, opener: HTMLElement): void {
  const [beside, own] = [opener.getBoundingClientRect(), menu.getBoundingClientRect()];
  const left = Math.min(beside.left, document.documentElement.clientWidth - own.width - EDGE);
  const below = beside.bottom + own.height + EDGE <= innerHeight;
  menu.style.left = `${Math.max(EDGE, left)}px`;
  menu.style.top = `${Math.max(EDGE, below ? beside.bottom : beside.top - own.height)}px`;
}
