/** Sends a form without leaving the page. The text stays until it is known to be kept; the key makes a repeat harmless. */
import { draftSettled } from "./draft";
import { comeBack, complain, fieldsOf } from "./form";
import { showComment } from "./fresh";
import { announce, said } from "./said";

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
  const place = placeIn(await answer.json());
  sent();
  // A visitor goes on to sign up; what was written waits there.
  if (!/#c-|\/comments\//.test(place)) return location.assign(place);
  const id = /#c-([\w-]+)/.exec(place)?.[1] ?? /\/comments\/([\w-]+)/.exec(place)?.[1] ?? "";
  if (!(await showComment(id, place, form))) return location.assign(place);
  announce(said.posted);
}

/** Where a form that was sent would have led. */
export function placeIn(answer: unknown): string {
  const place = typeof answer === "object" && answer !== null && "location" in answer ? answer.location : null;
  return typeof place === "string" ? place : "/";
}
