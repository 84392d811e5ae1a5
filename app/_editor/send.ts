/** Sends what is done, one after the other: each act names the version that the one before it left. */
import { fetchPage, parse } from "../_reader/fetch-page";
import { announce, said } from "../_reader/said";
import { placeIn } from "../_reader/send";
import { renewFrom, versionSeen } from "./renew";

let last: Promise<void> = Promise.resolve();

/** Does it when all before is done: keys are pressed faster than a server answers. */
export function soon(act: () => Promise<void>): void {
  last = last.then(act, act);
}

type Fields = Record<string, string>;

/**
 * Sends an act to the address of its form and shows the draft as it is then. Refused: what the server says of it, null when
 * the page shows it already.
 */
export async function send(action: string, fields: Fields): Promise<{ refused: string | null; page: Document | null } | null> {
  const body = new URLSearchParams({ ...fields, version: versionSeen() });
  const answer = await fetch(action, { method: "POST", body, headers: { accept: "application/json, text/html" } }).catch(() => null);
  if (!answer) return { refused: said.offline, page: null };
  if (answer.ok) {
    await show(placeIn(await answer.json()));
    return null;
  }
  const page = parse(await answer.text());
  const refused = page.querySelector("main .error span, main .lead")?.textContent ?? said.offline;
  if (!page.querySelector("[data-draft]")) return { refused, page };
  renewFrom(page, null);
  announce(refused);
  return { refused: null, page };
}

/** The draft where something was done, without leaving the page. */
export async function show(place: string): Promise<void> {
  const found = await fetchPage(place);
  const here = found?.document.querySelector<HTMLElement>("[data-draft]");
  if (!found || !here) return location.assign(place);
  renewFrom(found.document, new URL(place, location.href).hash.slice(1) || null);
  const page = found.document.querySelector<HTMLElement>("[data-page]")?.dataset.page ?? "1";
  history.replaceState(null, "", page === "1" ? location.pathname : `${location.pathname}?page=${page}`);
}
