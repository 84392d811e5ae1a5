/** Acts that are pressed: sent from where they are, so that nobody loses their place in the text. */
import { fieldsOf } from "../_reader/form";
import { isPlainClick } from "../_reader/plain-click";
import { blockOf, goTo } from "./cursor";
import { complain } from "./complain";
import { editWords, forget } from "./words";
import { send, soon } from "./send";

/** Those whose outcome is seen on this page. */
const HERE = /\/forms\/editing\.(?:join|split|retype|drop|keep|undo|redo|takeIn|describe|reword)$/;

export function wakeForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
    if (!HERE.test(new URL(action).pathname)) return;
    event.preventDefault();
    const fields = Object.fromEntries(fieldsOf(form));
    if (button?.name) fields[button.name] = button.value;
    soon(() => sendFrom(form, action, fields));
  });
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>("a[data-edit]") : null;
    const block = blockOf(link);
    if (!link || !block) return;
    event.preventDefault();
    soon(() => editWords(block));
  });
}

async function sendFrom(form: HTMLFormElement, action: string, fields: Record<string, string>): Promise<void> {
  form.ariaBusy = "true";
  const block = form.matches(".reworded") ? blockOf(form) : null;
  // Away before the page is renewed, which keeps what is still being written.
  if (block) form.remove();
  const failed = await send(action, fields);
  form.ariaBusy = null;
  if (!failed) {
    if (block) forget(block.id);
    return;
  }
  const again = block && document.getElementById(block.id);
  if (again) again.append(form);
  if (failed.refused !== null) await complain(form, failed);
  if (again) (form.querySelector("textarea") ?? again).focus();
  else if (document.activeElement === document.body) goTo(document.getElementById("text") ?? form);
}
