/** Follows an import that is under way, and goes on to its draft when that is there. */
import { fetchPage } from "../_reader/fetch-page";

/** As often as an import says how far it is, and half as often. */
const EVERY_MS = 1_000;

export function followImport(): void {
  if (document.querySelector("[data-importing]")) window.setTimeout(() => void look(), EVERY_MS);
}

async function look(): Promise<void> {
  const page = await fetchPage(location.href);
  if (page && new URL(page.url).pathname !== location.pathname) return location.replace(page.url);
  const [here, there] = [document.querySelector("main"), page?.document.querySelector("main")];
  if (here && there) here.replaceChildren(...document.importNode(there, true).childNodes);
  followImport();
}
