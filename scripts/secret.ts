/** The secret that sessions are sealed with: given by the operator, or made once and kept beside the data. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BadSetting, type Settings } from "../server/settings";

const SECRET_BYTES = 48;

/** Puts the secret where the whole process finds it. @throws BadSetting when there is none and none can be kept */
export function ensureSecret({ authSecret, dataDir, postgres }: Settings): void {
  if (authSecret) return;
  if (postgres) throw new BadSetting("AUTH_SECRET is missing: with Postgres every instance needs the same one, of at least 32 characters");
  const file = path.join(dataDir, "auth-secret");
  try {
    mkdirSync(dataDir, { recursive: true });
    // "wx": of two that start at once one writes and both read.
    if (!existsSync(file)) writeFileSync(file, randomBytes(SECRET_BYTES).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw new BadSetting(`DATA_DIR ${dataDir} cannot be written: ${error instanceof Error ? error.message : ""}`);
  }
  process.env.AUTH_SECRET = readFileSync(file, "utf8").trim();
}
