/** `npm start`: settings, secret, database, sample, build, server, and the first administrator's link. */
import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { closeDatabase, database, rowsOf } from "../db/client";
import { migrate } from "../db/migrate";
import { log } from "../server/log";
import { newSetupToken } from "../server/members/sign-up";
import { hasAdministrator } from "../server/members/queries";
import { BadSetting, readSettings, type Settings } from "../server/settings";
import { buildAssets } from "./assets";
import { buildWhenStale } from "./build";
import { sampleWhenEmpty } from "./sample";
import { ensureSecret } from "./secret";
import { serve } from "./serve";
import { buildWorker } from "./worker";

/** A setting that is wrong is said within three seconds; a database that answers, answers sooner. */
const DATABASE_ANSWERS_MS = 2_500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Found out before the build, not after it. */
async function reachPort({ port }: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<void>((done, failed) => probe.once("error", failed).listen(port, () => probe.close(() => done())));
}

async function reachDatabase({ postgres }: Settings): Promise<void> {
  const silence = new Promise<never>((_, failed) => setTimeout(() => failed(new Error("no answer")), DATABASE_ANSWERS_MS).unref());
  try {
    await Promise.race([rowsOf(sql`select 1 as one`), silence]);
  } catch (error) {
    const why = error instanceof Error ? error.message || ("code" in error ? String(error.code) : "") : "";
    throw new BadSetting(`${postgres ? "DATABASE_URL: the Postgres server" : process.env.DATABASE_URL ? "DATABASE_URL: the file" : "DATA_DIR: the database in it"} cannot be used: ${why}`);
  }
}

/** The sample's sixty comments are no news for the log. */
async function sampleQuietly(): Promise<boolean> {
  const { level } = log;
  log.level = "warn";
  try {
    return await sampleWhenEmpty(new Date());
  } finally {
    log.level = level;
  }
}

async function start(): Promise<void> {
  const dev = process.argv.includes("--dev");
  const settings = readSettings(process.env);
  ensureSecret(settings);
  process.env.NEXTAUTH_URL ??= settings.publicUrl.origin;
  await reachPort(settings);
  await reachDatabase(settings);
  await migrate();
  if (await sampleQuietly()) say("The database was empty: loaded the sample article and its discussion.");
  if (dev) await Promise.all([buildAssets(), buildWorker()]);
  else await buildWhenStale(say);
  await serve(settings, { dev });
  if (settings.smtpUrl === null) say(`Mails are written into ${settings.dataDir}/outbox.`);
  if (!(await hasAdministrator(database()))) {
    const token = await newSetupToken(new Date());
    say(`Make the first administrator here, once, within a day: ${settings.publicUrl.origin}/setup?token=${token}`);
  }
  say(`Paragora is ready: ${settings.publicUrl.origin}`);
}

start().catch(async (error: unknown) => {
  if (error instanceof BadSetting) process.stderr.write(`Paragora cannot start: ${error.message}\n`);
  else if (error instanceof Error && "code" in error && ["EADDRINUSE", "EACCES"].includes(String(error.code))) process.stderr.write(`Paragora cannot start: PORT ${process.env.PORT ?? 3000} ${error.code === "EACCES" ? "may not be used by this user" : "is in use by another program"}\n`);
  else log.fatal({ err: error }, "cannot start");
  await closeDatabase();
  process.exit(1);
});
