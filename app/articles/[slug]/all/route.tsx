import { callerOf } from "../../../../server/router";
import { contextOfNobody } from "../../../../server/context";
import { turnOf } from "../../../_asking/pages";
import { htmlHeaders } from "../../../_asking/answers";
import { refusedPage } from "../../../_asking/refused";
import { languageOf, pathOf, queryOf } from "../../../_asking/request";
import { wholeInPieces } from "../../../_asking/whole";
import { wordsOf } from "../../../_ui/words";

/** Everything on one page, sent in pieces as it is made: between two pieces other requests have their turn. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const words = wordsOf(languageOf(request));
  try {
    const [{ slug }, after] = [await params, queryOf(request, "after")];
    const context = contextOfNobody(request.headers);
    const [view, now] = [await callerOf(context).articles.all({ slug, after }), context.now()];
    const until = turnOf(view.head, now);
    return new Response(wholeInPieces({ words, view, after, now }), { headers: htmlHeaders({ "cache-control": "no-cache", "x-paragora-articles": view.head.id, ...(until ? { "x-paragora-until": until.toISOString() } : {}) }) });
  } catch (error) {
    return refusedPage(error, words, pathOf(request));
  }
}
