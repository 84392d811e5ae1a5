/** The list of keys in a dialog: the one beside the text. */
import { openDialog } from "../_reader/overlays/dialog";

export async function showKeys(): Promise<void> {
  const section = document.querySelector<HTMLElement>("[data-editor-keys]");
  const [title, list] = [section?.querySelector("h2")?.textContent, section?.querySelector(".keys")];
  if (!title || !list || document.querySelector("dialog[open]")) return;
  await openDialog({ title, content: [document.importNode(list, true)] });
}
