/** A click on a link to the page to write on brings its form here instead. If that fails, the link is followed. */
import { bringAbout, lightChosen } from "./compose-about";
import { placeOf } from "./compose-place";
import { draftSettled, keepDraft } from "./draft";
import { fetchPage } from "./fetch-page";
import { giveBack } from "./give-back";
import { keepInSight } from "./in-sight";
import { isPlainClick } from "./plain-click";
import { previewIn } from "./preview";
import { sendFrom } from "./send";
import { makeIdsUnique } from "./unique-ids";

const LINK = 'a[href*="/compose?"]';

/** `beside`: what it is put after. `instead`: an open form it takes the place and the text of. */
type Wanted = { href: string; beside: Element; name: string; instead?: HTMLFormElement | undefined };

/** What was typed under each address, for when it is opened again. */
const typed = new Map<string, string>();

export function composeInPlace(): void {
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>(LINK) : null;
    if (!link) return;
    event.preventDefault();
    const form = link.closest<HTMLFormElement>("form.composer");
    const name = link.textContent.replace("+", "").trim();
    void openForm(form ? { href: link.href, beside: form, name: form.ariaLabel ?? name, instead: form } : { href: link.href, beside: placeOf(link), name }, link);
  });
}

/** Opens the form that `href` leads to, and moves the keyboard into it; closing it gives the keyboard back to `opener`. */
export async function openForm(wanted: Wanted, opener: HTMLElement): Promise<void> {
  const { href, beside, name, instead } = wanted;
  const already = document.querySelector<HTMLFormElement>(`form[data-opened-by="${CSS.escape(href)}"]`);
  if (already) return focusField(already);
  if (instead) await draftSettled(instead);
  opener.ariaBusy = "true";
  const page = await fetchPage(href);
  opener.ariaBusy = null;
  const found = page?.document.querySelector<HTMLFormElement>("form.composer");
  if (!page || !found) return location.assign(href);
  const form = document.importNode(found, true);
  form.dataset.openedBy = href;
  bringAbout(form, page.document);
  makeIdsUnique(form);
  nameForm(form, name);
  beside.after(form);
  restore(form, href, instead);
  instead?.remove();
  wake(form, { href, opener: instead ? openerOf(instead) : opener });
  lightChosen();
  focusField(form);
}

const openers = new WeakMap<HTMLFormElement, HTMLElement>();

function openerOf(form: HTMLFormElement): HTMLElement {
  return openers.get(form) ?? form;
}

function wake(form: HTMLFormElement, { href, opener }: { href: string; opener: HTMLElement }): void {
  openers.set(form, opener);
  keepDraft(form);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.matches("[data-preview]")) {
      event.preventDefault();
      return void previewIn(form, event.submitter);
    }
    // A button with an address of its own does something else than post: the page it leads to is followed.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    void sendFrom(form, () => typed.delete(href)).then(lightChosen);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(form);
  });
  form.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-cancel]")) return;
    event.preventDefault();
    close(form);
  });
}

/** On the page of its own a heading says what is written on; here the link that was pressed does. */
function nameForm(form: HTMLFormElement, name: string): void {
  const line = document.createElement("p");
  line.className = "quiet";
  line.textContent = name;
  form.setAttribute("aria-label", name);
  form.prepend(line);
}

function restore(form: HTMLFormElement, href: string, instead: HTMLFormElement | undefined): void {
  const field = form.querySelector("textarea");
  if (!field) return;
  field.value = instead?.querySelector("textarea")?.value || typed.get(href) || field.value;
  form.addEventListener("input", () => typed.set(href, form.querySelector("textarea")?.value ?? ""));
}

function close(form: HTMLFormElement): void {
  giveBack(openerOf(form), form);
  lightChosen();
}

function focusField(form: HTMLFormElement): void {
  const field = form.querySelector("textarea");
  field?.focus({ preventScroll: true });
  if (field) keepInSight(field);
}
