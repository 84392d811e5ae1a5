/** Listens until told to stop, and then finishes what was accepted. */
import type { Server } from "node:http";
import next from "next";
import { closeDatabase, database } from "../db/client";
import { listener } from "../server/front/listener";
import { startFollowing } from "../server/assignments/follow";
import { startReleasing } from "../server/grades/release";
import { startHousekeeping } from "../server/housekeeping";
import { stopImports } from "../server/importing/jobs";
import { log } from "../server/log";
import { startOutbox } from "../server/mail/outbox";
import { startEndingClasses } from "../server/endings/retention";
import { startErasing } from "../server/members/erasure";
import { startEndingSuspensions } from "../server/moderation/standing";
import { stopCarrying } from "../server/revising/jobs";
import type { Settings } from "../server/settings";

/** Longer than any answer takes; then whoever still holds a connection has lost interest. */
const DRAIN_MS = 10_000;

/** Starts the server and returns the address it serves. */
export async function serve(settings: Settings, { dev }: { dev: boolean }): Promise<Server> {
  const app = next({ dev, dir: process.cwd(), customServer: true });
  await app.prepare();
  const server = await listener(app.getRequestHandler(), settings, { keep: !dev });
  const stopWorkers = [startOutbox(settings), startHousekeeping(), startErasing(), startEndingClasses(), startEndingSuspensions(), startReleasing(database()), startFollowing(database()), stopImports, stopCarrying];
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(settings.port, () => done());
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void drain(server, stopWorkers, signal));
  return server;
}

async function drain(server: Server, stopWorkers: (() => Promise<void>)[], signal: string): Promise<void> {
  log.info({ signal }, "stopping");
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(late);
  await Promise.all(stopWorkers.map((stop) => stop()));
  await closeDatabase();
  log.info("stopped");
  process.exit(0);
}
