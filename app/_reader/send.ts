/** Sends a form without leaving the page. The text stays until it is known to be kept; the key makes a repeat harmless. */
import { parse } from "./fetch-page";
import { draftSettled } from "./draft";
import { showComment } from "./fresh";
import { announce, said } from "./said";
import { makeIdsUnique } from "./unique-ids";

export async function sendFrom(form: HTMLFormElement, sent: () => void): Promise<void> {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await send(form, sent);
  } finally {
    form.ariaBusy = "false";
  }
}

async function send(form: HTMLFormElement, sent: () => void): Promise<void> {
  await draftSettled(form);
  const answer = await fetch(form.action, { method: "POST", body: fieldsOf(form), headers: { accept: "application/json, text/html" } }).catch(() => null);
  if (!answer) return complain(form, said.offline);
  if (!answer.ok) return comeBack(form, await answer.text());
  const { location: place } = locationIn(await answer.json());
  sent();
  // A visitor goes on to sign up; what was written waits there.
  if (!/#c-|\/comments\//.test(place)) return location.assign(place);
  const id = /#c-([\w-]+)/.exec(place)?.[1] ?? /\/comments\/([\w-]+)/.exec(place)?.[1] ?? "";
  if (!(await showComment(id, place, form))) return location.assign(place);
  announce(said.posted);
}

function locationIn(answer: unknown): { location: string } {
  const place = typeof answer === "object" && answer !== null && "location" in answer ? answer.location : null;
  return { location: typeof place === "string" ? place : "/" };
}

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
