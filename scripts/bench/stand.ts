/** What the goals are measured with: the instrument, the limits, a server on each database. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "../../db/testing/postgres-server";
import { newDatabase } from "../test/new-database";
import type { Instrument } from "./instrument";
import { startLimits } from "./limits";
import { filledPlace, type Place } from "./place";

/** `workFolder`: where the comments to be shown stand as `cN.json`. `postgres` null: no goal asked for needs it. `wrong`: answers that were not as they must be, a line each. */
export type Stand = { instrument: Instrument; limits: string; workFolder: string; sqlite: Place; postgres: Place | null; wrong: string[] };

/** `end` ends all that was started, however far it came. */
export async function stand(instrument: Instrument, withPostgres: boolean, end: (() => Promise<void>)[]): Promise<Stand> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-limits-"));
  end.push(async () => rmSync(folder, { recursive: true }));
  // Acknowledged is kept on both sides of the comparison: fsync stays on.
  const server = withPostgres ? await startPostgres([]) : null;
  if (server) end.push(server.stop);
  const limits = await startLimits(instrument, folder, server ? await newDatabase(server.address, "limits") : "");
  end.push(limits.stop);
  const filled = async (address: string): Promise<Place> => {
    const place = await filledPlace(folder, address);
    end.push(place.clear);
    return place;
  };
  const sqlite = await filled("");
  const postgres = server && (await filled(await newDatabase(server.address, "bench")));
  return { instrument, limits: limits.url, workFolder: folder, sqlite, postgres, wrong: [] };
}
