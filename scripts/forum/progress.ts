/** How far an import is, on one line that writes over itself. */
import type { Progress } from "../../server/importing/read";

const DOING: Record<Parameters<Progress>[0], string> = { fetching: "Fetching", reading: "Reading", pictures: "Fetching pictures:" };
const UNIT: Record<Parameters<Progress>[0], [of: number, name: string]> = { fetching: [1024, "kB"], reading: [1, "blocks"], pictures: [1, "pictures"] };

/** Clears the line and goes to its beginning. */
const ANEW = "\r\u001b[K";

/** Says nothing where nobody looks: a file of such lines helps no one. */
export function progressOn(terminal: NodeJS.WriteStream): { say: Progress; end: () => void } {
  if (!terminal.isTTY) return { say: () => undefined, end: () => undefined };
  return {
    say(phase, done, total) {
      const [of, name] = UNIT[phase];
      const far = done === 0 && total === null ? "" : ` ${Math.round(done / of)}${total === null ? "" : ` of ${Math.round(total / of)}`} ${name}`;
      terminal.write(`${ANEW}${DOING[phase]}${far}…`);
    },
    end: () => void terminal.write(ANEW),
  };
}
