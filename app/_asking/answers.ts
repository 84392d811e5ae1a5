/** Answers to browsers: documents with the headers each needs. */
import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { renderDocument } from "../_ui/render";
import { themeScript } from "../_ui/theme-script";

const themeHash = createHash("sha256").update(themeScript).digest("base64");

/** Nothing from elsewhere, no inline script but the one that sets the theme, in no frame. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${themeHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const DOCUMENT_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** A page made for one reader: nobody else may get it from any store. */
export async function ownDocument(element: ReactElement, status = 200, headers: HeadersInit = []): Promise<Response> {
  return documentOf(element, status, [...Object.entries({ "cache-control": "private, no-store" }), ...new Headers(headers)]);
}

/** A public page, and the ids of the articles it shows (`*`: whichever there are): the front keeps it until one changes, and no longer than `until`. */
export async function publicDocument(element: ReactElement, articles: string, until: Date | null = null): Promise<Response> {
  return documentOf(element, 200, [...Object.entries({ "cache-control": "no-cache", "x-paragora-articles": articles, ...(until ? { "x-paragora-until": until.toISOString() } : {}) })]);
}

export function htmlHeaders(more: Record<string, string>): Headers {
  return new Headers({ ...DOCUMENT_HEADERS, ...more });
}

async function documentOf(element: ReactElement, status: number, more: [string, string][]): Promise<Response> {
  const headers = htmlHeaders({});
  for (const [name, value] of more) {
    if (name === "set-cookie") headers.append(name, value);
    else headers.set(name, value);
  }
  return new Response(await renderDocument(element), { status, headers });
}

/** Of a page whose address opens something: no other page hears of it, not even ours. */
export const SECRET_ADDRESS = { "referrer-policy": "no-referrer" };

/** "See other": after a form, the browser fetches the next page. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
