/** The product as it is started by people, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** With a build at hand a start takes two seconds; without, half a minute on a small machine. */
const START_MS = 240_000;

export type Running = { url: string; setupLink: string | null; child: ChildProcess; stop: (signal?: NodeJS.Signals) => Promise<void> };

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Starts the server with these settings and waits until it says that it is ready. */
export async function startServer(settings: Record<string, string>): Promise<Running> {
  const port = settings.PORT ?? String(await freePort());
  const env = { ...process.env, PUBLIC_URL: "", ...settings, PORT: port };
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const ready = new Promise<void>((done, failed) => {
    const late = setTimeout(() => failed(new Error(`the server did not start:\n${printed}`)), START_MS);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (!printed.includes("Paragora is ready")) return;
      clearTimeout(late);
      done();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => failed(new Error(`the server ended:\n${printed}`)));
  });
  await ready;
  return {
    url: `http://localhost:${port}`,
    get setupLink() {
      return /http\S+\/setup\?token=\S+/.exec(printed)?.[0] ?? null;
    },
    child,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      await ended;
    },
  };
}
