import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { ResponsePage } from "../../../_ui/response-page";

/** Made for whoever asks: until it is published, editors alone see it. */
export const GET = ownPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const after = queryOf(request, "after");
  return <ResponsePage words={words} view={await ask.answers.response({ slug, after })} after={after} reader={context.reader} />;
});
