/** Work in a thread of its own, so that it holds up nobody else, and for so long and with so much memory only. */
import type { Worker, WorkerOptions } from "node:worker_threads";

export type ThreadLimits = { ms: number; megabytes: number };
export type ThreadRefusal = { refused: "too-long"; seconds: number } | { refused: "too-much"; megabytes: number };

/** `phase`: what it is at, where it does several things one after the other. */
export type HowFar = { phase?: string; done: number; total: number };
type Said<Answer> = HowFar | { answer: Answer };

/**
 * Starts the thread with what it is given, and ends it with its answer. `start`: each names its own file, by a constant that Next's
 * build can read: of a name it cannot, it takes the whole project for threads. `progress` hears how far it says it is.
 * @throws Error when it dies of a fault of its own, or ends without an answer
 */
export async function inThread<Answer>(start: (options: WorkerOptions) => Worker, given: unknown, { ms, megabytes }: ThreadLimits, progress?: (how: HowFar) => void): Promise<{ answer: Answer } | ThreadRefusal> {
  // Nothing of the environment goes in: what reads strangers' bytes knows no secret.
  const worker = start({ workerData: given, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  let late: NodeJS.Timeout | undefined;
  try {
    return await new Promise((done, failed) => {
      late = setTimeout(() => done({ refused: "too-long", seconds: ms / 1000 }), ms);
      worker.on("message", (said: Said<Answer>) => ("answer" in said ? done(said) : progress?.(said)));
      worker.on("error", (error) => ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? done({ refused: "too-much", megabytes }) : failed(error)));
      worker.on("exit", () => failed(new Error("the thread ended without a word")));
    });
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
