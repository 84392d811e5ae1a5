/** The review by keyboard and without leaving the page: each act is the form's that stands there, sent one after the other. */
import { reviewActOf, type ReviewAct } from "../../domain/review-keys";
import { fetchPage, parse } from "../_reader/fetch-page";
import { keptKeys } from "../_reader/keyboard/kept";
import { announce, said } from "../_reader/said";
import { placeIn } from "../_reader/send";
import { soon } from "./send";

const CASE = "[data-case]";
/** In these a key is text, or theirs. */
const ELSEWHERE = "input, textarea, select, [contenteditable], dialog, [popover]";
/** Those whose outcome is seen on this page. */
const HERE = /\/forms\/revising\.(?:decide|undo)$/;

export function wakeReview(): void {
  if (!document.querySelector("[data-review]")) return;
  showKeysSection();
  focusOn(location.hash.slice(1));
  document.addEventListener("focusin", ({ target }) => {
    const here = caseOf(target);
    if (here) for (const one of cases()) one.tabIndex = one === here ? 0 : -1;
  });
  document.addEventListener("keydown", (event) => {
    const here = caseOf(event.target);
    if (!here || event.defaultPrevented || event.isComposing || !(event.target instanceof Element) || event.target.closest(ELSEWHERE)) return;
    const act = reviewActOf(event, keptKeys());
    if (!act) return;
    event.preventDefault();
    perform(act, here);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.closest("[data-review]") || !HERE.test(new URL(form.action).pathname)) return;
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    soon(() => send(form, button, caseOf(form)?.id ?? ""));
  });
}

function cases(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(CASE)];
}

function caseOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(CASE) : null;
}

function perform(act: ReviewAct, pressed: HTMLElement): void {
  if (act === "next" || act === "previous") return step(pressed, act === "next" ? 1 : -1);
  soon(() => doing(act, caseOf(document.activeElement) ?? pressed));
}

async function doing(act: Exclude<ReviewAct, "next" | "previous">, here: HTMLElement): Promise<void> {
  if (act === "keys") return (await import("./show-keys")).showKeys();
  if (act === "undo") {
    const form = document.querySelector<HTMLFormElement>("form[data-undo]");
    return form ? send(form, null, here.id) : undefined;
  }
  const way = here.querySelector<HTMLElement>(`[data-act="${act}"]`);
  if (way instanceof HTMLAnchorElement) location.assign(way.href);
  else if (way instanceof HTMLButtonElement && way.form) await send(way.form, way, here.id);
}

/** Past the last one it is the link to more, or what ends the review. */
function step(from: HTMLElement, by: 1 | -1): void {
  const all = cases();
  const wanted = all[all.indexOf(from) + by] ?? (by > 0 ? (document.querySelector<HTMLElement>("[data-review] a[rel=next]") ?? document.getElementById("why")) : null);
  if (wanted) goTo(wanted);
}

async function send(form: HTMLFormElement, button: HTMLButtonElement | null, from: string): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]));
  if (button?.name) body.set(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json, text/html" } }).catch(() => null);
  if (!answer) return announce(said.offline);
  if (!answer.ok) return refused(parse(await answer.text()), from);
  const place = placeIn(await answer.json());
  const page = await fetchPage(place);
  if (!page?.document.querySelector("[data-review]")) return location.assign(place);
  const url = new URL(place, location.href);
  renew(page.document, url.hash.slice(1));
  history.replaceState(null, "", url.pathname + url.search);
  announce(document.querySelector("[data-review] .pub p")?.textContent ?? "");
}

/** What another decided meanwhile is shown, and said. */
function refused(page: Document, from: string): void {
  if (!page.querySelector("[data-review]")) return announce(page.querySelector("main .lead")?.textContent ?? said.offline);
  renew(page, from);
  announce(page.querySelector("main .error span")?.textContent ?? said.offline);
}

function renew(page: Document, focus: string): void {
  const [here, there] = [document.querySelector("[data-review]"), page.querySelector("[data-review]")];
  if (!here || !there) return;
  const why = document.querySelector<HTMLTextAreaElement>("#why")?.value ?? "";
  here.replaceWith(document.importNode(there, true));
  const field = document.querySelector<HTMLTextAreaElement>("#why");
  // What is being written there is nobody's but theirs.
  if (field && why !== "") field.value = why;
  showKeysSection();
  if (!focusOn(focus)) goTo(cases()[0] ?? document.getElementById("cases") ?? document.getElementById("main") ?? document.body);
}

function focusOn(id: string): boolean {
  const wanted = id === "" ? null : document.getElementById(id);
  if (!wanted?.matches(CASE)) return false;
  goTo(wanted);
  return true;
}

function goTo(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

function showKeysSection(): void {
  document.querySelector<HTMLElement>("[data-review] [data-editor-keys]")?.removeAttribute("hidden");
}
