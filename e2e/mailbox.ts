/** What the server under test sent, as it lies in its file outbox; and what time does to links. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import Sqlite from "better-sqlite3";
import postgres from "postgres";

function decoded(part: string): string {
  const [head = "", ...body] = part.split("\n\n");
  const text = body.join("\n\n");
  if (/Content-Transfer-Encoding: base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
  if (!/Content-Transfer-Encoding: quoted-printable/i.test(head)) return text;
  const bytes = text.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The plain texts of the mails to an address, oldest first: their names count up with time. */
function mailsTo(address: string): string[] {
  const folder = path.join(process.env.ERRANDS_DATA ?? "", "outbox");
  const files = readdirSync(folder).filter((file) => file.endsWith(".eml")).toSorted();
  const mails = files.map((file) => readFileSync(path.join(folder, file), "utf8")).filter((mail) => mail.includes(`To: ${address}`));
  return mails.map((mail) => {
    const [, boundary = ""] = /boundary="([^"]+)"/.exec(mail) ?? [];
    return decoded(mail.split(`--${boundary}\n`).find((part) => part.startsWith("Content-Type: text/plain")) ?? "");
  });
}

/** Waits for the so-manieth mail to an address, and answers with its text. */
export async function mailTo(address: string, which = 1): Promise<string> {
  await expect.poll(() => mailsTo(address).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(which);
  return mailsTo(address)[which - 1] ?? "";
}

export function linkIn(mail: string): string {
  const [link] = /https?:\/\/\S+\/sign-in\/\S+/.exec(mail) ?? [];
  if (link === undefined) throw new Error(`no link in: ${mail}`);
  return link;
}

/** Lets every link that went to an address run out, as waiting would. */
export async function expireLinks(address: string): Promise<void> {
  const url = process.env.ERRANDS_DATABASE ?? "";
  if (url.startsWith("postgres")) {
    const sql = postgres(url, { max: 1 });
    await sql`update one_time_link set expires_at = created_at where email = ${address}`;
    await sql.end();
    return;
  }
  const file = new Sqlite(path.join(process.env.ERRANDS_DATA ?? "", "paragora.db"), { timeout: 5_000 });
  file.prepare("update one_time_link set expires_at = created_at where email = ?").run(address);
  file.close();
}
