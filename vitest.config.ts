import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

const every = {
  exclude: [...configDefaults.exclude, "e2e/**", ".next/**"],
  // Only for what hangs: crowds of 200 take as long as the machine needs.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** `.both.`: pages that are asked as the front asks them. */
const onBoth = ["db/**/*.test.ts", "server/**/*.test.ts", "app/**/*.both.test.ts"];

/** The domain once; what touches a database once on SQLite and once on a real Postgres, by the same files. */
export default defineConfig({
  test: {
    // Left to itself it keeps a processor free, on a small machine every other one.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { ...every, name: "domain", include: ["domain/**/*.test.ts", "messages/**/*.test.ts", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"], exclude: [...every.exclude, "app/**/*.both.test.ts"] } },
      { test: { ...every, name: "sqlite", include: onBoth, setupFiles: ["db/testing/sqlite.ts"] } },
      {
        test: {
          ...every,
          name: "postgresql",
          include: onBoth,
          globalSetup: ["db/testing/postgres-server.ts"],
          setupFiles: ["db/testing/postgres.ts"],
        },
      },
    ],
  },
});
