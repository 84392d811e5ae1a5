import { shownJoinCode } from "../../../domain/classroom/join-code";
import { codeRoles, type CodeRole, type CodesView } from "../../../server/classes/codes";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath, joinPath, withQuery } from "../paths";
import type { Words } from "../words";
import { Select } from "./class-form-page";
import { ClassFrame, Pages } from "./frame";
import { SectionField } from "./section-field";

export type WrittenCode = { role: CodeRole; section: string };
type Props = { words: Words; reader: { name: string }; origin: string; view: CodesView; after: string | null; done: string | null; written: WrittenCode | null; error: FormError | null };

export function CodesPage({ words, reader, origin, view, after, done, written, error }: Props) {
  const { class: of, codes, sections, next } = view;
  const path = classPath(of.id, "codes");
  const title = words.t("classes.codes.title");
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="codes" title={title} documentTitle={formTitle(words, title, error)} path={path} done={done}>
      <p className="lead">{words.t("classes.codes.lead")}</p>
      <form className="fields" method="post" action={words.to("/forms/classes.makeCode")}>
        <HiddenFields hidden={{ class: of.id }} />
        <ErrorAbove fields={["role", "section"]} error={error} />
        <Select name="role" label={words.t("classes.codes.role")} error={error} chosen={written?.role ?? "student"} options={Object.fromEntries(codeRoles.map((role) => [role, words.t(`classes.roles.${role}`)]))} />
        <SectionField words={words} sections={sections} value={written?.section ?? ""} error={error} />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("classes.codes.new")}
          </button>
        </div>
      </form>
      {codes.length === 0 && <p className="quiet below">{words.t("classes.codes.none")}</p>}
      {codes.map((one) => (
        <Code key={one.code} words={words} origin={origin} of={of} one={one} />
      ))}
      <Pages words={words} next={next === null ? null : withQuery(words.to(path), { after: next })} first={after === null ? null : words.to(path)} more={words.t("classes.codes.more")} />
    </ClassFrame>
  );
}

function Code({ words, origin, of, one }: { words: Words; origin: string; of: CodesView["class"]; one: CodesView["codes"][number] }) {
  const shown = shownJoinCode(one.code);
  const link = `${origin}${words.to(joinPath(one.code))}`;
  return (
    <section className="join-code" aria-labelledby={`code-${one.code}`}>
      <h2 className="rule" id={`code-${one.code}`}>
        <code>{shown}</code> {!one.isGood && <span className="tag">{words.t(one.isRevoked ? "classes.codes.revoked" : "classes.codes.expired")}</span>}
      </h2>
      <p className="facts">
        <span>{words.t(`classes.roles.${one.role}`)}</span>
        {one.section !== null && <bdi>{one.section}</bdi>}
        {one.isGood && <span>{words.t("classes.codes.until", { at: words.inZone(one.expiresAt, of.timeZone) })}</span>}
        <span>{words.t("classes.codes.by", { name: one.by })}</span>
      </p>
      {one.isGood && (
        <p>
          {words.t("classes.codes.link")}: <a href={words.to(joinPath(one.code))}>{link}</a>
        </p>
      )}
      <p>{one.joined.length === 0 ? words.t("classes.codes.nobody") : words.t("classes.codes.joined", { count: one.joined.length })}</p>
      <ul className="ledger">
        {one.joined.map(({ id, name, at }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <time dateTime={at}>{words.inZone(at, of.timeZone)}</time>
          </li>
        ))}
      </ul>
      {one.isGood && (
        <form className="row" method="post" action={words.to("/forms/classes.revokeCode")}>
          <HiddenFields hidden={{ class: of.id, code: one.code }} />
          <button className="button" type="submit" aria-label={words.t("classes.codes.revokeOf", { code: shown })}>
            {words.t("classes.codes.revoke")}
          </button>
        </form>
      )}
    </section>
  );
}
