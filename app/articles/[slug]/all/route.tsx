import { callerOf } from "../../../../server/router";
import { contextOfNobody } from "../../../../server/context";
import type { WholePageView } from "../../../../domain/reading";
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
    const view = await callerOf(contextOfNobody(request.headers)).articles.all({ slug, after });
    const pieces = page(words, view, after);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
    });
    return new Response(body, { headers: htmlHeaders({ "cache-control": "no-cache", "x-paragora-articles": view.head.id }) });
  } catch (error) {
    return refusedPage(error, words, pathOf(request));
  }
}

async function* page(words: Words, view: WholePageView, after: string | null): AsyncGenerator<string> {
  const { before, after: end } = await renderAround(<AllPage words={words} view={view} after={after} />);
  yield before;
  yield* piecesOf(placeOf(words, view.head), view, await markupOf());
  yield end;
}
