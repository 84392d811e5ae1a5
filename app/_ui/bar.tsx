import { canModerate } from "../../domain/moderation/authority";
import type { Role } from "../../domain/permissions";
import { Icon } from "./icon";
import { otherLanguage, withQuery } from "./paths";
import { wordsOf, type Words } from "./words";

/** `role`: of whom the page is made for; where it is not said, a script asks. */
type Props = { words: Words; path: string; reader: { name: string; role?: Role } | null };

export function Bar({ words, path, reader }: Props) {
  return (
    <header className="bar">
      <a className="brand" href={words.to("/")}>
        <span aria-hidden="true">¶</span>Paragora
      </a>
      <nav aria-label={words.t("bar.main")}>
        <a href={words.to("/")} aria-current={path === "/" ? "page" : undefined}>
          {words.t("bar.articles")}
        </a>
        {reader !== null && (
          <a href={words.to("/classes")} aria-current={/^\/(?:classes|assignments|join)(?:[/?]|$)/.test(path) ? "page" : undefined} data-classes="">
            {words.t("bar.classes")}
          </a>
        )}
        {reader?.role && canModerate({ role: reader.role }) && (
          <a href={words.to("/moderation")} aria-current={/^\/moderation(?:[/?]|$)/.test(path) ? "page" : undefined} data-moderates="">
            {words.t("bar.moderation")}
          </a>
        )}
      </nav>
      <div className="tools">
        <LanguageSwitch words={words} path={path} />
        <button className="tool" type="button" data-theme-toggle hidden aria-label={words.t("bar.theme")}>
          <Icon name="moon" />
        </button>
        <Bell words={words} reader={reader} />
        <ReaderLink words={words} path={path} reader={reader} />
      </div>
    </header>
  );
}

/** The other language is offered, in its own words, and never forced on a first visit. */
function LanguageSwitch({ words, path }: { words: Words; path: string }) {
  const other = wordsOf(otherLanguage(words.language));
  return (
    <a className="tool" href={other.to(path)} hrefLang={other.tag} lang={other.tag} rel="alternate">
      <Icon name="languages" />
      {other.t("bar.language")}
    </a>
  );
}

/** For whom the page was made it is there; on stored pages a script shows it to who is signed in, and says how much is new. */
function Bell({ words, reader }: Omit<Props, "path">) {
  return (
    <a className="tool" href={words.to("/me/notices")} rel="nofollow" data-bell="" hidden={reader === null} aria-label={words.t("ownNotices.bellPlain")}>
      <Icon name="bell" />
    </a>
  );
}

/** Stored pages know no reader: a script puts the name here once it has asked. */
function ReaderLink({ words, path, reader }: Props) {
  if (reader !== null) {
    return (
      <a className="tool" href={words.to("/me")} data-reader="">
        <bdi>{reader.name}</bdi>
      </a>
    );
  }
  return (
    <a className="tool" href={withQuery(words.to("/sign-in"), { next: words.to(path) })} rel="nofollow" data-reader="">
      {words.t("bar.signIn")}
    </a>
  );
}
