import { administrationPage, doneOn } from "../../_asking/administration";
import { queryOf } from "../../_asking/request";
import { MailsPage } from "../../_ui/administration/mails-page";

export const GET = administrationPage(async ({ words, reader, ask, request }) => {
  const after = queryOf(request, "after");
  const [{ mails, next }, me] = await Promise.all([ask.administration.mailsGivenUp({ after }), ask.members.me()]);
  return <MailsPage words={words} reader={reader} mails={mails} next={next} after={after} done={doneOn(request, words, { name: reader.name, to: me?.email ?? "" })} error={null} />;
});
