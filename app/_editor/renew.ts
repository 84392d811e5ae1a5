/** Puts the draft as the server shows it into the page: the parts that acts change, and the version in every form. */
import { makeReachable } from "./cursor";

const PARTS = ["blocks", "asked", "bar"];

/** `focus`: the id of a block that gets the keyboard; null: it stays where it is, or goes to where it was. */
export function renewFrom(page: Document, focus: string | null): void {
  const open = document.querySelector<HTMLFormElement>("[data-edited] > form.reworded");
  const opened = open?.closest("[data-edited]")?.id;
  const had = document.activeElement?.closest("[data-edited]")?.id ?? null;
  for (const part of PARTS) replace(`[data-part="${part}"]`, page);
  for (const said of ["[data-says]", "[data-count]"]) replace(said, page);
  renewVersion(page.querySelector<HTMLElement>("[data-draft]")?.dataset.draft ?? "");
  makeReachable();
  // Words that somebody is still writing stay open in their place.
  if (open && opened) document.getElementById(opened)?.append(open);
  const wanted = document.getElementById(focus ?? had ?? "");
  if (wanted && (focus || document.activeElement === document.body)) {
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: "nearest" });
  } else if (document.activeElement === document.body) document.getElementById("text")?.focus();
}

function replace(selector: string, page: Document): void {
  const [here, there] = [document.querySelector(selector), page.querySelector(selector)];
  if (here && there) here.replaceWith(document.importNode(there, true));
}

function renewVersion(version: string): void {
  const desk = document.querySelector<HTMLElement>("[data-draft]");
  if (!desk || version === "") return;
  desk.dataset.draft = version;
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=version]")) field.value = version;
}

export function versionSeen(): string {
  return document.querySelector<HTMLElement>("[data-draft]")?.dataset.draft ?? "";
}
