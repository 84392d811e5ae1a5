/** The log: JSON lines on standard output, one an event; no password, token or comment text. */
import pino from "pino";

/** An error without its query's parameters: they are what people wrote. */
function withoutTexts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const queried = "query" in error;
  return {
    type: error.constructor.name,
    message: queried ? "a query failed" : error.message,
    ...("code" in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: withoutTexts(error.cause) }),
    stack: queried ? framesOf(error) : error.stack,
  };
}

/** Where it happened, without the message that heads the stack. */
function framesOf({ stack = "" }: Error): string {
  return stack.split("\n").filter((line) => /^\s+at /.test(line)).join("\n");
}

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;

/** A level that is none is refused at the start, by name, which the log must live to see. */
const level = logLevels.find((one) => one === process.env.LOG_LEVEL) ?? "info";

export const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutTexts } });

/** An address as it may be noted: without its query, and without the secret of a link from a mail. */
export function notedPath(target: string): string {
  return (target.split("?", 1)[0] ?? "").replace(/(\/(?:sign-in\/[a-z]+|join)\/).+/, "$1…");
}
