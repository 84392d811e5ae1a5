/** An open form: what it holds, and how it comes back from the server. */
import { parse } from "./fetch-page";
import { said } from "./said";
import { makeIdsUnique } from "./unique-ids";

/** What a form holds; `only`: of these fields. */
export function fieldsOf(form: HTMLFormElement, only?: readonly string[]): URLSearchParams {
  const all = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(only ? all.filter(([name]) => only.includes(name)) : all);
}

/**
 * The form as the server gave it back: with the text, and the reason beside its field. `keepText`: somebody is still
 * writing in it, so that its text is newer than the one that was sent, and the keyboard stays where it is.
 */
export function comeBack(form: HTMLFormElement, html: string, { keepText = false } = {}): void {
  const returned = parse(html).querySelector<HTMLFormElement>("form.composer");
  if (!returned) return complain(form, parse(html).querySelector("main .lead")?.textContent ?? said.offline);
  const was = form.querySelector("textarea");
  const about = form.querySelector(":scope > .about");
  form.replaceChildren(...(about ? [about] : []), ...document.importNode(returned, true).childNodes);
  form.querySelector("[data-save-draft]")?.remove();
  makeIdsUnique(form);
  const field = form.querySelector<HTMLTextAreaElement>("textarea:not([readonly])");
  if (keepText && was && field) {
    field.value = was.value;
    field.setSelectionRange(was.selectionStart, was.selectionEnd);
  }
  (form.querySelector<HTMLElement>("[aria-invalid=true]") ?? form.querySelector("textarea"))?.focus();
}

export function complain(form: HTMLFormElement, text: string): void {
  const line = form.querySelector(".error.from-script") ?? document.createElement("p");
  line.className = "error from-script";
  line.setAttribute("role", "alert");
  line.textContent = text;
  form.querySelector("textarea")?.after(line);
}
