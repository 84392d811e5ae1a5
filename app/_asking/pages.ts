/** The two ways to make a page: for everybody, and for one reader. */
import type { ReactElement } from "react";
import { nextTurn, openingOf } from "../../domain/opening";
import { canEditArticles, type Reader } from "../../domain/permissions";
import type { ArticleHead } from "../../domain/reading";
import { contextOf, contextOfNobody } from "../../server/context";
import { noSuch } from "../../server/refusals";
import { callerOf } from "../../server/router";
import { settings } from "../../server/settings";
import type { Context } from "../../server/trpc";
import { wordsOf, type Words } from "../_ui/words";
import { pathIn } from "../../domain/language-paths";
import { withQuery } from "../_ui/paths";
import { ownDocument, publicDocument, seeOther } from "./answers";
import { refusedPage } from "./refused";
import { languageOf, pathOf } from "./request";

export type Ask = ReturnType<typeof callerOf>;
/** `origin`: of the address people use, for links that leave the site. */
type Asked = { now: Date; words: Words; path: string; origin: string; ask: Ask; request: Request };
type Params<Names extends string> = { params: Promise<Record<Names, string>> };

/** A public page: made without knowing who asks, so that it is the same bytes for everybody. `until`: what it says is true so long; null: until something changes. */
export function publicPage<Names extends string>(make: (asked: Asked, params: Record<Names, string>) => Promise<{ page: ReactElement; articles: string; until?: Date | null } | Response>) {
  return async (request: Request, { params }: Params<Names>): Promise<Response> => {
    const [words, path] = [wordsOf(languageOf(request)), pathOf(request)];
    try {
      const context = contextOfNobody(request.headers);
      const made = await make({ now: context.now(), words, path, origin: settings().publicUrl.origin, ask: callerOf(context), request }, await params);
      return made instanceof Response ? made : await publicDocument(made.page, made.articles, made.until);
    } catch (error) {
      return refusedPage(error, words, path);
    }
  };
}

/** Until when a page may say that an article's discussion is open, or is not. */
export function turnOf({ opening }: Pick<ArticleHead, "opening">, now: Date): Date | null {
  return nextTurn(openingOf(opening), now);
}

/** A page for one reader, never kept. */
export function ownPage<Names extends string>(make: (asked: Asked & { context: Context }, params: Record<Names, string>) => Promise<ReactElement | Response>) {
  return async (request: Request, { params }: Params<Names>): Promise<Response> => {
    const [words, path] = [wordsOf(languageOf(request)), pathOf(request)];
    try {
      const context = await contextOf(request.headers);
      const made = await make({ now: context.now(), words, path, origin: settings().publicUrl.origin, ask: callerOf(context), request, context }, await params);
      return made instanceof Response ? made : await ownDocument(made);
    } catch (error) {
      return refusedPage(error, words, path);
    }
  };
}

/** A page for members: visitors are led to sign in, whatever it is. */
export function memberPage<Names extends string>(make: (asked: Asked & { context: Context; reader: Reader }, params: Record<Names, string>) => Promise<ReactElement | Response>) {
  return ownPage<Names>(async (asked, params) => {
    const { words, path, context } = asked;
    if (context.reader === null) return seeOther(withQuery(words.to("/sign-in"), { next: pathIn(words.language, path) }));
    return make({ ...asked, reader: context.reader }, params);
  });
}

/** A page for editors: visitors are led to sign in, and to others there is no such page. */
export function editorPage<Names extends string>(make: Parameters<typeof ownPage<Names>>[0]) {
  return ownPage<Names>(async (asked, params) => {
    const { words, path, context } = asked;
    if (context.reader === null) return seeOther(withQuery(words.to("/sign-in"), { next: pathIn(words.language, path) }));
    if (!canEditArticles(context.reader)) throw noSuch("page");
    return make(asked, params);
  });
}
