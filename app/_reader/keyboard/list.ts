/** The list of keys in a dialog: the one of the page on keys, with the reader's own keys in it. */
import { fetchPage } from "../fetch-page";
import { openDialog } from "../overlays/dialog";
import { home } from "../said";
import { showKept } from "./shown-keys";

let opening = false;

export async function showKeys(): Promise<void> {
  if (opening || document.querySelector("dialog[open]")) return;
  opening = true;
  const address = `${home === "/" ? "" : home}/keys`;
  const page = await fetchPage(address);
  const list = page?.document.querySelector<HTMLElement>(".keys");
  const title = page?.document.querySelector("h1")?.textContent;
  opening = false;
  if (!list || !title) return location.assign(address);
  const shown = document.importNode(list, true);
  showKept(shown);
  const change = document.createElement("p");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = list.dataset.change ?? "";
  change.append(link);
  await openDialog({ title, content: [shown, change] });
}
