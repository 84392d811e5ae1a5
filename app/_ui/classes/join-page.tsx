import { ROSTER_NAME_LENGTH } from "../../../domain/classroom/roster-cells";
import type { CodeView } from "../../../server/classes/join";
import { Document } from "../document";
import { ErrorUnder, Field } from "../field";
import type { FormError } from "../form-error";
import { FormPage } from "../form-page";
import { classPath, joinPath } from "../paths";
import type { Words } from "../words";

/** Where a code is typed. */
export function EnterCodePage({ words, reader, written, error }: { words: Words; reader: { name: string }; written: string; error: FormError | null }) {
  return (
    <FormPage words={words} title={words.t("classes.join.title")} lead={words.t("classes.join.lead")} path={joinPath()} action="/forms/classes.lookAtCode" hidden={{}} fields={["code"]} error={error} submit={words.t("classes.join.submit")} reader={reader}>
      <Field name="code" label={words.t("classes.join.code")} error={error} defaultValue={written} autoComplete="off" autoCapitalize="characters" spellCheck={false} required />
    </FormPage>
  );
}

type Props = { words: Words; reader: { name: string }; view: CodeView; written: { name: string; place: string } | null; error: FormError | null };

/** What a good code opens: which class it is, and as whom one joins. */
export function JoinPage({ words, reader, view, written, error }: Props) {
  const title = words.t("classes.join.classTitle", { name: view.class.name });
  if (view.isIn || view.isOut) return <NotToJoin words={words} reader={reader} view={view} title={title} />;
  const [only] = view.offered.length === 1 ? view.offered : [];
  const lead = [words.t("classes.join.teachers", { names: words.list(view.teachers) }), words.t("classes.join.as", { role: view.role })];
  return (
    <FormPage words={words} title={title} lead={lead.join(" ")} path={joinPath(view.code)} action="/forms/classes.join" hidden={{ code: view.code }} fields={["name", "place"]} error={error} submit={words.t("classes.join.join")} reader={reader}>
      {only ? (
        <p>{words.t("classes.join.found", { name: only.name })}</p>
      ) : view.offered.length > 1 ? (
        <Choose words={words} offered={view.offered} chosen={written?.place ?? ""} error={error} />
      ) : (
        <Field name="name" label={words.t("classes.join.name")} hint={words.t("classes.join.nameHint")} error={error} defaultValue={written?.name ?? ""} autoComplete="name" dir="auto" maxLength={ROSTER_NAME_LENGTH * 2} required />
      )}
    </FormPage>
  );
}

function Choose({ words, offered, chosen, error }: { words: Words; offered: CodeView["offered"]; chosen: string; error: FormError | null }) {
  return (
    <fieldset className="kinds">
      <legend>{words.t("classes.join.choose")}</legend>
      <div className="choices tall">
        {offered.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name="place" value={id} defaultChecked={id === chosen} required />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
      <ErrorUnder name="place" error={error} />
    </fieldset>
  );
}

/** To who is in it already, and to who was removed. */
function NotToJoin({ words, reader, view, title }: Pick<Props, "words" | "reader" | "view"> & { title: string }) {
  return (
    <Document words={words} title={title} path={joinPath(view.code)} noindex reader={reader}>
      <div className="work narrow">
        <h1>{view.class.name}</h1>
        <p className="lead">{words.t(view.isIn ? "classes.join.already" : "refusals.notAllowed.leftClass")}</p>
        {view.isIn && (
          <p className="row">
            <a className="button main" href={words.to(classPath(view.class.id))}>
              {words.t("classes.join.toClass")}
            </a>
          </p>
        )}
      </div>
    </Document>
  );
}
