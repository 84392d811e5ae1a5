/** Public pages know no reader: what is theirs is laid over afterwards, and asked for only when somebody is signed in. */
import { home } from "./said";

const HINT = /(?:^|; )paragora\.reader=1(?:;|$)/;

export async function greetReader(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("a[data-reader]");
  if (!link || !HINT.test(document.cookie)) return;
  const { showMine } = await import("./mine/show");
  const name = await showMine();
  if (name === null) return;
  const shown = document.createElement("bdi");
  shown.textContent = name;
  link.replaceChildren(shown);
  link.href = `${home === "/" ? "" : home}/me`;
}
