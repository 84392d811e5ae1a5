/** What a request says of itself. */
import type { Span } from "../../domain/blocks";
import type { Language } from "../../domain/reading";

/** Chinese pages stand below /zh; Next is told of them by a rewrite, the address keeps it. */
export function languageOf(request: Request): Language {
  return /^\/zh(?:\/|$)/.test(new URL(request.url).pathname) ? "zh" : "en";
}

/** The address without its language, query included. */
export function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return (pathname.replace(/^\/zh(?=\/|$)/, "") || "/") + search;
}

export function queryOf(request: Request, name: string): string | null {
  return new URL(request.url).searchParams.get(name) || null;
}

/** A whole number from an address; null when it is none. */
export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Two whole numbers from an address, "12-40"; null when it is none. */
export function spanIn(text: string | null): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "") ?? [];
  return end === undefined ? null : { start: Number(start), end: Number(end) };
}
