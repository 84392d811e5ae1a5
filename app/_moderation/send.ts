/** Sends an act and shows where it leads, without leaving the page; one after the other, for keys are pressed faster than a server answers. */
import { fetchPage, parse } from "../_reader/fetch-page";
import { announce, said } from "../_reader/said";
import { placeIn } from "../_reader/send";
import { focusItem, renewFrom } from "./item";

let last: Promise<void> = Promise.resolve();

export function soon(act: () => Promise<void>): void {
  last = last.then(act, act);
}

export async function send(form: HTMLFormElement, button: HTMLButtonElement | null = null): Promise<void> {
  const body = new URLSearchParams([...new FormData(form, button)].map(([name, value]): [string, string] => [name, String(value)]));
  form.ariaBusy = "true";
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json, text/html" } }).catch(() => null);
  form.ariaBusy = null;
  if (!answer) return announce(said.offline);
  if (answer.headers.get("content-type")?.startsWith("application/json")) return show(placeIn(await answer.json()));
  const page = parse(await answer.text());
  if (!renewFrom(page)) return announce(page.querySelector("main .lead, main .error span")?.textContent ?? said.offline);
  const goOn = document.querySelector<HTMLFormElement>("form[data-go-on]");
  if (goOn) {
    announce(goOn.querySelector("span")?.textContent ?? "");
    return send(goOn);
  }
  complain();
}

/** What was refused is said, and the keyboard is where it can be put right. */
function complain(): void {
  announce(document.querySelector("#item .error span")?.textContent ?? "");
  const wrong = document.querySelector<HTMLElement>("#item [aria-invalid=true]");
  if (wrong) wrong.focus();
  else focusItem();
}

/** A case, or the list, in place of this one. */
export async function show(place: string): Promise<void> {
  const found = await fetchPage(place);
  if (!found || !renewFrom(found.document)) return location.assign(place);
  const url = new URL(found.url || place, location.href);
  for (const name of ["done", "did", "undone", "skipped", "claimed", "skip"]) url.searchParams.delete(name);
  history.replaceState(null, "", url.pathname + url.search);
  focusItem();
  const told = [...document.querySelectorAll("#item > [role=status] > span, #item > p[role=status]")].map(({ textContent }) => textContent);
  announce([...told, document.getElementById("item-title")?.textContent ?? ""].join(" "));
}
