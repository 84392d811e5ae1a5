/** What a form brought into the page says of the words it is about; the paragraph itself stands beside it. */
import { rangeOf } from "./block-text";

/** Quoted words, and the way to take the whole paragraph instead, go along with the form. */
export function bringAbout(form: HTMLFormElement, page: Document): void {
  const about = page.querySelector(".about[data-words]");
  if (!about) return;
  const here = document.importNode(about, true);
  here.querySelector(":scope > p:first-child")?.remove();
  form.prepend(here);
}

/** The words a form is about, where they stand on this page. */
export function wordsOf(form: HTMLFormElement): Range | null {
  const [start, end] = (field(form, "words") ?? "").split("-").map(Number);
  const block = document.getElementById(`b-${field(form, "block") ?? ""}`);
  return block && start !== undefined && end !== undefined ? rangeOf(block, { start, end }) : null;
}

function field(form: HTMLFormElement, name: string): string | null {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? null;
}

/** Lights the words of all open forms, without a change to the document. */
export function lightChosen(): void {
  if (!("highlights" in CSS)) return;
  const ranges = [...document.querySelectorAll<HTMLFormElement>("main form.composer")].flatMap((form) => wordsOf(form) ?? []);
  CSS.highlights.set("chosen", new Highlight(...ranges));
}
