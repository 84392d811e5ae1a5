import type { ArticleHead, ThreadListView } from "../../domain/reading";
import { answerKinds } from "../../domain/answers";
import { commentKinds } from "../../domain/thread";
import { threadOrders, type ThreadWish } from "../../domain/thread-list";
import { Choices } from "./choices";
import { Document } from "./document";
import { Kind } from "./kind";
import { ListedThreads } from "./listed-thread";
import { Opening } from "./opening";
import { articlePath, newPath, threadsPath } from "./paths";
import { placeOf } from "./place";
import { WayBack } from "./way-back";
import type { Words } from "./words";

/** `after`: the cursor of the page shown, null on the first. */
type Props = { words: Words; view: ThreadListView; wish: ThreadWish; after: string | null; now: Date; origin?: string };

/** All threads of an article, in an order, of a kind, of a person. Search engines take it once, as it stands at first. */
export function ThreadListPage({ words, view, wish, after, now, origin }: Props) {
  const { head, by, threads, next, hasAnswers } = view;
  const place = placeOf(words, head);
  const path = threadsPath(head.slug, { ...wish, after });
  const first = threadsPath(head.slug, wish);
  return (
    <Document words={words} title={words.t("threads.title", { title: head.title })} path={path} origin={origin} noindex={path !== threadsPath(head.slug)}>
      <div className="work narrow">
        <WayBack place={place} title={head.title} number={null} whole={false} />
        <h1>{words.t("threads.heading")}</h1>
        <p className="facts">
          <span>
            {words.t("article.comments", { count: head.comments })} {words.t("article.by", { count: head.participants })}
          </span>
          <span>
            <a href={words.to(newPath(head.slug))} rel="nofollow">
              {words.t("catchUp.link")}
            </a>
          </span>
        </p>
        {by !== null && (
          <p className="wished">
            {words.t.rich("threads.by", { name: () => <strong key="name"><bdi>{by.name}</bdi></strong> })}{" "}
            <a href={words.to(threadsPath(head.slug, { ...wish, by: null }))}>{words.t("threads.byAll")}</a>
          </p>
        )}
        <Opening words={words} opening={head.opening} now={now} />
        <Wishes words={words} head={head} wish={wish} hasAnswers={hasAnswers} />
        {threads.length > 0 ? <ListedThreads place={place} threads={threads} wish={wish} /> : <Nothing words={words} head={head} isAll={first === threadsPath(head.slug)} />}
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(threadsPath(head.slug, { ...wish, after: next }))}>
              {words.t("pages.moreThreads")}
            </a>
          )}
          {after !== null && <a href={words.to(first)}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function Wishes({ words, head, wish, hasAnswers }: { words: Words; head: ArticleHead; wish: ThreadWish; hasAnswers: boolean }) {
  const to = (other: Partial<ThreadWish>): string => words.to(threadsPath(head.slug, { ...wish, ...other }));
  return (
    <>
      <Choices
        look="tabs"
        label={words.t("threads.order")}
        choices={threadOrders.map((order) => ({ name: order, href: to({ order }), chosen: order === wish.order, says: words.t(`threads.orders.${order}`) }))}
      />
      <Choices
        look="chips"
        label={words.t("threads.kind")}
        choices={[
          { name: "", href: to({ kind: null }), chosen: wish.kind === null, says: words.t("threads.anyKind") },
          ...commentKinds.map((kind) => ({ name: kind, href: to({ kind }), chosen: kind === wish.kind, says: <Kind kind={kind} words={words} /> })),
        ]}
      />
      {(hasAnswers || wish.answer !== null) && (
        <Choices
          look="chips"
          label={words.t("answers.label")}
          choices={[
            { name: "", href: to({ answer: null }), chosen: wish.answer === null, says: words.t("answers.any") },
            ...answerKinds.map((answer) => ({ name: answer, href: to({ answer }), chosen: answer === wish.answer, says: words.t(`answers.kinds.${answer}`) })),
            { name: "none", href: to({ answer: "none" }), chosen: wish.answer === "none", says: words.t("answers.unanswered") },
          ]}
        />
      )}
    </>
  );
}

/** `isAll`: nothing was wished for, and still there is none. */
function Nothing({ words, head, isAll }: { words: Words; head: ArticleHead; isAll: boolean }) {
  const link = (href: string) => (chunks: React.ReactNode) => (
    <a key={href} href={words.to(href)}>
      {chunks}
    </a>
  );
  return (
    <div className="empty">
      <h2>{words.t(isAll ? "article.empty" : "threads.none")}</h2>
      <p>{isAll ? words.t.rich("threads.noneYet", { article: link(articlePath(head)) }) : words.t.rich("threads.noneSays", { all: link(threadsPath(head.slug)) })}</p>
    </div>
  );
}
