/** Running the place by forms. */
import { grounds } from "../../domain/moderation/house-rules";
import { type Role, roles } from "../../domain/permissions";
import { noSuch } from "../../server/refusals";
import { settings } from "../../server/settings";
import type { administrationActs } from "../_asking/administration";
import { ownDocument } from "../_asking/answers";
import { type CardView, CardPage } from "../_ui/administration/card-page";
import { MailsPage } from "../_ui/administration/mails-page";
import { MemberPage } from "../_ui/administration/member-page";
import { NewMemberPage } from "../_ui/administration/new-member-page";
import type { ReasonsValues } from "../_ui/moderation/reasons-fields";
import { withQuery } from "../_ui/paths";
import { comeBack, type Form, leadTo, type Sent } from "./form";

type Done = (typeof administrationActs)[number];

function roleIn(sent: Sent): Role {
  return roles.find((role) => role === sent.field("role")) ?? "member";
}

/** As a form of reasons sends them. */
export function reasonsIn(sent: Sent): ReasonsValues {
  return { ground: grounds.find((ground) => ground === sent.field("ground")) ?? "law", law: sent.field("law"), facts: sent.field("facts") };
}

function toMember(sent: Sent, id: string, done: Done): Response {
  return leadTo(sent, withQuery(sent.words.to(`/administration/members/${id}`), { done }));
}

/** An act upon a member: back to their page, which tells what was done or why not. */
function upon(done: Done, act: (sent: Sent, member: string) => Promise<unknown>): Form {
  return async (sent) => {
    const id = sent.field("member");
    try {
      await act(sent, id);
    } catch (error) {
      const { reader } = sent.context;
      const member = await sent.ask.administration.member({ member: id });
      if (!reader) throw error;
      return comeBack(sent, error, (why) => <MemberPage words={sent.words} reader={reader} member={member} done={null} error={why} values={reasonsIn(sent)} />);
    }
    return toMember(sent, id, done);
  };
}

/** Who steps down is no administrator any more: the page of the member is closed to them. */
export const changeRole: Form = async (sent) => {
  const isOwn = sent.field("member") === sent.context.reader?.id && roleIn(sent) !== "administrator";
  const answer = await upon("role", ({ ask }, member) => ask.administration.changeRole({ member, role: roleIn(sent) }))(sent);
  return isOwn && answer.status === 303 ? leadTo(sent, sent.words.to("/me")) : answer;
};
export const suspend = upon("suspended", (sent, member) => sent.ask.administration.suspend({ member, ...reasonsIn(sent) }));
export const reinstate = upon("reinstated", ({ ask }, member) => ask.administration.reinstate({ member }));
export const endSessions = upon("sessions", ({ ask }, member) => ask.administration.endSessions({ member }));

/** Shown in the answer itself, which is never stored: there is no address at which it could be seen again. */
function handOver(sent: Sent, card: CardView): Promise<Response> {
  const { reader } = sent.context;
  if (!reader) throw noSuch("page");
  return ownDocument(<CardPage words={sent.words} reader={reader} card={card} />);
}

export const makeCard: Form = async (sent) => {
  const id = sent.field("member");
  const { name, link, expiresAt } = await sent.ask.administration.makeCard({ member: id, language: sent.words.language });
  return handOver(sent, { id, name, origin: settings().publicUrl.origin, link, until: expiresAt });
};

export const makeMember: Form = async (sent) => {
  const values = { name: sent.field("name"), displayName: sent.field("displayName"), email: sent.field("email"), role: roleIn(sent) };
  try {
    const { id, name, password } = await sent.ask.administration.makeMember(values);
    return password === null ? toMember(sent, id, "made") : await handOver(sent, { id, name, origin: settings().publicUrl.origin, password });
  } catch (error) {
    const { reader } = sent.context;
    if (!reader) throw error;
    return comeBack(sent, error, (why) => <NewMemberPage words={sent.words} reader={reader} values={values} error={why} />);
  }
};

/** On the page of mails, which tells what was done or why not. */
function onMails(done: Done, act: (sent: Sent) => Promise<unknown>): Form {
  return async (sent) => {
    try {
      await act(sent);
    } catch (error) {
      const { reader } = sent.context;
      if (!reader) throw error;
      const { mails, next } = await sent.ask.administration.mailsGivenUp({});
      return comeBack(sent, error, (why) => <MailsPage words={sent.words} reader={reader} mails={mails} next={next} after={null} done={null} error={why} />);
    }
    return leadTo(sent, withQuery(sent.words.to("/administration/mails"), { done }));
  };
}

export const retryMail = onMails("retried", (sent) => sent.ask.administration.retryMail({ mail: sent.field("mail") }));
export const sendTestMail = onMails("tested", ({ ask, words }) => ask.administration.sendTestMail({ language: words.language }));
