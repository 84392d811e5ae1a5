/** The form that reports a comment, in a dialog: that of the comment's page, with what the page says before and after. */
import { LONGEST_QUOTE } from "../../domain/moderation/reported-words";
import { fetchPage, parse } from "./fetch-page";
import { fieldsOf } from "./form";
import { closeButton, openDialog } from "./overlays/dialog";
import { phrases } from "./phrases";
import { placeIn } from "./send";
import { makeIdsUnique } from "./unique-ids";

const FORM = 'form[action$="/forms/reports.make"]';

/** Where the form cannot be had, the link is followed: its page says why. */
export async function openReport(link: HTMLAnchorElement, words: string): Promise<void> {
  if (link.ariaBusy === "true" || document.querySelector("dialog[open]")) return;
  const href = new URL(link.href);
  // As many as can be reported; what is cut off is seen in the field.
  if (words !== "") href.searchParams.set("words", Array.from(words).slice(0, LONGEST_QUOTE).join(""));
  const had = document.activeElement;
  link.ariaBusy = "true";
  const page = await fetchPage(href.href);
  link.ariaBusy = null;
  const found = page?.document.querySelector<HTMLFormElement>(FORM);
  if (!page || !found) return location.assign(href);
  const form = document.importNode(found, true);
  makeIdsUnique(form);
  const dialog = await openDialog({ title: page.document.querySelector("h1")?.textContent ?? "", content: [...leadOf(page.document), form], opener: had === document.body ? link : had, closes: true });
  form.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  askBeforeLeaving(dialog, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, dialog);
  });
}

function leadOf(page: Document): Node[] {
  const lead = page.querySelector("main .lead")?.textContent;
  return lead ? [Object.assign(document.createElement("p"), { textContent: lead })] : [];
}

/** A press of Escape, beside the dialog, or on "Cancel" may be a slip: what was written is not thrown away unasked. */
function askBeforeLeaving(dialog: HTMLDialogElement, form: HTMLFormElement): void {
  const textOf = () => fieldsOf(form, ["quote", "note"]).toString();
  const before = textOf();
  const isAtRisk = () => form.isConnected && textOf() !== before && !dialog.querySelector("[data-asks]");
  dialog.addEventListener("cancel", (event) => {
    if (!isAtRisk()) return;
    event.preventDefault();
    void ask(dialog, form);
  });
  form.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-cancel]")) return;
    event.preventDefault();
    if (isAtRisk()) void ask(dialog, form);
    else dialog.close();
  });
}

async function ask(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  const said = await phrases();
  const line = document.createElement("div");
  line.className = "row";
  line.dataset.asks = "";
  const question = Object.assign(document.createElement("span"), { id: "throw-away", textContent: said.throwAway });
  const [stay, leave] = [buttonThat(said.keepWriting, () => (line.remove(), form.querySelector("textarea")?.focus())), buttonThat(said.throw, () => dialog.close())];
  leave.classList.add("grave");
  for (const button of [stay, leave]) button.setAttribute("aria-describedby", question.id);
  line.append(question, stay, leave);
  dialog.append(line);
  stay.focus();
}

function buttonThat(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = text;
  button.addEventListener("click", press);
  return button;
}

async function send(form: HTMLFormElement, dialog: HTMLDialogElement): Promise<void> {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  const answer = await fetch(form.action, { method: "POST", body: fieldsOf(form), headers: { accept: "application/json, text/html" } }).catch(() => null);
  form.ariaBusy = null;
  if (!answer) return complain(form, (await phrases()).notSent);
  if (!answer.ok) return comeBack(form, await answer.text());
  const place = placeIn(await answer.json());
  const next = await fetchPage(place);
  if (!next) return location.assign(place);
  await tell(dialog, next.document);
}

/** With what was written, and the reason beside its field; what was refused otherwise is said above it. */
async function comeBack(form: HTMLFormElement, html: string): Promise<void> {
  const page = parse(html);
  const returned = page.querySelector<HTMLFormElement>(FORM);
  if (!returned) return complain(form, page.querySelector("main .lead")?.textContent ?? (await phrases()).notSent);
  form.replaceChildren(...document.importNode(returned, true).childNodes);
  makeIdsUnique(form);
  const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]") ?? form.querySelector<HTMLElement>(".error");
  if (wrong?.matches(".error")) wrong.tabIndex = -1;
  wrong?.focus();
}

function complain(form: HTMLFormElement, text: string): void {
  const line = form.querySelector(":scope > .error") ?? document.createElement("p");
  line.className = "error";
  line.setAttribute("role", "alert");
  line.textContent = text;
  form.prepend(line);
  line.scrollIntoView({ block: "nearest" });
}

/** What becomes of it. Only the way out is left to be pressed, and says it again to who does not see it. */
async function tell(dialog: HTMLDialogElement, page: Document): Promise<void> {
  const [heading, close] = [dialog.querySelector("h2"), closeButton((await phrases()).close)];
  if (!heading) return dialog.close();
  heading.textContent = page.querySelector("h1")?.textContent ?? "";
  const says = leadOf(page);
  dialog.replaceChildren(heading, ...says, close);
  const button = close.querySelector("button");
  for (const line of says) if (line instanceof HTMLElement) line.id = "told";
  button?.setAttribute("aria-describedby", "told");
  button?.focus();
}
