import type { discussion } from "../../db/schema/discussions";
import type { OpeningView } from "../../domain/opening";

type Row = Pick<typeof discussion.$inferSelect, "opensAt" | "closesAt" | "timeZone" | "prompt">;

/** When a discussion takes comments and what it asks, as pages are told it. */
export function openingView({ opensAt, closesAt, timeZone, prompt }: Row): OpeningView {
  return { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null, timeZone, prompt };
}
