import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/test/longest-first.ts";

const AFRESH = "db/testing/afresh.ts";
const CHEAP = "db/testing/cheap-passwords.ts";

const every = {
  exclude: [...configDefaults.exclude, "e2e/**", ".next/**"],
  // Only for what hangs: crowds of 200 take as long as the machine needs.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Half of the time went into starting a process for each file and loading the packages there: see AFRESH.
  isolate: false,
};

/** `.both.`: pages that are asked as the front asks them. */
const onBoth = {
  ...every,
  include: ["db/**/*.test.ts", "server/**/*.test.ts", "app/**/*.both.test.ts"],
  // Pages are rendered as they are for people: React takes four times as long when it looks after its developers.
  env: { NODE_ENV: "production" as const },
};
const asBuilt = { oxc: { jsx: { runtime: "automatic" as const, development: false } } };

/** The domain once; what touches a database once on SQLite and once on a real Postgres, by the same files. */
export default defineConfig({
  test: {
    // Left to itself it keeps a processor free, on a small machine every other one.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...every, name: "domain", include: ["domain/**/*.test.ts", "messages/**/*.test.ts", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"], exclude: [...every.exclude, "app/**/*.both.test.ts"], setupFiles: [AFRESH] } },
      { ...asBuilt, test: { ...onBoth, name: "sqlite", setupFiles: [AFRESH, CHEAP, "db/testing/sqlite.ts"] } },
      { ...asBuilt, test: { ...onBoth, name: "postgresql", globalSetup: ["db/testing/postgres-server.ts"], setupFiles: [AFRESH, CHEAP, "db/testing/postgres.ts"] } },
    ],
  },
});
