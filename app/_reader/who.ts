/** Public pages know no reader: the name is put in afterwards, and asked for only when somebody is signed in. */
import { home } from "./said";

const HINT = /(?:^|; )paragora\.reader=1(?:;|$)/;

export async function nameTheReader(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("a[data-reader]");
  if (!link || !HINT.test(document.cookie)) return;
  const answer = await fetch("/api/trpc/members.me").catch(() => null);
  const said: unknown = answer?.ok ? await answer.json() : null;
  const name = nameIn(said);
  if (name === null) return;
  const shown = document.createElement("bdi");
  shown.textContent = name;
  link.replaceChildren(shown);
  link.href = `${home === "/" ? "" : home}/me`;
}

function nameIn(said: unknown): string | null {
  const result = at(at(at(said, "result"), "data"), "name");
  return typeof result === "string" ? result : null;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
}
