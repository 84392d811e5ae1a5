/** Above the article a class reads: which work it is, who sees what is said, and until when it is due. */
import type { WorkView } from "../../../server/assignments/reading";
import type { Words } from "../words";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { assignmentRevisionPath, gradePath, studentsPath } from "../grades/paths";
import { classPath, groupPath } from "./paths";

export function WorkHead({ words, work }: { words: Words; work: WorkView }) {
  const { title, instructions } = work;
  return (
    <div className="work-head">
      <p className="kicker">
        <a href={words.to(classPath(work.class.id))}>
          <bdi>{work.class.name}</bdi>
        </a>
        {work.hasGroups && <span>{work.group.name ?? words.t("assignments.group", { number: work.group.number })}</span>}
      </p>
      <p className="work-title" dir="auto">
        {title}
      </p>
      {instructions !== "" && (
        <p className="instructions" dir="auto">
          {instructions}
        </p>
      )}
      <Facts words={words} work={work} />
      <p className="row">
        <a href={words.to(work.isTeaching ? studentsPath(work.id) : gradePath(work.id, null))}>{words.t(work.isTeaching ? "grades.toStudents" : "grades.toGrade")}</a>
      </p>
      {work.newer !== null && (
        <p className="notice">
          {words.t("assignments.newer.there", { revision: work.newer })} <a href={words.to(assignmentRevisionPath(work.id))}>{words.t("assignments.newer.look")}</a>
        </p>
      )}
      {work.isTeaching && work.hasGroups && <Groups words={words} work={work} />}
      {work.isTeaching && work.gate.kind !== "none" && <Gate words={words} work={work} />}
      {!work.isGateOpen && (
        <p className="gate" role="note">
          {gateSaid(words, work)}
        </p>
      )}
    </div>
  );
}

function Facts({ words, work }: { words: Words; work: WorkView }) {
  const { commentsDueAt, repliesDueAt, cutOffAt, timeZone, hasPseudonyms } = work;
  return (
    <p className="facts">
      <span className="private">
        <Icon name="lock" />
        {words.t(work.hasGroups ? "assignments.onlyGroup" : "assignments.onlyClass")}
      </span>
      {commentsDueAt !== null && <span>{words.t("assignments.commentsDue", { time: words.inZone(commentsDueAt, timeZone) })}</span>}
      {repliesDueAt !== null && repliesDueAt !== commentsDueAt && <span>{words.t("assignments.repliesDue", { time: words.inZone(repliesDueAt, timeZone) })}</span>}
      {work.hasOwnDates && cutOffAt !== null && <span>{words.t("assignments.cutOff", { time: words.inZone(cutOffAt, timeZone) })}</span>}
      {work.hasOwnDates && (
        <span>
          <span className="tag accented">{words.t("assignments.ownDates")}</span>
        </span>
      )}
      {hasPseudonyms && <span>{words.t("assignments.pseudonyms")}</span>}
    </p>
  );
}

/** What opens it for students, and the teacher's own hand on it. */
function Gate({ words, work }: { words: Words; work: WorkView }) {
  const { gate, isGateOpened, timeZone } = work;
  const said = isGateOpened ? words.t("assignments.gateIs.opened") : gate.kind === "after" ? words.t("assignments.gateIs.after", { count: gate.own }) : gate.kind === "at" ? words.t("assignments.gateIs.at", { time: words.inZone(gate.at, timeZone) }) : words.t("assignments.gateIs.teacher");
  return (
    <form className="row" method="post" action={words.to("/forms/assignments.setGate")}>
      <HiddenFields hidden={{ assignment: work.id, opens: isGateOpened ? "" : "1" }} />
      <span>{said}</span>
      {work.isLed && (
        <button className="button" type="submit">
          {words.t(isGateOpened ? "assignments.gateClose" : "assignments.gateOpen")}
        </button>
      )}
    </form>
  );
}

/** What opens it, in the second person: it is the student's own. */
function gateSaid(words: Words, { gate, timeZone }: WorkView): string {
  if (gate.kind === "after") return words.t("assignments.gate.after", { count: gate.own });
  if (gate.kind === "at") return words.t("assignments.gate.at", { time: words.inZone(gate.at, timeZone) });
  return words.t("assignments.gate.teacher");
}

/** A teacher looks at each group's discussion by itself. */
function Groups({ words, work }: { words: Words; work: WorkView }) {
  return (
    <nav className="row" aria-label={words.t("assignments.groups")}>
      {work.groups.map(({ number, name }) => (
        <a key={number} className="button" href={words.to(groupPath(work.id, number))} aria-current={number === work.group.number ? "page" : undefined}>
          {name ?? words.t("assignments.group", { number })}
        </a>
      ))}
    </nav>
  );
}
