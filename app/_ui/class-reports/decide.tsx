import type { CommentAct } from "../../../domain/moderation/decision";
import type { ClassCaseView } from "../../../server/class-reports/case";
import { ErrorUnder } from "../field";
import { HiddenFields } from "../hidden-fields";
import { ReasonsFields, type ReasonsValues, ruleSays } from "../moderation/reasons-fields";
import type { Words } from "../words";
import type { CasePageProps } from "./case-page";

/** What the form was filled with. */
export type ClassDecideValues = ReasonsValues & { act: string };

type Act = CommentAct | "lock" | "unlock";

/** What happens, on what ground, and why: about the comment and its thread. Accounts are the place's to judge. */
export function ClassDecide({ words, view, values, error }: Pick<CasePageProps, "words" | "view" | "values" | "error">) {
  const { class: of, fault, reach, ground: named } = view;
  if (fault) return <p className="notice">{words.t(`classes.reports.faults.${fault}`)}</p>;
  const ground = named === "review" ? "off-subject" : named;
  const all: { about: "aboutComment" | "aboutThread"; acts: Act[] }[] = [
    { about: "aboutComment", acts: actsOn(view) },
    { about: "aboutThread", acts: view.thread ? [view.thread.isLocked ? "unlock" : "lock"] : [] },
  ];
  const groups = all.filter(({ acts }) => acts.length > 0);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="decision">
      <h2 className="rule" id="decision">
        {words.t("moderation.item.decision")}
      </h2>
      {reach && <p className="hint">{words.t("classes.reports.reach", { replies: reach.replies, readers: reach.readers })}</p>}
      <form className="fields deciding" method="post" action={words.to("/forms/classReports.decide")}>
        <HiddenFields hidden={{ class: of.id, item: view.id, seen: view.seen === null ? "" : String(view.seen), thread: view.thread?.id ?? "" }} />
        {groups.map(({ about, acts }) => (
          <ActChoice key={about} words={words} legend={words.t(`moderation.item.${about}`)} acts={acts} chosen={values?.act} />
        ))}
        <ErrorUnder name="act" error={error} />
        <ReasonsFields words={words} values={values ?? { ground, law: "", facts: ruleSays(words, ground) }} error={error} factsLabel={words.t("classes.reports.why")} factsHint={words.t("classes.reports.whyHint")} mayBeEmpty />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("classes.reports.decide")}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Which act, each with what it does. */
export function ActChoice({ words, legend, acts, chosen }: { words: Words; legend: string; acts: readonly Act[]; chosen: string | undefined }) {
  return (
    <fieldset className="kinds">
      <legend>{legend}</legend>
      <div className="opts">
        {acts.map((act) => (
          <label key={act} className="opt">
            <input type="radio" name="act" value={act} defaultChecked={chosen === act} required />
            <span>
              {words.t(`moderation.acts.${act}.name`)}
              <small>{saysOf(words, act)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function saysOf(words: Words, act: Act): string {
  return words.t(act === "approve" || act === "hide" || act === "remove" ? `classes.reports.says.${act}` : `moderation.acts.${act}.says`);
}

/** Only what is possible as it stands. */
export function actsOn({ isHeld, isRefused, waiting, restriction, comment }: Pick<ClassCaseView, "isHeld" | "isRefused" | "restriction"> & { waiting: object | null; comment: { isGone: boolean } }): CommentAct[] {
  if (isHeld) return isRefused ? ["approve"] : ["approve", "remove"];
  if (comment.isGone) return waiting ? ["approve"] : [];
  if (restriction === null) return [...(waiting ? (["approve"] as const) : []), "hide", "remove"];
  return ["restore", ...(restriction === "hidden" ? (["remove"] as const) : [])];
}
