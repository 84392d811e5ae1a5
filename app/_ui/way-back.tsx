import { Icon } from "./icon";
import { articlePath } from "./paths";
import type { Place } from "./place";

/** From a block or a thread to its place in the article; `number` null: on the whole of it, or `removed` from it. `whole` false: from elsewhere, to its beginning. */
export function WayBack({ place, title, number, whole = true, removed = false }: { place: Place; title: string; number: number | null; whole?: boolean; removed?: boolean }) {
  const { words } = place;
  const path = words.to(articlePath(place));
  return (
    <p className="back">
      <a href={number !== null ? `${path}#b-${number}` : removed ? `${path}#removed` : whole ? `${path}#whole` : path}>
        <Icon name="arrow-left" />
        <bdi>{title}</bdi>
        {number !== null && <>, ¶&#8239;{number}</>}
      </a>
    </p>
  );
}
