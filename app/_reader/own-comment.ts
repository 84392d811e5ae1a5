/** Changing and taking back a comment where it stands. What may be done, and the forms to do it, are those of its own page. */
import { openForm } from "./compose";
import { fetchPage } from "./fetch-page";
import { fieldsOf } from "./form";
import { renewAt } from "./fresh";
import { openDialog } from "./overlays/dialog";
import { type Item, openMenu } from "./overlays/menu";
import { toast } from "./overlays/toast";
import { reveal } from "./passages";
import { phrases } from "./phrases";
import { announce } from "./said";
import { placeIn } from "./send";

/** Where its page cannot be had, the link is followed. */
export async function openActs(link: HTMLAnchorElement): Promise<void> {
  if (link.ariaBusy === "true") return;
  link.ariaBusy = "true";
  const [page, said, comment] = [await fetchPage(link.href), await phrases(), link.closest<HTMLElement>("article.comment")];
  link.ariaBusy = null;
  if (!page || !comment) return location.assign(link.href);
  const edit = page.document.querySelector<HTMLAnchorElement>('main a[href*="/compose?edit="]');
  const section = page.document.querySelector<HTMLElement>('section:has(form[action$="/forms/comments.delete"])');
  const items: Item[] = [];
  if (edit) items.push({ name: edit.textContent, act: () => void openForm({ href: new URL(edit.getAttribute("href") ?? "", location.href).href, beside: comment, name: edit.textContent }, link) });
  if (section) items.push({ name: section.querySelector("button")?.textContent ?? "", grave: true, act: () => void confirmDelete(section, comment) });
  openMenu(link, [...items, { name: said.allActs, act: () => location.assign(link.href) }]);
}

/** The words and the button are those of the comment's page: what happens is said before it does. */
async function confirmDelete(section: HTMLElement, comment: HTMLElement): Promise<void> {
  const form = section.querySelector("form");
  if (!form) return;
  const here = document.importNode(form, true);
  const dialog = await openDialog({ title: section.querySelector("h2")?.textContent ?? "", content: [here] });
  here.addEventListener("submit", (event) => {
    event.preventDefault();
    void takeBack(here, dialog, comment);
  });
}

async function takeBack(form: HTMLFormElement, dialog: HTMLDialogElement, comment: HTMLElement): Promise<void> {
  const answer = await fetch(form.action, { method: "POST", body: fieldsOf(form), headers: { accept: "application/json, text/html" } }).catch(() => null);
  // Sent again as a page, it says what is wrong.
  if (!answer?.ok) return form.submit();
  const told: unknown = await answer.json();
  const place = placeIn(told);
  const next = nextTo(comment);
  dialog.close();
  if (!(await renewAt(comment.dataset.commentId ?? "", place, null))) return location.assign(place);
  const shown = document.getElementById(next);
  if (shown) reveal(shown);
  await toast((await phrases()).deleted, { after: shown ?? document.body, undo: () => void putBack(comment.dataset.commentId ?? "", form.action, told) });
}

/** The words were told when they were taken back, and are kept nowhere else. */
async function putBack(id: string, deleting: string, told: unknown): Promise<void> {
  const { body, kind, proposal } = { body: "", kind: "", proposal: "", ...(typeof told === "object" ? told : null) };
  const answer = await fetch(deleting.replace(/delete$/, "restore"), { method: "POST", body: new URLSearchParams({ comment: id, body, kind, proposal }), headers: { accept: "application/json, text/html" } }).catch(() => null);
  const place = answer?.ok ? placeIn(await answer.json()) : null;
  if (place === null) return announce((await phrases()).notRestored);
  if (!(await renewAt(id, place, null))) return location.assign(place);
  const shown = document.getElementById(`c-${id}`);
  if (shown) reveal(shown);
}

/** The id of the comment that is read next in its thread; of the last one, its own place, where a mark stays. */
function nextTo(comment: HTMLElement): string {
  const all = [...(comment.closest("section.thread")?.querySelectorAll("article.comment") ?? [])];
  return (all[all.indexOf(comment) + 1] ?? comment).id;
}
