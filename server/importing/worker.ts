/** Runs in a thread of its own: reads one article and says how far it is. Bundled by `scripts/worker.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { type Material, readMaterial } from "./material";

/** Blocks between two words of progress: a message costs more than a block. */
const EVERY = 100;

const material: Material = workerData;

const article = await readMaterial(material, (done, total) => {
  if (done % EVERY === 0) parentPort?.postMessage({ done, total });
});
parentPort?.postMessage({ answer: article });
