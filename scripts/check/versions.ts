/** Versions below which known faults are open, and the form of our list of dependencies. */
import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { z } from "zod";

/** Each is the first release without a published fault that matters here. */
const FLOORS: Record<string, string> = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  "@trpc/server": "11.8.0",
  "drizzle-orm": "0.45.2",
  "better-sqlite3": "12.11.1",
  nodemailer: "9.0.1",
};

/** Below it the write-ahead log could be reset under a reader and corrupt the file. */
const SQLITE_FLOOR = "3.51.3";

const packageFile = z.object({ version: z.string().optional(), dependencies: z.record(z.string(), z.string()).default({}), devDependencies: z.record(z.string(), z.string()).default({}) });

function read(file: string): z.output<typeof packageFile> {
  return packageFile.parse(JSON.parse(readFileSync(file, "utf8")));
}

export function isBelow(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((one) => one.split(/[.-]/).map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (have?.[part] ?? 0) - (want?.[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** What is wrong, a line each. */
export function faultsOfVersions(): string[] {
  const installed = Object.entries(FLOORS).flatMap(([name, floor]) => {
    const { version = "0" } = read(`node_modules/${name}/package.json`);
    return isBelow(version, floor) ? [`${name} is ${version}, below ${floor}`] : [];
  });
  const memory = new Sqlite(":memory:");
  const sqlite = String(memory.prepare("select sqlite_version()").pluck().get());
  memory.close();
  const { dependencies, devDependencies } = read("package.json");
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  return [
    ...installed,
    ...(isBelow(sqlite, SQLITE_FLOOR) ? [`SQLite is ${sqlite}, below ${SQLITE_FLOOR}`] : []),
    ...loose.map(([name, version]) => `${name} "${version}" is not an exact version`),
    ...(readFileSync("package-lock.json", "utf8").includes('"resolved": "http') ? ["package-lock.json names download addresses"] : []),
  ];
}
