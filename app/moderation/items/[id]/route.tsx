import { seeOther } from "../../../_asking/answers";
import { moderatorPage, wishIn } from "../../../_asking/moderators";
import { QueuePage } from "../../../_ui/moderation/queue-page";
import { justDone, queueProps } from "../../pages";

export const GET = moderatorPage<"id">(async ({ words, now, reader, ask, request }, { id }) => {
  const given = new URL(request.url).searchParams;
  const props = await queueProps({ words, now, reader, ask }, wishIn(given), id, justDone(given, words));
  if ("item" in props && props.item?.asked?.isMe) await ask.notices.markOf({ subject: id });
  return "appeal" in props ? seeOther(words.to(`/moderation/appeals/${props.appeal}`)) : <QueuePage {...props} error={null} />;
});
