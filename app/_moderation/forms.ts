/** Acts and cases that are pressed: the page stays, what is on it changes. */
import { isPlainClick } from "../_reader/plain-click";
import { send, show, soon } from "./send";

/** Those whose outcome is seen on this page. */
const HERE = /\/forms\/moderation\.(?:decide|decideAll|bulk|undo|claim|release|snooze|note|ask)$/;

export function wakeForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !HERE.test(new URL(form.action).pathname)) return;
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    soon(() => send(form, button));
  });
  document.addEventListener("click", (event) => {
    const link = isPlainClick(event) ? event.target.closest<HTMLAnchorElement>(".rail li > a, a[data-skip]") : null;
    if (!link || !/\/moderation(?:\/items\/[^/]+)?$/.test(link.pathname)) return;
    event.preventDefault();
    soon(() => show(link.href));
  });
}
