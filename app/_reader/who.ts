/** Public pages know no reader: what is theirs is laid over afterwards, and asked for only when somebody is signed in. */
import { home } from "./said";

const HINT = /(?:^|; )paragora\.reader=1(?:;|$)/;

export async function greetReader(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("a[data-reader]");
  if (!link || !HINT.test(document.cookie)) return;
  const { showMine } = await import("./mine/show");
  const mine = await showMine();
  if (mine === null) return;
  const { name } = mine;
  const shown = document.createElement("bdi");
  shown.textContent = name;
  link.replaceChildren(shown);
  link.href = `${home === "/" ? "" : home}/me`;
  ring(mine.bell, mine.notices);
}

/** `says`: what it is called, with how many are new. */
function ring(says: string, count: number): void {
  const bell = document.querySelector<HTMLAnchorElement>("a[data-bell]");
  if (!bell) return;
  bell.hidden = false;
  bell.setAttribute("aria-label", says);
  bell.querySelector("b")?.remove();
  if (count === 0) return;
  const shown = document.createElement("b");
  shown.textContent = count > MOST ? `${MOST}+` : String(count);
  bell.append(shown);
}

/** Nobody counts further. */
const MOST = 99;
