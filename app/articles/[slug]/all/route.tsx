import { callerOf } from "../../../../server/router";
import { contextOfNobody } from "../../../../server/context";
import type { WholePageView } from "../../../../domain/reading";
import { turnOf } from "../../../_asking/pages";
import { htmlHeaders } from "../../../_asking/answers";
import { refusedPage } from "../../../_asking/refused";
import { languageOf, pathOf, queryOf } from "../../../_asking/request";
import { AllPage } from "../../../_ui/all-page";
import { piecesOf } from "../../../_ui/all-pieces";
import { placeOf } from "../../../_ui/place";
import { markupOf, renderAround } from "../../../_ui/render";
import { wordsOf, type Words } from "../../../_ui/words";

/** Everything on one page, sent in pieces as it is made: between two pieces other requests have their turn. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const words = wordsOf(languageOf(request));
  try {
    const [{ slug }, after] = [await params, queryOf(request, "after")];
    const context = contextOfNobody(request.headers);
    const [view, now] = [await callerOf(context).articles.all({ slug, after }), context.now()];
    const [pieces, until] = [page(words, view, after, now), turnOf(view.head, now)];
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, { headers: htmlHeaders({ "cache-control": "no-cache", "x-paragora-articles": view.head.id, ...(until ? { "x-paragora-until": until.toISOString() } : {}) }) });
  } catch (error) {
    return refusedPage(error, words, pathOf(request));
  }
}

async function* page(words: Words, view: WholePageView, after: string | null, now: Date): AsyncGenerator<string> {
  const { before, after: end } = await renderAround(<AllPage words={words} view={view} after={after} now={now} />);
  yield before;
  yield* piecesOf(placeOf(words, view.head), view, await markupOf());
  yield end;
}
