/**
 * Brings what is new on the server into the open page: its text is the same bytes for everybody, so all of it may be
 * replaced, but for the forms that are open, which go back beside the links that opened them.
 */
import { placeOf } from "./compose-place";
import { fetchPage } from "./fetch-page";
import { foldThreads, reveal } from "./passages";
import { renewed } from "./renewal";

/** Shows the comment and moves the focus to it; false when it cannot be shown on this page. `place`: where it stands. */
export async function showComment(id: string, place: string, sentFrom: HTMLFormElement): Promise<boolean> {
  if (!(await renewAt(id, place, sentFrom))) return false;
  const comment = document.getElementById(`c-${id}`);
  if (!comment) return false;
  reveal(comment);
  return true;
}

/** Brings the page as it is now, or at least the thread with this comment. */
export async function renewAt(id: string, place: string, sentFrom: HTMLFormElement | null): Promise<boolean> {
  return (await renewPage(id, sentFrom)) || renewThread(id, place);
}

async function renewPage(id: string, sentFrom: HTMLFormElement | null): Promise<boolean> {
  const page = await fetchPage(location.pathname + location.search);
  return page?.document.querySelector(`main #c-${CSS.escape(id)}`) ? renewFrom(page.document, sentFrom) : false;
}

/** Shows what a newer copy of this page shows. */
export function renewFrom(page: Document, sentFrom: HTMLFormElement | null): boolean {
  const main = page.querySelector("main");
  const shown = document.querySelector("main");
  if (!shown || !main) return false;
  const open = [...document.querySelectorAll<HTMLFormElement>("form[data-opened-by]")].filter((form) => form !== sentFrom);
  shown.replaceChildren(...document.importNode(main, true).childNodes);
  for (const form of open) {
    const opener = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="/compose?"]')].find(({ href }) => href === form.dataset.openedBy);
    if (opener) placeOf(opener).after(form);
    else shown.append(form);
  }
  foldThreads();
  renewed();
  return true;
}

/** A long discussion's page shows some comments only: then the thread alone is brought, as its own page shows it. */
async function renewThread(id: string, place: string): Promise<boolean> {
  const page = await fetchPage(place);
  const fresh = page?.document.getElementById(`c-${id}`)?.closest("section.thread");
  const shown = fresh ? document.getElementById(fresh.id) : null;
  if (!fresh || !shown) return false;
  shown.replaceWith(document.importNode(fresh, true));
  renewed();
  return true;
}
