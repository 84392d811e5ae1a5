/** How far an import or a comparison is, on one line that writes over itself. */
import type { Progress } from "../../server/importing/read";
import type { Told } from "../../server/revising/compute";

type Phase = Parameters<Progress>[0] | Parameters<Told>[0];

const DOING: Record<Phase, string> = { fetching: "Fetching", reading: "Reading", pictures: "Fetching pictures:", aligning: "Comparing:", placing: "Carrying over:" };
const UNIT: Record<Phase, [of: number, name: string]> = { fetching: [1024, "kB"], reading: [1, "blocks"], pictures: [1, "pictures"], aligning: [1, "steps"], placing: [1, "threads"] };

/** Clears the line and goes to its beginning. */
const ANEW = "\r\u001b[K";

/** Says nothing where nobody looks: a file of such lines helps no one. */
export function progressOn(terminal: NodeJS.WriteStream): { say: (phase: Phase, done: number, total: number | null) => void; end: () => void } {
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
