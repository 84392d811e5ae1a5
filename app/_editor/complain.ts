/** What the server refused, said at the form; and where somebody else changed the draft, the draft as it is now. */
import { fetchPage } from "../_reader/fetch-page";
import { announce } from "../_reader/said";
import { renewFrom } from "./renew";

export async function complain(form: HTMLFormElement, { refused }: { refused: string | null }): Promise<void> {
  const text = refused ?? "";
  const line = form.querySelector<HTMLElement>(".error.from-script") ?? document.createElement("p");
  line.className = "error from-script";
  line.setAttribute("role", "alert");
  line.textContent = text;
  const field = form.querySelector("textarea, input:not([type=hidden])");
  if (field) field.after(line);
  else sayAbove(line);
  announce(text);
  const page = await fetchPage(location.href);
  if (page?.document.querySelector("[data-draft]")) renewFrom(page.document, null);
  if (!field) sayAbove(line);
}

function sayAbove(line: HTMLElement): void {
  document.querySelector("[data-says]")?.replaceChildren(line);
}
