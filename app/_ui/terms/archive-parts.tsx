import type { BlockView, WholePageView } from "../../../domain/reading";
import type { CommentView, ThreadView } from "../../../domain/thread";
import type { ArchiveContents } from "../../../server/classes/archive";
import type { ClassLogView } from "../../../server/classes/log";
import type { PeopleView } from "../../../server/classes/people";
import { BlockText } from "../block-text";
import { CommentBody } from "../comment-body";
import type { Words } from "../words";

/** Names of the files, which say nothing of the class: they are unpacked into folders that others may see. */
export const archiveFiles = {
  people: "people.html",
  log: "log.html",
  discussion: (work: number, group: number) => `assignment-${work}/discussion-${group}.html`,
  discussionCsv: (work: number) => `assignment-${work}/discussion.csv`,
  grades: (work: number) => `assignment-${work}/grades.csv`,
};

/** The first page of an archive: what there is, and where. */
export function ArchiveIndex({ words, contents: { class: of, madeAt, sums, works } }: { words: Words; contents: ArchiveContents }) {
  const { t } = words;
  return (
    <>
      <p className="facts">
        {of.term !== null && <bdi>{of.term}</bdi>}
        <span>{t("terms.archive.sums", sums)}</span>
        <span>{t("terms.archive.madeAt", { at: words.inZone(madeAt, of.timeZone) })}</span>
      </p>
      <p className="hint">{t("terms.archive.names")}</p>
      <ul>
        <li>
          <a href={archiveFiles.people}>{t("classes.people.title")}</a>
        </li>
        <li>
          <a href={archiveFiles.log}>{t("classes.log.title")}</a>
        </li>
      </ul>
      {sums.works > works.length && <p>{t("terms.archive.notSet", { count: sums.works - works.length })}</p>}
      {works.map((work, at) => (
        <Work key={work.id} words={words} work={work} number={at + 1} />
      ))}
    </>
  );
}

function Work({ words, work, number }: { words: Words; work: ArchiveContents["works"][number]; number: number }) {
  const { t } = words;
  return (
    <section>
      <h2>
        <bdi>{work.title}</bdi>
      </h2>
      <p className="facts">
        <bdi lang={work.language}>{t("classes.work.about", { title: work.article, revision: work.revision })}</bdi>
        {work.byline !== null && <bdi lang={work.language}>{work.byline}</bdi>}
        {work.commentsDueAt !== null && <span>{t("classes.work.due", { at: words.inZone(work.commentsDueAt, work.timeZone) })}</span>}
        {work.repliesDueAt !== null && <span>{t("classes.work.repliesDue", { at: words.inZone(work.repliesDueAt, work.timeZone) })}</span>}
      </p>
      {work.instructions !== "" && (
        <p className="plain" dir="auto">
          {work.instructions}
        </p>
      )}
      {work.prompts.length > 0 && (
        <ol>
          {work.prompts.map(({ block, text }, at) => (
            <li key={at}>
              {block !== null && `¶ ${words.number(block)} `}
              <bdi>{text}</bdi>
            </li>
          ))}
        </ol>
      )}
      <ul>
        {work.groups.map((group) => (
          <li key={group.number}>
            <a href={archiveFiles.discussion(number, group.number)}>{work.groups.length === 1 ? t("terms.archive.discussion") : t("terms.archive.discussionOf", { group: group.name ?? words.number(group.number) })}</a>
          </li>
        ))}
        <li>
          <a href={archiveFiles.discussionCsv(number)}>{t("terms.archive.discussionCsv")}</a>
        </li>
        <li>
          <a href={archiveFiles.grades(number)}>{t("terms.archive.grades")}</a>
        </li>
      </ul>
    </section>
  );
}

