import type { Role } from "../../../domain/permissions";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { ReasonsFields, type ReasonsValues } from "../moderation/reasons-fields";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";
import type { ListedMember } from "./members-page";
import { RoleChoice } from "./role-choice";

export type MemberAct = "joined" | "renamed" | "role-changed" | "suspended" | "sanctioned" | "lifted" | "reinstated" | "deleted" | "sessions-ended" | "card-made";

export type MemberView = ListedMember & {
  email: string | null;
  isConfirmed: boolean;
  hasPassword: boolean;
  /** Providers by which they can sign in. */
  issuers: string[];
  isSelf: boolean;
  suspendedAt: string | null;
  suspendedFor: string | null;
  canSuspend: boolean;
  canMakeCard: boolean;
  /** What was done to them, the newest first; `by` null: by the operator. */
  acts: { id: string; kind: string; at: string; by: string | null }[];
};

type Props = { words: Words; reader: { name: string }; member: MemberView; done: string | null; error: FormError | null; values?: ReasonsValues | null };

export function MemberPage({ words, reader, member, done, error, values = null }: Props) {
  const isGone = member.state === "deleted";
  return (
    <AdministrationFrame words={words} reader={reader} title={formTitle(words, isGone ? words.t("administration.states.deleted") : member.name, error)} path={`/administration/members/${member.id}`} place="members" done={done}>
      <Facts words={words} member={member} />
      <ErrorAbove fields={["facts", "law"]} error={error} />
      {!isGone && <RoleForm words={words} member={member} />}
      {!isGone && <Doors words={words} member={member} />}
      {!isGone && <Standing words={words} member={member} error={error} values={values} />}
      <Acts words={words} member={member} />
    </AdministrationFrame>
  );
}

function Facts({ words, member }: { words: Words; member: MemberView }) {
  const { email, isConfirmed, hasPassword, issuers, displayName, role, state } = member;
  const ways = [...(hasPassword ? [words.t("account.password")] : []), ...issuers];
  return (
    <p className="facts">
      {displayName !== null && <bdi>{displayName}</bdi>}
      <span>{words.t(`roles.${role}`)}</span>
      <span>{words.t(`administration.states.${state}`)}</span>
      {email !== null && <span>{words.t(isConfirmed ? "administration.confirmed" : "administration.claimed", { email })}</span>}
      <span>{ways.length === 0 ? words.t("administration.noPassword") : words.t("administration.ways", { ways: words.list(ways) })}</span>
      <span>{words.t("administration.joined", { day: words.day(member.joinedAt) })}</span>
      {member.lastCommentAt !== null && <span>{words.t("administration.lastWrote", { day: words.day(member.lastCommentAt) })}</span>}
    </p>
  );
}

function RoleForm({ words, member }: { words: Words; member: { id: string; role: Role } }) {
  return (
    <form className="fields" method="post" action={words.to("/forms/administration.changeRole")}>
      <HiddenFields hidden={{ member: member.id }} />
      <RoleChoice words={words} chosen={member.role} />
      <p className="hint">{words.t("administration.roleSays")}</p>
      <div className="row">
        <button className="button" type="submit">
          {words.t("administration.changeRole")}
        </button>
      </div>
    </form>
  );
}

/** Where they are signed in, and a card for who has no address. */
function Doors({ words, member }: { words: Words; member: MemberView }) {
  return (
    <section aria-labelledby="doors">
      <h2 className="rule" id="doors">
        {words.t("administration.doors")}
      </h2>
      <p>{words.t("administration.devices", { count: member.sessions })}</p>
      <div className="row">
        <ActButton words={words} act="endSessions" member={member.id} />
        {member.canMakeCard && <ActButton words={words} act="makeCard" member={member.id} />}
      </div>
      {member.canMakeCard && <p className="hint">{words.t("administration.cardSays")}</p>}
    </section>
  );
}

function ActButton({ words, act, member }: { words: Words; act: "endSessions" | "makeCard" | "reinstate"; member: string }) {
  return (
    <form method="post" action={words.to(`/forms/administration.${act}`)}>
      <HiddenFields hidden={{ member }} />
      <button className="button" type="submit">
        {words.t(`administration.${act}`)}
      </button>
    </form>
  );
}

function Standing({ words, member, error, values }: { words: Words; member: MemberView; error: FormError | null; values: ReasonsValues | null }) {
  if (member.suspendedAt !== null) {
    return (
      <section aria-labelledby="standing">
        <h2 className="rule" id="standing">
          {words.t("administration.isSuspended", { day: words.minute(member.suspendedAt) })}
        </h2>
        <p className="reason" dir="auto">
          {member.suspendedFor}
        </p>
        <div className="row">
          <ActButton words={words} act="reinstate" member={member.id} />
        </div>
      </section>
    );
  }
  if (!member.canSuspend) return null;
  return (
    <section aria-labelledby="standing">
      <h2 className="rule" id="standing">
        {words.t("administration.suspendTitle")}
      </h2>
      <form className="fields" method="post" action={words.to("/forms/administration.suspend")}>
        <HiddenFields hidden={{ member: member.id }} />
        <ReasonsFields words={words} values={values} error={error} factsLabel={words.t("administration.reason")} factsHint={words.t("administration.reasonHint")} />
        <div className="row">
          <button className="button grave" type="submit">
            {words.t("administration.suspend")}
          </button>
        </div>
      </form>
    </section>
  );
}

const ACTS: readonly MemberAct[] = ["joined", "renamed", "role-changed", "suspended", "sanctioned", "lifted", "reinstated", "deleted", "sessions-ended", "card-made"];

function Acts({ words, member }: { words: Words; member: MemberView }) {
  return (
    <section aria-labelledby="record">
      <h2 className="rule" id="record">
        {words.t("administration.record")}
      </h2>
      <ul className="ledger">
        {member.acts.map(({ id, kind, at, by }) => {
          const act = ACTS.find((one) => `member.${one}` === kind);
          return (
            <li key={id}>
              <span>{act ? words.t(`administration.acts.${act}`) : kind}</span>
              <span className="facts">
                <span>{by === null ? words.t("administration.byOperator") : words.t.rich("administration.by", { name: () => <bdi key="name">{by}</bdi> })}</span>
                <time dateTime={at}>{words.minute(at)}</time>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
