import { noSuch } from "../../../../server/refusals";
import { ownPage } from "../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { LogRowPage } from "../../../_ui/moderation/log-row-page";

export const GET = ownPage<"order">(async ({ words, ask, request, context }, { order }) => {
  const number = wholeNumber(order);
  if (!number) throw noSuch("logRow");
  return <LogRowPage words={words} reader={context.reader} row={await ask.record.row({ order: number })} isDone={queryOf(request, "done") !== null} why="" error={null} />;
});
