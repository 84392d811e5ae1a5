/** A click on a link to the page to write on brings its form here instead. If that fails, the link is followed. */
import { fetchPage } from "./fetch-page";
import { placeOf } from "./compose-place";
import { sendFrom } from "./send";
import { makeIdsUnique } from "./unique-ids";
import { isPlainClick } from "./plain-click";

const LINK = 'a[href*="/compose?"]';

/** What was typed under each address, for when it is opened again. */
const typed = new Map<string, string>();

export function composeInPlace(): void {
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>(LINK) : null;
    if (!link) return;
    event.preventDefault();
    void open(link);
  });
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const already = document.querySelector<HTMLFormElement>(`form[data-opened-by="${CSS.escape(link.href)}"]`);
  if (already) return focusField(already);
  const page = await fetchPage(link.href);
  const form = page?.document.querySelector<HTMLFormElement>("form.composer");
  if (!form) return location.assign(link.href);
  const here = document.importNode(form, true);
  here.dataset.openedBy = link.href;
  makeIdsUnique(here);
  nameAfter(here, link);
  placeOf(link).after(here);
  restore(here, link);
  here.addEventListener("submit", (event) => {
    // A button with an address of its own does something else than post: the page it leads to is followed.
    if (event.submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    void sendFrom(here, () => typed.delete(link.href));
  });
  here.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(here, link);
  });
  here.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-cancel]")) return;
    event.preventDefault();
    close(here, link);
  });
  focusField(here);
}

/** On the page of its own a heading says what is written on; here the link that was pressed does. */
function nameAfter(form: HTMLFormElement, link: HTMLAnchorElement): void {
  const name = link.textContent.replace("+", "").trim();
  const line = document.createElement("p");
  line.className = "quiet";
  line.textContent = name;
  form.setAttribute("aria-label", name);
  form.prepend(line);
}

function restore(form: HTMLFormElement, link: HTMLAnchorElement): void {
  const field = form.querySelector("textarea");
  if (!field) return;
  field.value = typed.get(link.href) ?? field.value;
  form.addEventListener("input", () => typed.set(link.href, form.querySelector("textarea")?.value ?? ""));
}

function close(form: HTMLFormElement, link: HTMLAnchorElement): void {
  form.remove();
  link.focus();
}

function focusField(form: HTMLFormElement): void {
  form.querySelector("textarea")?.focus();
}
