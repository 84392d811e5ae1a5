/** Writing other words right under the paragraph. What was written and put away comes back when it is opened again. */
import { fetchPage } from "../_reader/fetch-page";
import { goTo } from "./cursor";

const put = new Map<string, string>();

export function forget(block: string): void {
  put.delete(block);
}

export async function editWords(block: HTMLElement): Promise<void> {
  const already = document.querySelector<HTMLFormElement>("[data-edited] > form.reworded");
  if (already) return already.querySelector("textarea")?.focus();
  const form = await formFor(block);
  if (!form) return;
  block.append(form);
  const field = form.querySelector("textarea");
  if (!field) return;
  field.value = put.get(block.id) ?? field.value;
  field.focus();
  field.setSelectionRange(0, 0);
  form.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      put.set(block.id, field.value);
      form.remove();
      goTo(document.getElementById(block.id) ?? block);
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

async function formFor(block: HTMLElement): Promise<HTMLFormElement | null> {
  const page = await blockPage(block);
  const found = page?.querySelector<HTMLFormElement>("form.reworded");
  if (!found) return null;
  const form = document.importNode(found, true);
  // The field of the head has this name's look-alike; ids are one on a page.
  for (const element of form.querySelectorAll("[id]")) element.id = `${element.id}-${block.id}`;
  for (const label of form.querySelectorAll("label")) label.htmlFor = `${label.htmlFor}-${block.id}`;
  for (const field of form.querySelectorAll("textarea")) field.setAttribute("aria-describedby", `text-hint-${block.id}`);
  return form;
}

/** The page of a block, with all that can be done to it. Where there is none any more, it is gone to, which says so. */
export async function blockPage(block: HTMLElement): Promise<Document | null> {
  const address = block.querySelector<HTMLAnchorElement>("a[data-edit]")?.href ?? "";
  const page = await fetchPage(address);
  if (!page) location.assign(address);
  return page?.document ?? null;
}
