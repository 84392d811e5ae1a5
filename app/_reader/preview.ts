/** Preview without leaving the page: as readers will see it, above the field that still holds the text. */
import { parse } from "./fetch-page";
import { comeBack, complain, fieldsOf } from "./form";
import { said } from "./said";

export async function previewIn(form: HTMLFormElement, button: HTMLElement): Promise<void> {
  const address = button.getAttribute("formaction") ?? "";
  const answer = await fetch(address, { method: "POST", body: fieldsOf(form) }).catch(() => null);
  if (!answer) return complain(form, said.offline);
  const html = await answer.text();
  const shown = answer.ok ? parse(html).querySelector<HTMLElement>(".preview") : null;
  if (!shown) return comeBack(form, html);
  const preview = document.importNode(shown, true);
  form.querySelector(".preview")?.remove();
  form.querySelector(".labelled")?.before(preview);
  preview.focus();
}
