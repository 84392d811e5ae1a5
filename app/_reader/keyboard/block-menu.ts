/** What can be done with a paragraph besides reading it. */
import { fetchPage } from "../fetch-page";
import { openMenu } from "../overlays/menu";
import { toast } from "../overlays/toast";
import { filled, phrases } from "../phrases";
import { goTo, numberOf, textOf } from "./cursor";
import { commentOn } from "./write";

export async function openBlockMenu(block: HTMLElement): Promise<void> {
  const said = await phrases();
  goTo(block);
  const [number, text] = [numberOf(block), textOf(block)];
  const copy = async (words: string | null): Promise<void> => {
    // Without https browsers offer no clipboard: the paragraph's page shows the citation to be copied by hand.
    if (words === null || !("clipboard" in navigator)) return location.assign(pageOf(number));
    await navigator.clipboard.writeText(words);
    await toast(said.copied, { after: text });
  };
  const items = [
    { name: filled(said.commentOn, { number }), act: () => commentOn(block) },
    { name: said.copyLink, act: () => void copy(lastingLink(number)) },
    { name: said.copyCitation, act: () => void citationOf(number).then(copy) },
    { name: filled(said.pageOf, { number }), act: () => location.assign(pageOf(number)) },
  ];
  openMenu(text, items, filled(said.menuOf, { number }));
}

/** Of the article, whichever of its pages this is. */
function articlePath(): string {
  return /^(?:\/zh)?\/articles\/[^/]+/.exec(location.pathname)?.[0] ?? location.pathname;
}

function pageOf(number: string): string {
  return `${articlePath()}/blocks/${number}`;
}

/** To the revision that is shown: what stands there never changes. */
function lastingLink(number: string): string {
  const base = document.querySelector<HTMLElement>("[data-compose]")?.dataset.compose ?? "";
  const revision = new URL(base, location.href).searchParams.get("revision") ?? "1";
  return `${location.origin}${articlePath()}/v/${revision}#b-${number}`;
}

async function citationOf(number: string): Promise<string | null> {
  const page = await fetchPage(pageOf(number));
  return page?.document.querySelector<HTMLTextAreaElement>(".cite textarea")?.value ?? null;
}
