/** What each key and each name in the palette does: always by what stands on the page. */
import type { Deed, QueueAct } from "../../domain/moderation/queue-keys";
import { announce } from "../_reader/said";
import { chooseRule } from "./reasons";
import { pane } from "./item";
import { send, show, soon } from "./send";

/** Done when all before is done: the case it is about is the one that is shown then. */
export function perform(act: QueueAct): void {
  soon(async () => {
    // What was typed ahead of a dialog was meant for it.
    if (one("dialog[open]")) return;
    if ("choose" in act) choose(act.choose);
    else if ("rule" in act) announce(chooseRule(act.rule) ?? "");
    else await deeds[act.do]();
  });
}

const one = <E extends HTMLElement = HTMLElement>(selector: string): E | null => document.querySelector<E>(selector);

function choose(act: string): void {
  const radio = one<HTMLInputElement>(`form[data-decide] input[data-act="${act}"]`);
  if (!radio) return;
  radio.checked = true;
  announce(radio.closest("label")?.querySelector("span")?.firstChild?.textContent ?? "");
}

const deeds: Record<Deed, () => Promise<void> | void> = {
  decide() {
    const form = one<HTMLFormElement>("form[data-decide]");
    if (!form) return;
    if (!form.reportValidity()) return;
    return send(form);
  },
  claim: () => pressed("form[data-claim]"),
  undo: () => pressed("form[data-undo]"),
  move: () => one("a[data-move]")?.click(),
  note: () => one("#note")?.focus(),
  snooze: () => one("#left")?.focus(),
  select() {
    const box = one<HTMLInputElement>(".rail li:has([aria-current]) [data-pick]");
    if (!box) return;
    box.checked = !box.checked;
    announce(box.ariaLabel ?? "");
  },
  bulk: () => opened("details.bulk"),
  filter: () => opened("details.filters"),
  next: () => step(1),
  previous: () => step(-1),
  palette: async () => (await import("./palette")).openPalette(perform),
  keys: async () => (await import("./palette")).showKeys(),
};

function pressed(selector: string): Promise<void> | undefined {
  const form = one<HTMLFormElement>(selector);
  return form ? send(form) : undefined;
}

function opened(selector: string): void {
  const details = one<HTMLDetailsElement>(selector);
  if (!details?.checkVisibility()) return;
  details.open = true;
  details.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
}

/** To the next in the list, or the one before; past the last, what more there is. */
async function step(by: 1 | -1): Promise<void> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".rail li > a")];
  const here = links.findIndex((link) => link.ariaCurrent === "true");
  const wanted = here === -1 ? links[0] : (links[here + by] ?? (by > 0 ? one<HTMLAnchorElement>(".rail a[rel=next]") : undefined));
  if (!wanted) return void pane()?.focus();
  if (/\/moderation(?:\/items\/[^/]+)?$/.test(wanted.pathname)) await show(wanted.href);
  else location.assign(wanted.href);
}
