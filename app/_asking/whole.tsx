/** Everything about an article on one page, sent in pieces as it is made: between two pieces other requests have their turn. */
import type { WholePageView } from "../../domain/reading";
import { AllPage } from "../_ui/all-page";
import { piecesOf } from "../_ui/all-pieces";
import type { DocumentProps } from "../_ui/document";
import { placeOf } from "../_ui/place";
import { markupOf, renderAround } from "../_ui/render";
import type { Words } from "../_ui/words";
import { streamOf } from "./pieces";

type Whole = { words: Words; view: WholePageView; after: string | null; now: Date; reader?: DocumentProps["reader"] };

export function wholeInPieces(whole: Whole): ReadableStream<Uint8Array> {
  return streamOf(pieceByPiece(whole));
}

async function* pieceByPiece({ words, view, after, now, reader = null }: Whole): AsyncGenerator<string> {
  const { before, after: end } = await renderAround(<AllPage words={words} view={view} after={after} now={now} reader={reader} />);
  yield before;
  yield* piecesOf(placeOf(words, view.head), view, await markupOf());
  yield end;
}
