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

export async function stand(instrument: Instrument, withPostgres: boolean): Promise<Stand & { clear: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-limits-"));
  // Acknowledged is kept on both sides of the comparison: fsync stays on.
  const server = withPostgres ? await startPostgres([]) : null;
  const limits = await startLimits(instrument, folder, server ? await newDatabase(server.address, "limits") : "");
  const sqlite = await filledPlace(folder, "");
  const postgres = server && (await filledPlace(folder, await newDatabase(server.address, "bench")));
  const clear = async (): Promise<void> => {
    await Promise.all([sqlite.clear(), postgres?.clear(), limits.stop()]);
    await server?.stop();
    rmSync(folder, { recursive: true });
  };
  return { instrument, limits: limits.url, workFolder: folder, sqlite, postgres, wrong: [], clear };
}
