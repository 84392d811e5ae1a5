import { administrationPage, doneOn } from "../../../_asking/administration";
import { MemberPage } from "../../../_ui/administration/member-page";

export const GET = administrationPage<"id">(async ({ words, reader, ask, request }, { id }) => {
  const member = await ask.administration.member({ member: id });
  return <MemberPage words={words} reader={reader} member={member} done={doneOn(request, words, { name: member.name, to: "" })} error={null} />;
});
