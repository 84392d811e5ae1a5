/** What the script says, in the page's language: the document carries the words, so that the script needs none. */

const script = document.querySelector<HTMLScriptElement>("script[data-posted]");

export const said = { posted: script?.dataset.posted ?? "", offline: script?.dataset.offline ?? "" };

/** The start page's address, which tells the language of all others. */
export const home = script?.dataset.home ?? "/";

let region: HTMLElement | null = null;

/** Tells those who cannot see it that something happened; politely, in the page's one live region. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement("p");
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = text;
}
