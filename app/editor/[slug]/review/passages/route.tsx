import { editorPage } from "../../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../../_asking/request";
import { PassagesPage } from "../../../../_ui/editor/passages-page";
import { WordsPage } from "../../../../_ui/editor/words-page";

/** The passages that a thread of the review may belong to. */
export const GET = editorPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const said = (name: string) => queryOf(request, name) ?? "";
  const way = { group: said("group"), after: said("after"), then: said("then") };
  const number = wholeNumber(said("in"));
  if (number !== null) return <WordsPage words={words} reader={context.reader} chosen={await ask.revising.passage({ slug, thread: said("thread") || "none", number })} way={way} error={null} />;
  const passages = await ask.revising.passages({ slug, thread: said("thread") || "none", query: said("query").slice(0, 200), page: wholeNumber(said("page")) ?? 1 });
  return <PassagesPage words={words} reader={context.reader} passages={passages} way={way} error={null} />;
});
