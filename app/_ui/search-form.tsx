import { HiddenFields } from "./hidden-fields";
import type { Words } from "./words";

/** `path`: the list that is searched, without a language; `kept`: how else it is sifted. */
type Props = { words: Words; path: string; label: string; search: string; kept?: Record<string, string> };

/** Sifts a list by words. */
export function SearchForm({ words, path, label, search, kept = {} }: Props) {
  return (
    <div className="searching">
      <form role="search" method="get" action={words.to(path)}>
        <HiddenFields hidden={kept} />
        <label htmlFor="search">{label}</label>
        <div className="row">
          <input className="field" type="search" id="search" name="search" defaultValue={search} maxLength={200} autoComplete="off" />
          <button className="button" type="submit">
            {words.t("classes.work.find")}
          </button>
        </div>
      </form>
    </div>
  );
}
