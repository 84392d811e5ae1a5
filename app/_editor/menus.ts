/** The kinds a paragraph can be, and the places where it can be split, as menus over it. */
import { openMenu } from "../_reader/overlays/menu";
import { pointAt } from "../_reader/block-text";
import { textOf } from "./cursor";
import { done } from "./done";
import { soon } from "./send";
import { blockPage, editWords } from "./words";

export async function chooseKind(block: HTMLElement): Promise<void> {
  const page = await blockPage(block);
  const kinds = page?.querySelector<HTMLSelectElement>("select#kind");
  const label = page?.querySelector("label[for=kind]")?.textContent ?? "";
  if (!kinds) return;
  const items = [...kinds.options].map(({ value, text, defaultSelected }) => ({ name: defaultSelected ? `✓ ${text}` : text, act: () => soon(() => done("retype", block, { kind: value })) }));
  openMenu(block, items, label);
}

/** Where the pointer was set comes first, then before each sentence. */
export async function chooseSplit(block: HTMLElement): Promise<void> {
  const page = await blockPage(block);
  const heading = page?.querySelector("#split")?.textContent ?? page?.querySelector("h1")?.textContent ?? "";
  const forms = [...(page?.querySelectorAll<HTMLFormElement>('form[action$="editing.split"]') ?? [])];
  const sentences = forms.map((form) => ({ at: form.querySelector<HTMLInputElement>("input[name=at]")?.value ?? "", name: `↵ ${form.querySelector("button")?.textContent ?? ""}` }));
  const here = placeHere(block);
  const places = here && !sentences.some(({ at }) => at === here.at) ? [here, ...sentences] : sentences;
  const split = (at: string) => () => soon(() => done("split", block, { at }));
  if (places.length > 0) return openMenu(block, places.map(({ at, name }) => ({ name, act: split(at) })), heading);
  // Of one sentence, and nothing was pointed at: the words themselves show where an empty line parts them.
  await editWords(block);
}

/** Characters shown on both sides of the place. */
const AROUND = 18;

function placeHere(block: HTMLElement): { at: string; name: string } | null {
  const text = textOf(block);
  const selection = getSelection();
  if (!text || !selection || selection.rangeCount === 0 || !text.contains(selection.anchorNode)) return null;
  const at = pointAt(text, selection.getRangeAt(0));
  const points = Array.from(text.textContent);
  if (at === null || at <= 0 || at >= points.length) return null;
  return { at: String(at), name: `…${points.slice(Math.max(0, at - AROUND), at).join("")} ¦ ${points.slice(at, at + AROUND).join("")}…` };
}
