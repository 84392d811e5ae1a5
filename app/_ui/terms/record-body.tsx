import { writtenPoints } from "../../../domain/classroom/points";
import type { RecordView } from "../../../server/classes/record";
import { howSaid, partSaid } from "../grades/grade-page";
import { CommentBody } from "../comment-body";
import type { Words } from "../words";

type Work = RecordView["works"][number];

/** What a student did in a class: the same on a page, on paper, and in a file that stands by itself. */
export function RecordBody({ words, works }: { words: Words; works: readonly Work[] }) {
  return works.map((work) => <WorkPart key={work.id} words={words} work={work} />);
}

/** Who it is about, and of what. */
export function RecordHead({ view: { class: of, student } }: { view: Pick<RecordView, "class" | "student"> }) {
  return (
    <p className="facts">
      <bdi>{student.name}</bdi>
      {student.externalId !== null && <bdi>{student.externalId}</bdi>}
      {student.section !== null && <bdi>{student.section}</bdi>}
      <bdi>{of.name}</bdi>
      {of.term !== null && <bdi>{of.term}</bdi>}
    </p>
  );
}

function WorkPart({ words, work }: { words: Words; work: Work }) {
  const { t } = words;
  return (
    <section className="record" aria-labelledby={`work-${work.id}`}>
      <h2 className="rule" id={`work-${work.id}`}>
        <bdi>{work.title}</bdi>
      </h2>
      <p className="facts">
        <bdi lang={work.language}>{t("classes.work.about", { title: work.article, revision: work.revision })}</bdi>
        {work.commentsDueAt !== null && <span>{t("classes.work.due", { at: words.inZone(work.commentsDueAt, work.timeZone) })}</span>}
        {work.repliesDueAt !== null && <span>{t("classes.work.repliesDue", { at: words.inZone(work.repliesDueAt, work.timeZone) })}</span>}
        {work.pseudonym !== null && <span>{t("grades.student.pseudonym", { name: work.pseudonym })}</span>}
      </p>
      {work.grade !== null && <Grade words={words} work={work} grade={work.grade} />}
      {work.comments.length === 0 && <p className="quiet">{t("terms.record.nothing")}</p>}
      {work.comments.map((comment, at) => (
        <Comment key={comment.id} words={words} work={work} comment={comment} isFirstHere={at === 0 || work.comments[at - 1]?.block !== comment.block} />
      ))}
    </section>
  );
}

function Grade({ words, work, grade: { snapshot, hash, number, releasedAt, fault } }: { words: Words; work: Work; grade: NonNullable<Work["grade"]> }) {
  const { t } = words;
  const overall = work.feedback.find(({ about }) => about === "all");
  return (
    <div className="standing-grade">
      <p className="points">
        <strong className="grade">{writtenPoints(snapshot.grade.points)}</strong> <span>{t("grades.grade.outOf", { most: writtenPoints(snapshot.grade.most) })}</span>
      </p>
      {fault !== null && <p className="notice">{t("grades.grade.fault")}</p>}
      <ul>
        {snapshot.grade.parts.map((part, at) => (
          <li key={at}>
            {partSaid(words, part, snapshot)}: {howSaid(words, part, snapshot)}
            {part.points !== null && <> ({t("grades.grade.ofMost", { points: writtenPoints(part.points), most: writtenPoints(part.most) })})</>}
          </li>
        ))}
        <li>{t("grades.grade.counted", { count: snapshot.counting.counted.length })}</li>
        {snapshot.counting.excluded.length > 0 && <li>{t("grades.grade.excluded", { count: snapshot.counting.excluded.length })}</li>}
      </ul>
      {overall !== undefined && (
        <p className="told" dir="auto">
          {overall.text}
        </p>
      )}
      <p className="hint">
        {t("grades.grade.sealSays", { number, version: snapshot.rule.version, time: words.inZone(releasedAt, work.timeZone) })} <code className="hash">{hash}</code>
      </p>
    </div>
  );
}

function Comment({ words, work, comment, isFirstHere }: { words: Words; work: Work; comment: Work["comments"][number]; isFirstHere: boolean }) {
  const { t } = words;
  const said = work.feedback.find(({ about }) => about === comment.id);
  const counted = work.grade?.snapshot.counting.counted.find(({ id }) => id === comment.id);
  const excluded = work.grade?.snapshot.counting.excluded.find(({ id }) => id === comment.id);
  return (
    <>
      {isFirstHere && (
        <blockquote className="passage" lang={work.language}>
          {comment.block === null ? t("article.whole") : `¶ ${words.number(comment.block)} ${comment.passage ?? ""}`}
        </blockquote>
      )}
      <article className="said">
        <p className="facts">
          <time dateTime={comment.at}>{words.inZone(comment.at, work.timeZone)}</time>
          {comment.isReply && <span>{t("grades.grade.reply")}</span>}
          {comment.kind !== null && <span>{t(`kinds.${comment.kind}.word`)}</span>}
          {comment.quote !== null && <q lang={work.language}>{comment.quote}</q>}
          {counted !== undefined && <span>{t(counted.credit < 100 ? "terms.record.countedLate" : "terms.record.counted", { credit: counted.credit })}</span>}
          {excluded !== undefined && <span>{t("terms.record.excluded", { cause: t(`grades.causes.${excluded.cause}`) })}</span>}
        </p>
        {comment.state === "shown" ? <CommentBody words={words} body={comment.body} /> : <p className="quiet">{t(`terms.record.${comment.state}`)}</p>}
        {said !== undefined && (
          <p className="told" dir="auto">
            {said.text}
          </p>
        )}
      </article>
    </>
  );
}
