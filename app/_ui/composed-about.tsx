import type { ComposeTarget } from "./compose-page";
import { Folded } from "./folded";
import { CommentBody } from "./comment-body";
import { nameOf } from "./name";
import { articlePath, blockPath, commentPath } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; target: ComposeTarget; whole: string | null };

/** What is being answered, in sight while one writes. `whole`: where to take the whole paragraph instead of some words of it. */
export function ComposedAbout({ words, target, whole }: Props) {
  const { article, on } = target;
  const path = words.to(articlePath(article));
  const title = (href: string) => (
    <a key="title" href={href} lang={article.language}>
      <bdi>{article.title}</bdi>
    </a>
  );
  if (on === null) return <p className="about">{words.t.rich("compose.onArticle", { title: () => title(path) })}</p>;
  if ("comment" in on) return <AboutComment words={words} comment={on.comment} muted={on.muted} />;
  return (
    <div className="about" data-words={whole === null ? undefined : ""}>
      <p>
        {words.t.rich("compose.onBlock", { number: on.block, title: () => title(`${path}#b-${on.block}`) })} · <a href={words.to(blockPath(article, on.block))}>{words.t("cite.title")}</a>
      </p>
      <section className="quoted" lang={article.language} {...scrolls(words)}>
        <blockquote>{on.quote ?? on.text}</blockquote>
      </section>
      {whole !== null && (
        <p>
          <a href={words.to(whole)}>{words.t("compose.wholeBlock")}</a>
        </p>
      )}
    </div>
  );
}

function AboutComment({ words, comment, muted }: { words: Words } & Extract<NonNullable<ComposeTarget["on"]>, { comment: unknown }>) {
  const name = comment.by === null ? undefined : nameOf(words, comment.by);
  return (
    <div className="about">
      <p>
        <a href={words.to(commentPath(comment.id))}>
          {name === undefined ? words.t("compose.onGone") : words.t.rich("compose.onComment", { name: () => <bdi key="name">{name}</bdi> })}
        </a>
      </p>
      {name !== undefined && (
        <Folded words={words} name={muted ? name : null}>
          <section className="quoted" {...scrolls(words)}>
            <CommentBody words={words} body={comment.body} as="blockquote" />
          </section>
        </Folded>
      )}
    </div>
  );
}

/** What is long scrolls in its frame, by keyboard too. */
function scrolls(words: Words) {
  return { tabIndex: 0, "aria-label": words.t("compose.answered") };
}
