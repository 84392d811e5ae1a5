/** The settings as this process has them, for those who run the place; never a secret. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { databaseUrl } from "../../db/dialect";
import { environment, settings } from "../settings";

/** `from`: set by the operator, ours by default, or made at the first start and kept in DATA_DIR. `value` null: none; `isSecret`: not shown. */
export type SettingInForce = { name: string; value: string | null; from: "environment" | "default" | "kept"; isSecret: boolean };

const SECRETS = new Set(["AUTH_SECRET", "OIDC_CLIENT_SECRET", "CHECK_SECRET"]);

/** An address without what it carries to prove who asks. */
function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.password = "";
  url.search = "";
  return url.href;
}

/** What follows from others where it is not set. */
function effective(): Record<string, string | null> {
  const { publicUrl, dataDir, mailFrom, oidc, smtpUrl, check } = settings();
  return {
    PUBLIC_URL: publicUrl.origin,
    DATA_DIR: dataDir,
    MAIL_FROM: mailFrom,
    OIDC_NAME: oidc?.name ?? null,
    CHECK_URL: check && withoutPassword(check.url),
    SMTP_URL: smtpUrl && withoutPassword(smtpUrl),
    DATABASE_URL: databaseUrl ? withoutPassword(databaseUrl) : path.join(dataDir, "paragora.db"),
  };
}

/** The start puts a secret it made into the environment: then the file says the same. */
function isKeptSecret(): boolean {
  const file = path.join(settings().dataDir, "auth-secret");
  return existsSync(file) && readFileSync(file, "utf8").trim() === process.env.AUTH_SECRET;
}

function written(value: unknown): string | null {
  if (value === undefined || value === "") return null;
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

export function settingsInForce(): SettingInForce[] {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const read: Record<string, unknown> = environment.parse(given);
  const following = effective();
  return Object.keys(environment.shape).map((name) => {
    const isSecret = SECRETS.has(name);
    const value = name in following ? (following[name] ?? null) : written(read[name]);
    const from = name === "AUTH_SECRET" && isKeptSecret() ? "kept" : name in given ? "environment" : "default";
    return { name, value: isSecret && value !== null ? "" : value, from, isSecret };
  });
}
