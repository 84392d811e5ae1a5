import { noSuch } from "../../server/refusals";
import { htmlHeaders } from "../_asking/answers";
import { refusedPage } from "../_asking/refused";
import { languageOf, pathOf, queryOf } from "../_asking/request";
import { renderDocument } from "../_ui/render";
import { wordsOf } from "../_ui/words";

/** Every state of every part, for developers; where people read there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const words = wordsOf(languageOf(request));
  if (process.env.NODE_ENV === "production") return refusedPage(noSuch("page"), words, pathOf(request));
  const [{ specimens }, { Gallery }] = await Promise.all([import("./specimens"), import("./gallery")]);
  const [pages, name] = [specimens(words), queryOf(request, "page")];
  const html = await renderDocument((name && pages[name]) || <Gallery words={words} names={Object.keys(pages)} />);
  const headers = htmlHeaders({ "cache-control": "no-store" });
  // Its own frames, and nobody else's.
  headers.set("content-security-policy", (headers.get("content-security-policy") ?? "").replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'"));
  return new Response(themed(html, queryOf(request, "theme")), { headers });
}

/** As the script inside the page would set it from the reader's choice. */
function themed(html: string, theme: string | null): string {
  return theme === "light" || theme === "dark" ? html.replace("<html ", `<html data-theme="${theme}" `) : html;
}
