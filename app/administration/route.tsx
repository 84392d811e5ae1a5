import { roles } from "../../domain/permissions";
import { administrationPage } from "../_asking/administration";
import { queryOf } from "../_asking/request";
import { MembersPage } from "../_ui/administration/members-page";

export const GET = administrationPage(async ({ words, reader, ask, request }) => {
  const wish = { search: queryOf(request, "search") ?? "", role: roles.find((role) => role === queryOf(request, "role")) ?? null };
  const after = queryOf(request, "after");
  const { members, next } = await ask.administration.members({ ...wish, after });
  return <MembersPage words={words} reader={reader} members={members} wish={wish} next={next} after={after} />;
});
