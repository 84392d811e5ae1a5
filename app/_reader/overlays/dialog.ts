/** Dialogs are the browser's own: it keeps the keyboard inside, closes on Escape, and hides the page from everybody meanwhile. */
import { takesFocus } from "../give-back";
import { phrases } from "../phrases";

/** `opener`: what gets the keyboard back, if not what has it now. `closes`: the content has a way to close it of its own. */
type Wanted = { title: string; content: Node[]; opener?: Element | null; closes?: boolean };

let opened = 0;

/** Closed, it is gone, and the keyboard is where it was before, or at the beginning of the page. */
export async function openDialog({ title, content, opener = document.activeElement, closes = false }: Wanted): Promise<HTMLDialogElement> {
  const { close } = await phrases();
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  // A press beside it closes it, in browsers that know this.
  dialog.setAttribute("closedby", "any");
  const heading = document.createElement("h2");
  heading.textContent = title;
  opened += 1;
  heading.id = `dialog-${opened}`;
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(heading, ...content, ...(closes ? [] : [closeButton(close)]));
  dialog.addEventListener("close", () => {
    dialog.remove();
    const isBack = opener instanceof HTMLElement && opener !== document.body && opener.isConnected && takesFocus(opener);
    const main = document.getElementById("main");
    if (!isBack && main && document.activeElement === document.body) takesFocus(main);
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function closeButton(text: string): HTMLElement {
  const form = document.createElement("form");
  form.method = "dialog";
  form.className = "row";
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = text;
  button.autofocus = true;
  form.append(button);
  return form;
}
