import { DISPLAY_NAME_LENGTH, NAME_LENGTH } from "../../../domain/names";
import type { Role } from "../../../domain/permissions";
import { ErrorAbove, Field } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";
import { RoleChoice } from "./role-choice";

export type NewMemberValues = { name: string; displayName: string; email: string; role: Role };

type Props = { words: Words; reader: { name: string }; values: NewMemberValues; error: FormError | null };

export function NewMemberPage({ words, reader, values, error }: Props) {
  return (
    <AdministrationFrame words={words} reader={reader} title={formTitle(words, words.t("administration.new.title"), error)} path="/administration/members/new" place="members">
      <form className="fields" method="post" action={words.to("/forms/administration.makeMember")}>
        <ErrorAbove fields={["name", "displayName", "email"]} error={error} />
        <Field name="name" label={words.t("account.name")} hint={words.t("administration.new.nameHint", NAME_LENGTH)} error={error} defaultValue={values.name} autoComplete="off" spellCheck={false} required />
        <Field name="displayName" label={words.t("administration.new.displayName")} hint={words.t("ownAccount.displayNameHint", DISPLAY_NAME_LENGTH)} error={error} defaultValue={values.displayName} autoComplete="off" spellCheck={false} />
        <Field name="email" type="email" label={words.t("administration.new.email")} hint={words.t("administration.new.emailHint")} error={error} defaultValue={values.email} autoComplete="off" />
        <RoleChoice words={words} chosen={values.role} />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("administration.new.submit")}
          </button>
        </div>
      </form>
    </AdministrationFrame>
  );
}
