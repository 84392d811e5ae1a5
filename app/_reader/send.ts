/** Sends a form without leaving the page. The text stays until it is known to be kept; the key makes a repeat harmless. */
import { parse } from "./fetch-page";
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
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]));
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json, text/html" } }).catch(() => null);
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

/** The form as the server gave it back: with the text, and the reason beside its field. */
function comeBack(form: HTMLFormElement, html: string): void {
  const returned = parse(html).querySelector<HTMLFormElement>("form.composer");
  if (!returned) return complain(form, parse(html).querySelector("main .lead")?.textContent ?? said.offline);
  form.replaceChildren(...document.importNode(returned, true).childNodes);
  makeIdsUnique(form);
  (form.querySelector<HTMLElement>("[aria-invalid=true]") ?? form.querySelector("textarea"))?.focus();
}

function complain(form: HTMLFormElement, text: string): void {
  const line = form.querySelector(".error.from-script") ?? document.createElement("p");
  line.className = "error from-script";
  line.setAttribute("role", "alert");
  line.textContent = text;
  form.querySelector("textarea")?.after(line);
}
