/** Runs in a thread of its own: aligns two texts, carries a discussion over, and says how far it is. Bundled by `scripts/worker.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { carryAll, recognised, type Told, type ToCompute } from "./compute";

/** Threads between two words of progress: a message costs more than a thread. */
const EVERY = 200;

const given: ToCompute = workerData;

const told: Told = (phase, done, total) => {
  if (phase === "aligning" || done % EVERY === 0) parentPort?.postMessage({ phase, done, total });
};
parentPort?.postMessage({ answer: given.act === "carry" ? carryAll(given, told) : recognised(given, told) });
