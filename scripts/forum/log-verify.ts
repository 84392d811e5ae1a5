/** `log verify`: whether the record of decisions is as it was written. */
import { database } from "../../db/client";
import { type Verified, verifyLog } from "../../server/record/verify";

const WHY = {
  changed: "what it says is not what was sealed",
  missing: "it is not there, and later ones are",
  swapped: "another row stands in its place",
  cut: "it and all after it are gone",
};

/** 0 when all holds; 1 when a row is named. */
export async function logVerify(): Promise<number> {
  const all = await verifyLog(database());
  for (const one of all) process.stdout.write(`${lineOf(one, all.length > 1)}\n`);
  return all.some(({ broken }) => broken !== null) ? 1 : 0;
}

function lineOf({ chain, broken, rows, redactions, head }: Verified, isNamed: boolean): string {
  const name = isNamed ? `${chain}: ` : "";
  if (broken) return `${name}row ${broken.order} is wrong: ${WHY[broken.why]} (${broken.why})`;
  return `${name}ok, ${rows} rows${redactions > 0 ? `, ${redactions} texts blanked` : ""}, head ${head}`;
}
