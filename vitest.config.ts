import { configDefaults, defineConfig } from "vitest/config";

const everywhere = { exclude: [...configDefaults.exclude, "e2e/**", ".next/**"], setupFiles: [] as string[] };

/** The domain once; what touches a database once on SQLite and once on a real Postgres, by the same files. */
export default defineConfig({
  test: {
    ...everywhere,
    projects: [
      { test: { name: "domain", include: ["domain/**/*.test.ts", "messages/**/*.test.ts", "app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"] } },
      { test: { name: "sqlite", include: ["db/**/*.test.ts", "server/**/*.test.ts"], setupFiles: ["db/testing/sqlite.ts"] } },
      {
        test: {
          name: "postgresql",
          include: ["db/**/*.test.ts", "server/**/*.test.ts"],
          globalSetup: ["db/testing/postgres-server.ts"],
          setupFiles: ["db/testing/postgres.ts"],
        },
      },
    ],
  },
});
