import type { Participant } from "../../domain/thread";
import type { Words } from "./words";

type Called = Pick<Participant, "name" | "displayName">;

/** In running words and labels: by the handle, under which anybody is known but who is gone. */
export function nameOf(words: Words, { name }: Pick<Called, "name">): string {
  return name ?? words.t("member.deleted");
}

/** Both names, where there is nothing but words: for whoever hears the page. */
export function bothNames(words: Words, by: Called): string {
  return by.displayName === null || by.name === null ? nameOf(words, by) : words.t("member.called", { displayName: by.displayName, name: by.name });
}

/** Who wrote something: the displayed name and, quietly, the handle that nobody else has. `href`: what the name leads to. */
export function Name({ words, by, href = null }: { words: Words; by: Called; href?: string | null }) {
  const { name, displayName } = by;
  if (name === null) return <span className="quiet">{words.t("member.deleted")}</span>;
  const shown = <bdi>{displayName ?? name}</bdi>;
  return (
    <>
      <strong>{href === null ? shown : <a href={href}>{shown}</a>}</strong>
      {displayName !== null && displayName !== name && <bdi className="quiet">{name}</bdi>}
    </>
  );
}
