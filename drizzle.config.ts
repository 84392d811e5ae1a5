import { defineConfig } from "drizzle-kit";
import { dialect } from "./db/dialect";

/** One schema, two folders: `npm run db:generate` runs this once for each. The check generates into a copy. */
export default defineConfig({
  dialect,
  schema: "./db/schema/index.ts",
  out: process.env.MIGRATIONS_INTO ?? `./db/migrations/${dialect}`,
  casing: "snake_case",
});
