/** What the operator may set, read from the environment once and checked before anything starts. */
import path from "node:path";
import { z } from "zod";
import { isPlainAddress } from "../domain/addresses";
import { defaultRates, type Rates } from "../domain/rates";
import { proxiesOf } from "./front/client-address";
import { logLevels } from "./log";

const whole = (least: number, most: number) =>
  z.coerce.number({ error: `must be a whole number from ${least} to ${most}` }).int().min(least).max(most);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const environment = z.object({
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
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  RATE_COMMENT_SECONDS: whole(0, 3600).default(defaultRates.commentEvery),
  RATE_NEW_MEMBER_COMMENT_SECONDS: whole(0, 3600).default(defaultRates.newMemberCommentEvery),
  RATE_EDITS_A_DAY: whole(1, 1_000_000).default(defaultRates.editsADay.most),
  RATE_SIGN_UPS: whole(1, 1_000_000).default(defaultRates.signUps.most),
  RATE_SIGN_INS: whole(1, 1_000_000).default(defaultRates.signIns.most),
});

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
    logLevel: env.LOG_LEVEL,
    rates: {
      commentEvery: env.RATE_COMMENT_SECONDS,
      newMemberCommentEvery: env.RATE_NEW_MEMBER_COMMENT_SECONDS,
      editsADay: { ...defaultRates.editsADay, most: env.RATE_EDITS_A_DAY },
      signUps: { ...defaultRates.signUps, most: env.RATE_SIGN_UPS },
      signIns: { ...defaultRates.signIns, most: env.RATE_SIGN_INS },
    },
  };
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
