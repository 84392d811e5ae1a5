import { Icon } from "./icon";
import { articlePath } from "./paths";
import type { Place } from "./place";

/** From a block or a thread to its place in the article. */
export function WayBack({ place, title, number }: { place: Place; title: string; number: number | null }) {
  const { words } = place;
  const path = words.to(articlePath(place.slug));
  return (
    <p className="back">
      <a href={number === null ? `${path}#whole` : `${path}#b-${number}`}>
        <Icon name="arrow-left" />
        <bdi>{title}</bdi>
        {number !== null && <>, ¶&#8239;{number}</>}
      </a>
    </p>
  );
}
