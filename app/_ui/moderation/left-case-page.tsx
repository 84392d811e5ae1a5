import type { LeftCase } from "../../../server/class-reports/by-moderators";
import { ActChoice, actsOn, type ClassDecideValues } from "../class-reports/decide";
import { Document } from "../document";
import { ErrorAbove, ErrorUnder } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { ItemContext } from "./item-context";
import { NamelessReports } from "./nameless-reports";
import { leftCasePath } from "./queue-paths";
import { ReasonsFields, ruleSays } from "./reasons-fields";
import { groundSaid, phaseSaid } from "./said";

type Props = { words: Words; reader: { name: string }; view: LeftCase; values: ClassDecideValues | null; error: FormError | null };

/** A case that a class leaves to moderators, because nobody there may decide it: the comment, what it answers and its passage. */
export function LeftCasePage(props: Props) {
  const { words, reader, view, error } = props;
  const title = view.isHeld ? words.t("moderation.item.held", { phase: view.caught ? phaseSaid(words, view.caught.phase) : "" }) : words.t("moderation.item.reported", { rule: groundSaid(words, view.ground) });
  return (
    <Document words={words} title={formTitle(words, title, error)} path={leftCasePath(view.id)} noindex reader={reader}>
      <div className="work narrow">
        <p className="facts">
          <a href={words.to("/moderation")}>{words.t("appeals.queue")}</a>
          <span>{words.t("moderation.left.kicker")}</span>
          <time dateTime={view.waitsSince}>{words.minute(view.waitsSince)}</time>
        </p>
        <h1>{title}</h1>
        <p className="notice">{words.t("moderation.left.says")}</p>
        <ErrorAbove fields={["act", "facts", "law"]} error={error} />
        <ItemContext words={words} item={{ ...view, article: { language: view.language }, waiting: { caught: view.caught }, after: [] }} sealedSays={words.t("statement.inClass.wordsOnly")} />
        <NamelessReports words={words} reports={view.reports} />
        <Deciding {...props} />
      </div>
    </Document>
  );
}

function Deciding({ words, view, values, error }: Props) {
  if (view.fault) return <p className="notice">{words.t(`appeals.faults.${view.fault}`)}</p>;
  const ground = view.ground === "review" ? "off-subject" : view.ground;
  return (
    <section aria-labelledby="decision">
      <h2 className="rule" id="decision">
        {words.t("moderation.item.decision")}
      </h2>
      <form className="fields deciding" method="post" action={words.to("/forms/moderation.decideClassCase")}>
        <HiddenFields hidden={{ item: view.id, seen: String(view.seen) }} />
        <ActChoice words={words} legend={words.t("moderation.item.aboutComment")} acts={actsOn({ ...view, waiting: view })} chosen={values?.act} />
        <ErrorUnder name="act" error={error} />
        <ReasonsFields words={words} values={values ?? { ground, law: "", facts: ruleSays(words, ground) }} error={error} factsLabel={words.t("moderation.item.why")} factsHint={words.t("moderation.left.whyHint")} mayBeEmpty />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("moderation.left.decide")}
          </button>
        </div>
      </form>
    </section>
  );
}
