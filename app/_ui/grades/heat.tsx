import type { StudentsView } from "../../../server/grades/students";
import type { Words } from "../words";

/** Where somebody reads a block with the class. */
function blockHref(words: Words, { work, wish, groups }: StudentsView, block: number): string {
  const number = groups.find(({ id }) => id === wish.group)?.number ?? 1;
  const base = work.hasGroups ? `/assignments/${work.id}/groups/${number}` : `/assignments/${work.id}`;
  return words.to(block === 0 ? base : `${base}/blocks/${block}`);
}

/** What was discussed, in reading order, and what nobody touched. */
export function Heat({ words, view }: { words: Words; view: StudentsView }) {
  const most = Math.max(1, ...view.heat.map(({ count }) => count));
  return (
    <section aria-labelledby="heat">
      <h2 className="rule" id="heat">
        {words.t("grades.students.heat")}
      </h2>
      {view.heat.length === 0 && <p className="quiet">{words.t("grades.students.nothingYet")}</p>}
      <ol className="heatlist">
        {view.heat.map(({ block, count, begins, questions }) => (
          <li key={block}>
            <span className="p">{block === 0 ? "" : block}</span>
            <div>
              <a href={blockHref(words, view, block)} className="line">
                {block === 0 ? words.t("grades.students.wholeArticle") : begins}
              </a>
              <svg className="bar-of" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(count / most) * 100} height="1" />
              </svg>
              {questions > 0 && <p className="note">{words.t("grades.students.openQuestions", { count: questions })}</p>}
            </div>
            <span className="num">{words.number(count)}</span>
          </li>
        ))}
      </ol>
      {view.untouched.length > 0 && (
        <details>
          <summary>{words.t("grades.students.untouched", { count: view.untouched.length })}</summary>
          <p className="untouched">
            {view.untouched.slice(0, MOST_UNTOUCHED).map((block) => (
              <a key={block} href={blockHref(words, view, block)}>
                ¶ {block}
              </a>
            ))}
          </p>
        </details>
      )}
    </section>
  );
}

/** More is no list to look at: the article was hardly read. */
const MOST_UNTOUCHED = 200;

