import { type Role, roles } from "../../../domain/permissions";
import { Choices } from "../choices";
import { withQuery } from "../paths";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";

export type ListedMember = {
  id: string;
  name: string;
  displayName: string | null;
  role: Role;
  state: "active" | "suspended" | "deleted";
  joinedAt: string;
  lastCommentAt: string | null;
  /** On how many devices they are signed in. */
  sessions: number;
};

type Wish = { search: string; role: Role | null };
type Props = { words: Words; reader: { name: string }; members: ListedMember[]; wish: Wish; next: string | null; after: string | null };

const PATH = "/administration";

function pathOf({ search, role }: Wish, after?: string): string {
  return withQuery(PATH, { search: search || undefined, role: role ?? undefined, after });
}

export function MembersPage({ words, reader, members, wish, next, after }: Props) {
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("administration.title")} path={pathOf(wish, after ?? undefined)} place="members">
      <Search words={words} wish={wish} />
      <Choices
        look="chips"
        label={words.t("administration.role")}
        choices={[null, ...roles].map((role) => ({ name: role ?? "", href: words.to(pathOf({ ...wish, role })), chosen: role === wish.role, says: role === null ? words.t("administration.anyRole") : words.t(`roles.${role}`) }))}
      />
      {members.length === 0 && <p className="quiet">{words.t("administration.nobody")}</p>}
      <ul className="ledger">
        {members.map((one) => (
          <MemberLine key={one.id} words={words} member={one} />
        ))}
      </ul>
      <p className="row">
        {next !== null && (
          <a className="button" rel="next" href={words.to(pathOf(wish, next))}>
            {words.t("administration.more")}
          </a>
        )}
        {after !== null && <a href={words.to(pathOf(wish))}>{words.t("pages.first")}</a>}
      </p>
    </AdministrationFrame>
  );
}

function Search({ words, wish }: { words: Words; wish: Wish }) {
  return (
    <div className="searching">
      <form role="search" method="get" action={words.to(PATH)}>
        <label htmlFor="search">{words.t("administration.search")}</label>
        <div className="row">
          <input className="field" type="search" id="search" name="search" defaultValue={wish.search} maxLength={200} autoComplete="off" spellCheck={false} />
          {wish.role !== null && <input type="hidden" name="role" value={wish.role} />}
          <button className="button" type="submit">
            {words.t("administration.find")}
          </button>
        </div>
      </form>
      <a className="button main" href={words.to("/administration/members/new")}>
        {words.t("administration.new.title")}
      </a>
    </div>
  );
}

function MemberLine({ words, member }: { words: Words; member: ListedMember }) {
  return (
    <li>
      <span>
        <a href={words.to(`/administration/members/${member.id}`)}>
          <bdi>{member.name}</bdi>
        </a>
        {member.displayName !== null && (
          <>
            {" "}
            <bdi className="quiet">{member.displayName}</bdi>
          </>
        )}{" "}
        {member.role !== "member" && <span className="tag accented">{words.t(`roles.${member.role}`)}</span>} {member.state !== "active" && <span className="tag">{words.t(`administration.states.${member.state}`)}</span>}
      </span>
      <span className="facts">
        <span>{words.t("administration.joined", { day: words.day(member.joinedAt) })}</span>
        {member.lastCommentAt !== null && <span>{words.t("administration.lastWrote", { day: words.day(member.lastCommentAt) })}</span>}
        <span>{words.t("administration.devices", { count: member.sessions })}</span>
      </span>
    </li>
  );
}