/** A page of an article with what was said on it. `pictures`: what is shown, as data, by its address. */
export function ArchivedPage({ words, view, zone, pictures }: { words: Words; view: WholePageView; zone: string; pictures: ReadonlyMap<string, string> }) {
  return (
    <>
      {view.blocks.map((block) => (
        <Block key={block.number} words={words} block={block} language={view.head.language} zone={zone} pictures={pictures} />
      ))}
      {view.wholeArticle.threads.length > 0 && <h2>{words.t("article.whole")}</h2>}
      <Threads words={words} threads={view.wholeArticle.threads} zone={zone} />
    </>
  );
}

const noLinks = (): null => null;

function Block({ words, block, language, zone, pictures }: { words: Words; block: BlockView; language: string; zone: string; pictures: ReadonlyMap<string, string> }) {
  const text = <BlockText block={block} footnoteHref={noLinks} />;
  const picture = pictures.get(block.shape.image?.source ?? "");
  return (
    <>
      <div id={`b-${block.number}`} lang={language}>
        {picture !== undefined && <img src={picture} alt={block.shape.image?.alternative ?? ""} style={{ maxWidth: "100%" }} />}
        {block.kind === "heading" ? <h2>{text}</h2> : <p>{text}</p>}
        <p className="facts">¶ {words.number(block.number)}</p>
      </div>
      <Threads words={words} threads={block.threads} zone={zone} />
    </>
  );
}

function Threads({ words, threads, zone }: { words: Words; threads: readonly ThreadView[]; zone: string }) {
  return threads.map((thread) => (
    <section key={thread.id} className="said">
      {thread.quote !== null && <blockquote>{thread.quote}</blockquote>}
      {thread.comments.map((comment) => (
        <Comment key={comment.id} words={words} comment={comment} zone={zone} answered={thread.comments.find(({ id }) => id === comment.parentId) ?? null} />
      ))}
    </section>
  ));
}

function Comment({ words, comment, zone, answered }: { words: Words; comment: CommentView; zone: string; answered: CommentView | null }) {
  const { t } = words;
  return (
    <article id={`c-${comment.id}`} className={comment.depth === 0 ? undefined : "said"}>
      <p className="facts">
        {comment.by !== null && <bdi>{comment.by.name ?? t("terms.archive.nobody")}</bdi>}
        {comment.by?.badge === "teacher" || comment.by?.badge === "assistant" ? <span>{t(`classes.roles.${comment.by.badge}`)}</span> : null}
        <time dateTime={comment.at}>{words.inZone(comment.at, zone)}</time>
        {comment.kind !== null && <span>{t(`kinds.${comment.kind}.word`)}</span>}
        {answered?.by != null && <span>{t("terms.archive.answers", { name: answered.by.name ?? t("terms.archive.nobody") })}</span>}
      </p>
      {comment.by === null ? <p className="quiet">{t(comment.restricted ? "terms.record.restricted" : "terms.record.deleted")}</p> : <CommentBody words={words} body={comment.body} />}
    </article>
  );
}

/** Rows of the list of people. */
export function ArchivedPeople({ words, people }: { words: Words; people: PeopleView["people"] }) {
  return people.map((one) => (
    <tr key={one.id}>
      <td>{one.name}</td>
      <td>{words.t(`classes.roles.${one.role}`)}</td>
      <td>{one.section ?? ""}</td>
      <td>{one.externalId ?? ""}</td>
      <td>{one.email ?? ""}</td>
      <td>{one.joinedAt === null ? words.t("classes.people.waiting") : words.day(one.joinedAt)}</td>
      <td>{one.leftAt === null ? "" : words.day(one.leftAt)}</td>
    </tr>
  ));
}

/** Rows of the class's log. */
export function ArchivedLog({ words, rows, zone }: { words: Words; rows: ClassLogView["rows"]; zone: string }) {
  return rows.map((row) => (
    <tr key={row.order}>
      <td>{words.inZone(row.at, zone)}</td>
      <td>{row.name ?? row.by ?? words.t("classes.log.system")}</td>
      <td>{words.t(`classes.log.what.${row.what}`)}</td>
      <td>{row.why ?? ""}</td>
    </tr>
  ));
}
