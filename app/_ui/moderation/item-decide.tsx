import { isRestrictive } from "../../../domain/moderation/decision";
import { type GroundId } from "../../../domain/moderation/house-rules";
import { actLetters, type ItemAct } from "../../../domain/moderation/queue-keys";
import type { ItemView } from "../../../server/moderation/item";
import { ErrorUnder } from "../field";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import type { ItemProps } from "./item";
import { movePath, queuePath, wayOf } from "./queue-paths";
import { ReasonsFields, type ReasonsValues, ruleSays } from "./reasons-fields";

/** What the form was filled with. */
export type DecideValues = ReasonsValues & { act: string; days: string };

/** Days, as people say them; 0: for good. */
const DAYS = [1, 3, 7, 30, 90, 365, 0] as const;
const USUAL_DAYS = 3;

/** What happens, on what ground, and why: one form for the comment, its thread and its author. */
export function ItemDecide(props: ItemProps) {
  const { words, item, way, error, values = null } = props;
  const { claimed, fault, faultOfMember } = item;
  // Whoever decides what another has in hand takes it over, knowingly; what was written before it was said stays.
  const isOthers = claimed !== null && !claimed.isMine;
  if (isOthers && values === null) return null;
  const ground: GroundId = item.ground === "review" ? "off-subject" : item.ground;
  const groups = groupsOf(item);
  if (groups.length === 0) return fault && <p className="notice">{words.t(`moderation.item.faults.${fault}`)}</p>;
  const filled = values ?? { ground, law: "", facts: ruleSays(words, ground) };
  const hasSanctions = groups.some(({ of }) => of === "aboutMember");
  return (
    <form className="block2 deciding" method="post" action={words.to("/forms/moderation.decide")} aria-labelledby="decision" data-decide="">
      <h3 id="decision">{words.t("moderation.item.decision")}</h3>
      {fault && <p className="notice">{words.t(`moderation.item.faults.${fault}`)}</p>}
      <HiddenFields hidden={{ item: item.id, seen: item.seen === null ? "" : String(item.seen), thread: item.thread?.id ?? "", member: item.author.id, place: item.waiting?.place ?? "", way: wayOf(way), ...(isOthers ? { over: "1" } : {}) }} />
      {groups.map(({ of, acts }) => (
        <fieldset key={of} className="kinds">
          <legend>{words.t(`moderation.item.${of}`)}</legend>
          <div className="opts">
            {acts.map((act) => (
              <label key={act} className="opt">
                <input type="radio" name="act" value={act} defaultChecked={values?.act === act} required data-act={act} data-grave={isRestrictive(act) ? "" : undefined} />
                <span>
                  {words.t(`moderation.acts.${act}.name`)}
                  <small>{words.t(`moderation.acts.${act}.says`)}</small>
                </span>
                {actLetters[act] !== undefined && <kbd aria-hidden="true">{actLetters[act]}</kbd>}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <ErrorUnder name="act" error={error} />
      {hasSanctions && !faultOfMember && <Lasts words={words} chosen={values?.days ?? String(USUAL_DAYS)} />}
      <ReasonsFields words={words} values={filled} error={error} factsLabel={words.t("moderation.item.why")} factsHint={words.t("moderation.item.whyHint")} mayBeEmpty />
      <div className="row fin">
        <button className="button main" type="submit">
          {words.t(isOthers ? "moderation.item.takeOverDecide" : "moderation.item.decide")}
        </button>
        {item.waiting && (
          <a className="button" href={words.to(queuePath(way, { skip: item.waiting.place }))} data-skip="">
            {words.t("moderation.item.skip")}
          </a>
        )}
        {item.thread && !fault && (
          <a href={words.to(movePath(item.id))} data-move="">
            {words.t("moderation.item.move")}
          </a>
        )}
      </div>
    </form>
  );
}

function Lasts({ words, chosen }: { words: Words; chosen: string }) {
  return (
    <div className="labelled">
      <label htmlFor="days">{words.t("moderation.item.lasts")}</label>
      <select className="field" id="days" name="days" defaultValue={chosen}>
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {days === 0 ? words.t("moderation.item.forGood") : words.t("moderation.item.days", { count: days })}
          </option>
        ))}
      </select>
    </div>
  );
}

type Group = { of: "aboutComment" | "aboutThread" | "aboutMember"; acts: ItemAct[] };

/** Only what is possible as it stands. */
function groupsOf({ kind, waiting, restriction, comment, thread, author, fault, faultOfMember, isRefused }: ItemView): Group[] {
  const commentActs: ItemAct[] = kind === "held" ? ["approve", ...(isRefused ? [] : (["remove"] as const))] : comment.isGone ? (waiting ? ["approve"] : []) : restriction === null ? [...(waiting ? (["approve"] as const) : []), "hide", "remove"] : ["restore", ...(waiting ? (["approve"] as const) : []), ...(restriction === "hidden" ? (["remove"] as const) : [])];
  const groups: Group[] = [
    { of: "aboutComment", acts: fault ? [] : commentActs },
    { of: "aboutThread", acts: thread && !fault ? [thread.isLocked ? "unlock" : "lock"] : [] },
    { of: "aboutMember", acts: faultOfMember || author.isGone ? [] : ["warn", "hold", "silence", ...(author.bears.some((one) => one.kind === "suspend") ? [] : (["suspend"] as const)), ...(author.bears.length > 0 ? (["lift"] as const) : [])] },
  ];
  return groups.filter(({ acts }) => acts.length > 0);
}

