/** What the operator may set, read from the environment once and checked before anything starts. */
import path from "node:path";
import { z } from "zod";
import { isPlainAddress } from "../domain/addresses";
import { type ClassOpeners, classOpeners } from "../domain/classroom/classes";
import { defaultRates, type Rates } from "../domain/rates";
import type { CheckSettings } from "./moderation/check-outside";
import { proxiesOf } from "./front/client-address";
import { logLevels } from "./log";

const whole = (least: number, most: number) =>
  z.coerce.number({ error: `must be a whole number from ${least} to ${most}` }).int().min(least).max(most);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

/** It stands on a button, on a phone too. */
const LONGEST_PROVIDER_NAME = 40;

/** By name, as the operator writes them. */
export const environment = z.object({
  PORT: whole(0, 65_535).default(3000),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:|sqlite:|[./])/, "must be a postgres:// address or the path of a SQLite file")
    .optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  ALLOW_HTTP: flag.default(false),
  TRUSTED_PROXIES: z.string().default(""),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z.string().refine(isPlainAddress, "must be one plain e-mail address").optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be an https address" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(LONGEST_PROVIDER_NAME, `must have at most ${LONGEST_PROVIDER_NAME} characters`).optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  CHECK_URL: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
  CHECK_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  CLASSES_OPENED_BY: z.enum(classOpeners, `must be one of ${classOpeners.join(", ")}`).default("members"),
  CHECK_FAILS: z.enum(["open", "closed"], "must be open or closed").default("open"),
  RATE_COMMENT_SECONDS: whole(0, 3600).default(defaultRates.commentEvery),
  RATE_NEW_MEMBER_COMMENT_SECONDS: whole(0, 3600).default(defaultRates.newMemberCommentEvery),
  RATE_EDITS_A_DAY: whole(1, 1_000_000).default(defaultRates.editsADay.most),
  RATE_REPORTS_A_DAY: whole(1, 1_000_000).default(defaultRates.reportsADay.most),
  RATE_SIGN_UPS: whole(1, 1_000_000).default(defaultRates.signUps.most),
  RATE_SIGN_INS: whole(1, 1_000_000).default(defaultRates.signIns.most),
});

/** A provider of OpenID Connect whose accounts open members' accounts here. */
export type OidcSettings = { issuer: URL; clientId: string; clientSecret: string; name: string };

export type Settings = {
  port: number;
  dataDir: string;
  postgres: boolean;
  /** Null before `npm start` has made or found one. */
  authSecret: string | null;
  publicUrl: URL;
  /** Whether cookies can be Secure: https, or a browser on this very machine. */
  secureCookies: boolean;
  trustedProxies: string[];
  /** Null: mails are written as files. */
  smtpUrl: string | null;
  /** The address mails come from. */
  mailFrom: string;
  /** Null: nobody signs in by a provider. */
  oidc: OidcSettings | null;
  /** Another program that is asked about comments; null: none is. */
  check: CheckSettings | null;
  /** Who may open classes. */
  classesOpenedBy: ClassOpeners;
  logLevel: string;
  rates: Rates;
};

/** A setting that is missing or wrong; the message is one line and names it. */
export class BadSetting extends Error {}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** @throws BadSetting */
export function readSettings(from: Record<string, string | undefined>): Settings {
  // An empty value in a compose file means "not set".
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new BadSetting(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}`);
  }
  const env = read.data;
  const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`);
  const secureCookies = publicUrl.protocol === "https:" || isLoopback(publicUrl.hostname);
  const postgres = /^postgres/.test(env.DATABASE_URL ?? "");
  if (!secureCookies && !env.ALLOW_HTTP)
    throw new BadSetting(`PUBLIC_URL is http on another host than this one: sessions could be read on the way. Use https, or set ALLOW_HTTP=1`);
  return {
    port: env.PORT,
    dataDir: path.resolve(env.DATA_DIR),
    postgres,
    authSecret: env.AUTH_SECRET ?? null,
    publicUrl,
    secureCookies,
    trustedProxies: proxiesIn(env.TRUSTED_PROXIES),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `no-reply@${publicUrl.hostname}`,
    oidc: oidcIn(env),
    check: checkIn(env),
    classesOpenedBy: env.CLASSES_OPENED_BY,
    logLevel: env.LOG_LEVEL,
    rates: {
      commentEvery: env.RATE_COMMENT_SECONDS,
      newMemberCommentEvery: env.RATE_NEW_MEMBER_COMMENT_SECONDS,
      editsADay: { ...defaultRates.editsADay, most: env.RATE_EDITS_A_DAY },
      reportsADay: { ...defaultRates.reportsADay, most: env.RATE_REPORTS_A_DAY },
      signUps: { ...defaultRates.signUps, most: env.RATE_SIGN_UPS },
      signIns: { ...defaultRates.signIns, most: env.RATE_SIGN_INS },
    },
  };
}

type OidcEnvironment = Pick<z.infer<typeof environment>, "ALLOW_HTTP" | "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME">;

/** @throws BadSetting */
function oidcIn({ ALLOW_HTTP, OIDC_NAME, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: OidcEnvironment): OidcSettings | null {
  const needed = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const missing = Object.entries(needed).find(([, value]) => value === undefined);
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) {
    if (Object.values({ ...needed, OIDC_NAME }).every((value) => value === undefined)) return null;
    throw new BadSetting(`${missing?.[0] ?? "OIDC_ISSUER"} is missing: ${Object.keys(needed).join(", ")} are set together or not at all`);
  }
  const issuer = new URL(OIDC_ISSUER);
  // OpenID Connect Core, 2: an issuer has neither; the discovery document is found by appending to it.
  if (issuer.search || issuer.hash) throw new BadSetting("OIDC_ISSUER must have no query and no fragment");
  if (issuer.protocol === "http:" && !isLoopback(issuer.hostname) && !ALLOW_HTTP)
    throw new BadSetting("OIDC_ISSUER is http on another host than this one: whoever is on the way could sign in as anybody. Use https, or set ALLOW_HTTP=1");
  return { issuer, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME ?? issuer.hostname };
}

/** @throws BadSetting */
function checkIn({ CHECK_URL, CHECK_SECRET, CHECK_FAILS }: Pick<z.infer<typeof environment>, "CHECK_URL" | "CHECK_SECRET" | "CHECK_FAILS">): CheckSettings | null {
  if (!CHECK_URL && !CHECK_SECRET) return null;
  if (!CHECK_URL || !CHECK_SECRET) throw new BadSetting(`${CHECK_URL ? "CHECK_SECRET" : "CHECK_URL"} is missing: CHECK_URL and CHECK_SECRET are set together or not at all`);
  return { url: CHECK_URL, secret: CHECK_SECRET, fails: CHECK_FAILS };
}

/** @throws BadSetting */
function proxiesIn(list: string): string[] {
  const entries = list.split(",").map((proxy) => proxy.trim()).filter(Boolean);
  try {
    proxiesOf(entries);
  } catch (error) {
    throw new BadSetting(error instanceof Error ? error.message : "TRUSTED_PROXIES is wrong");
  }
  return entries;
}

let known: Settings | undefined;

export function settings(): Settings {
  return (known ??= readSettings(process.env));
}
