/** Pages of classes: visitors are led to sign in, and to who is not of a class there is none. */
import { pathIn } from "../../domain/language-paths";
import type { Reader } from "../../domain/permissions";
import { classActs } from "../_ui/classes/frame";
import { withQuery } from "../_ui/paths";
import type { Words } from "../_ui/words";
import { seeOther } from "./answers";
import { ownPage } from "./pages";
import { queryOf, wholeNumber } from "./request";

type Asked = Parameters<Parameters<typeof ownPage>[0]>[0] & { reader: Reader; done: string | null };

/** `done`: what was just done, as the address says it. */
export function classPageOf<Names extends string = never>(make: (asked: Asked, params: Record<Names, string>) => ReturnType<Parameters<typeof ownPage<Names>>[0]>) {
  return ownPage<Names>(async (asked, params) => {
    const { words, path, context, request } = asked;
    const { reader } = context;
    if (reader === null) return seeOther(withQuery(words.to("/sign-in"), { next: pathIn(words.language, path) }));
    return make({ ...asked, reader, done: doneOn(request, words) }, params);
  });
}

function doneOn(request: Request, words: Words): string | null {
  const done = classActs.find((act) => act === queryOf(request, "done"));
  return done ? words.t(`classes.done.${done}`) : null;
}

/** That a decision was taken back, as the address says it. */
export function undoneOn(request: Request, words: Words): string | null {
  const count = wholeNumber(queryOf(request, "undone"));
  return count ? words.t("classes.reports.undone", { count }) : null;
}
