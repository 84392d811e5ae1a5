import { seeOther } from "../_asking/answers";
import { moderatorPage, wishIn } from "../_asking/moderators";
import { QueuePage } from "../_ui/moderation/queue-page";
import { placeOfItem, queuePath } from "../_ui/moderation/queue-paths";
import { justDone, queueProps } from "./pages";

export const GET = moderatorPage(async ({ words, now, reader, ask, request }) => {
  const given = new URL(request.url).searchParams;
  const way = wishIn(given);
  const skip = given.get("skip");
  if (skip !== null) {
    const next = await ask.moderation.next({ ...way, after: skip });
    return seeOther(words.to(next ? `${placeOfItem(next, way)}#item` : queuePath(way)));
  }
  const props = await queueProps({ words, now, reader, ask }, way, null, justDone(given, words));
  return "appeal" in props ? seeOther(words.to(`/moderation/appeals/${props.appeal}`)) : <QueuePage {...props} error={null} />;
});
