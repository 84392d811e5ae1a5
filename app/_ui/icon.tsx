import { asset } from "./assets";
import type { IconName } from "./icon-names";

/** Always beside a word, or inside something that has an accessible name: the drawing itself says nothing aloud. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" aria-hidden="true">
      <use href={`${asset("sprite.svg")}#${name}`} />
    </svg>
  );
}
