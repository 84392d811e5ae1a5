import { callerOf } from "../../../../server/router";
import { contextOfNobody } from "../../../../server/context";
import type { ArticleView } from "../../../../domain/reading";
import type { ThreadView } from "../../../../domain/thread";
import { htmlHeaders } from "../../../_asking/answers";
import { refusedPage } from "../../../_asking/refused";
import { languageOf, pathOf } from "../../../_asking/request";
import { AllBlock, AllOnTheWhole, AllPage, threadInPieces } from "../../../_ui/all-page";
import { footnotesOf } from "../../../_ui/blocks-of-article";
import { placeOf } from "../../../_ui/place";
import { markupOf, renderAround } from "../../../_ui/render";
import { flattened } from "../../../_ui/whole-thread";
import { wordsOf, type Words } from "../../../_ui/words";

/** Everything on one page, sent in pieces as it is made: between two pieces other requests have their turn. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const words = wordsOf(languageOf(request));
  try {
    const { slug } = await params;
    const view = await callerOf(contextOfNobody(request.headers)).articles.all({ slug });
    const pieces = piecesOf(words, view);
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

async function* piecesOf(words: Words, { head, blocks, wholeArticle }: ArticleView): AsyncGenerator<string> {
  const place = placeOf(words, head);
  const markup = await markupOf();
  const { before, after } = await renderAround(<AllPage words={words} head={head} blocks={blocks} />);
  const threads = function* (some: readonly ThreadView[]): Generator<string> {
    for (const thread of some) yield* threadInPieces(place, { ...thread, comments: flattened(thread.comments) }, markup);
  };
  const footnoteHref = footnotesOf(blocks);
  yield before;
  for (const block of blocks) {
    yield markup(<AllBlock place={place} block={block} language={head.language} footnoteHref={footnoteHref} />);
    yield* threads(block.threads);
  }
  if (wholeArticle.threads.length) yield markup(<AllOnTheWhole words={words} />);
  yield* threads(wholeArticle.threads);
  yield after;
}
