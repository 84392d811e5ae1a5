import { openingAt, openingOf, type OpeningView } from "../../domain/opening";
import type { Words } from "./words";

/** When a discussion takes comments, as a sentence; nothing where it always does. */
export function openingSaid(words: Words, opening: OpeningView, now: Date): string | null {
  const state = openingAt(openingOf(opening), now);
  const at = state === "not-yet" ? opening.opensAt : opening.closesAt;
  return at === null ? null : words.t(`discussion.states.${state}`, { time: words.inZone(at, opening.timeZone) });
}

/** Above a discussion: what its editors ask, and when comments are taken. */
export function Opening({ words, opening, now }: { words: Words; opening: OpeningView; now: Date }) {
  const said = openingSaid(words, opening, now);
  return (
    <>
      {opening.prompt !== null && (
        <p className="prompt" dir="auto">
          {opening.prompt}
        </p>
      )}
      {said !== null && <p className="when">{said}</p>}
    </>
  );
}
