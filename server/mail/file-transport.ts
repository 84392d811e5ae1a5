/** Mails as files, for a place without a mail server: one .eml each, in DATA_DIR/outbox. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import type { Transport } from "./outbox";

export function fileTransport(dataDir: string, publicUrl: URL): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const folder = path.join(dataDir, "outbox");
  return async (mail, { subject, text }) => {
    await mkdir(folder, { recursive: true });
    const { message } = await composer.sendMail({
      from: { name: "Paragora", address: `no-reply@${publicUrl.hostname}` },
      to: { name: "", address: mail.to },
      envelope: { from: `no-reply@${publicUrl.hostname}`, to: [mail.to] },
      messageId: `<${mail.id}@${publicUrl.hostname}>`,
      date: mail.createdAt,
      ...{ subject, text },
    });
    // Written aside and renamed: a reader of the folder never sees half a mail.
    const file = path.join(folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, message);
    await rename(`${file}.part`, file);
  };
}
