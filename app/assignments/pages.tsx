/** The pages on which a class reads: a student's group is their own, a teacher's is in the address. Private to the reader, kept by nobody. */
import { memberPage } from "../_asking/pages";
import { htmlHeaders } from "../_asking/answers";
import { queryOf, wholeNumber } from "../_asking/request";
import { wholeInPieces } from "../_asking/whole";
import { ArticlePage } from "../_ui/article-page";
import { WorkHead } from "../_ui/assignments/work-head";
import { BlockPage } from "../_ui/block-page";
import { ThreadPage } from "../_ui/thread-page";

/** `group`: of the addresses that name one. */
function at({ id, group }: { id: string; group?: string }) {
  return { assignment: id, group: group === undefined ? null : (wholeNumber(group) ?? 0) };
}

export const readingPage = memberPage<"id">(async ({ words, ask, now, reader }, params) => {
  const { work, view } = await ask.assignments.view(at(params));
  return <ArticlePage words={words} view={view} now={now} reader={reader} above={<WorkHead words={words} work={work} />} />;
});

export const allPage = memberPage<"id">(async ({ words, ask, now, reader, request }, params) => {
  const after = queryOf(request, "after");
  const { view } = await ask.assignments.all({ ...at(params), after });
  return new Response(wholeInPieces({ words, view, after, now, reader }), { headers: htmlHeaders({ "cache-control": "private, no-store" }) });
});

export const blockPage = memberPage<"id" | "number">(async ({ words, ask, reader, request }, { number, ...params }) => {
  const after = wholeNumber(queryOf(request, "after")) ?? 0;
  const { view } = await ask.assignments.block({ ...at(params), number: wholeNumber(number) ?? 0, after });
  return <BlockPage words={words} view={view} after={after ? String(after) : null} reader={reader} />;
});

export const threadPage = memberPage<"id" | "thread">(async ({ words, ask, reader, request }, { thread, ...params }) => {
  const { view } = await ask.assignments.thread({ ...at(params), thread, from: queryOf(request, "from"), after: wholeNumber(queryOf(request, "after")) ?? 0 });
  return <ThreadPage words={words} view={view} reader={reader} />;
});
