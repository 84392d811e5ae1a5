/** Mails over SMTP, one connection a mail: they are few, and a server that hangs costs one of them a minute. */
import { createTransport } from "nodemailer";
import { messageOf } from "./message";
import { type Transport, Undeliverable } from "./transport";

/** Milliseconds. Together they stay below the time after which another worker takes a claimed mail for lost. */
export type Patience = { connection: number; greeting: number; silence: number };

const PATIENCE: Patience = { connection: 15_000, greeting: 15_000, silence: 30_000 };

/** `url`: smtp://user:password@host:port, or smtps:// for TLS from the first byte; without it TLS is used where the server has it. */
export function smtpTransport(url: string, from: string, patience = PATIENCE): Transport {
  const mailer = createTransport({ url, connectionTimeout: patience.connection, greetingTimeout: patience.greeting, socketTimeout: patience.silence });
  return async (mail, letter) => {
    try {
      await mailer.sendMail(messageOf(mail, letter, from));
    } catch (error) {
      throw isFinal(error) ? new Undeliverable("refused for good", { cause: error }) : error;
    }
  };
}

/**
 * Whether the server will never take this very mail: 5xx to its recipient or its text (RFC 5321, 4.2.1). A 5xx to signing in or
 * to the sender is the operator's to mend, and the mail waits for that.
 */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode = 0, command = "" } = { responseCode: 0, command: "", ...error };
  return responseCode >= 500 && /^(?:RCPT TO|DATA)/.test(command);
}
