import type { StudentsView } from "../../../server/grades/students";
import { CountTable } from "../count-table";
import { commentPath } from "../paths";
import type { Words } from "../words";
import { studentPath } from "./paths";

type Part = { words: Words; view: StudentsView };

/** On which days the class wrote. */
export function When({ words, view: { days } }: Part) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const width = 100 / Math.max(1, days.length);
  return (
    <section aria-labelledby="when">
      <h2 className="rule" id="when">
        {words.t("grades.students.when")}
      </h2>
      {days.length === 0 ? (
        <p className="quiet">{words.t("grades.students.nothingYet")}</p>
      ) : (
        <>
          <svg className="by-day" role="img" aria-label={words.t("grades.students.whenSays")} viewBox="0 0 100 100" preserveAspectRatio="none">
            {days.map(({ day, count }, at) => (
              <rect key={day} x={at * width} width={width * 0.85} y={100 - (count / most) * 100} height={(count / most) * 100} />
            ))}
          </svg>
          <p className="ends" aria-hidden="true">
            <span>{words.printed(days[0]?.day ?? "")}</span>
            {days.length > 1 && <span>{words.printed(days.at(-1)?.day ?? "")}</span>}
          </p>
          <details>
            <summary>{words.t("grades.students.asTable")}</summary>
            <CountTable words={words} heads={[words.t("grades.students.day"), words.t("grades.students.columns.comments")]} rows={days.map(({ day, count }) => ({ name: words.printed(day), count }))} />
          </details>
        </>
      )}
    </section>
  );
}

/** What a teacher might answer first. */
export function Look({ words, view: { work, look } }: Part) {
  const isNothing = look.questionsCount + look.unansweredCount + look.silentCount === 0;
  const named = (people: readonly { id: string; name: string }[]) => (
    <ul className="named">
      {people.map(({ id, name }) => (
        <li key={id}>
          <a href={words.to(studentPath(work.id, id))}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="look">
      <h2 className="rule" id="look">
        {words.t("grades.students.look")}
      </h2>
      {isNothing && <p className="quiet">{words.t("grades.students.nothingToSee")}</p>}
      {look.questionsCount > 0 && (
        <>
          <h3>{words.t("grades.students.questions", { count: look.questionsCount })}</h3>
          <ul className="named">
            {look.questions.map(({ comment, at, block }) => (
              <li key={comment}>
                <a href={words.to(commentPath(comment))}>{block === 0 ? words.t("grades.students.questionWhole", { day: words.day(at) }) : words.t("grades.students.question", { block, day: words.day(at) })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {look.unansweredCount > 0 && (
        <>
          <h3>{words.t("grades.students.unanswered", { count: look.unansweredCount })}</h3>
          {named(look.unanswered)}
        </>
      )}
      {look.silentCount > 0 && (
        <>
          <h3>{words.t("grades.students.silent", { count: look.silentCount })}</h3>
          {named(look.silent)}
        </>
      )}
    </section>
  );
}

