/** Marking as read by forms. */
import { newPath, withQuery } from "../_ui/paths";
import { type Form, leadTo } from "./form";

/** All that had been written when the page was made; back to it, which tells what came since. */
export const markAllRead: Form = async (sent) => {
  await sent.ask.reading.markAll({ discussion: sent.field("discussion"), until: sent.field("until") });
  return leadTo(sent, withQuery(sent.words.to(newPath(encodeURIComponent(sent.field("slug")))), { marked: "1" }));
};
