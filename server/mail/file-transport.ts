/** Mails as files, for a place without a mail server: one .eml each, in DATA_DIR/outbox. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { messageOf } from "./message";
import type { Transport } from "./transport";

export function fileTransport(dataDir: string, from: string): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const folder = path.join(dataDir, "outbox");
  return async (mail, letter) => {
    await mkdir(folder, { recursive: true });
    const { message } = await composer.sendMail(messageOf(mail, letter, from));
    // Written aside and renamed: a reader of the folder never sees half a mail.
    const file = path.join(folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  };
}
