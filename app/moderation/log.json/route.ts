import { openFile } from "../../_asking/open-file";
import { publicPage } from "../../_asking/pages";
import { queryOf, wholeNumber } from "../../_asking/request";

/** How anybody reckons the links again. */
const HOW =
  "A row's link is the SHA-256, in hexadecimal, of the UTF-8 bytes of this JSON array without spaces: [\"paragora-log-1\", link of the row before, chain, order, at, decision, act, object, place, ground, automated, role, alias, until, about, batch, reasonHash, citationHash]. Before the first row stands `genesis`. reasonHash and citationHash are that of [\"paragora-log-1\", \"text\", salt, text], or null where there was no text; a hash without its text was blanked.";

/** The log for programs, from its beginning, page by page. */
export const GET = publicPage(async ({ ask, request, origin }) => {
  const { next, ...file } = await ask.record.file({ after: wholeNumber(queryOf(request, "after")) ?? 0 });
  return openFile(`${JSON.stringify({ how: HOW, ...file, next: next === null ? null : `${origin}/moderation/log.json?after=${next}` })}\n`, "application/json; charset=utf-8");
});
