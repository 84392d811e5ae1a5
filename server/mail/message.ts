/** A mail as every way of sending it has it: one plain address, an envelope of its own, and always the same Message-ID. */
import { isPlainAddress } from "../../domain/addresses";
import type { Letter, Mail } from "./transport";

/** @throws Error where the address is not one plain address */
export function messageOf(mail: Pick<Mail, "id" | "to" | "createdAt">, { subject, text, html }: Letter, from: string) {
  if (!isPlainAddress(mail.to)) throw new Error("not one plain address");
  return {
    from: { name: "Paragora", address: from },
    to: { name: "", address: mail.to },
    envelope: { from, to: [mail.to] },
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
    date: mail.createdAt,
    // Answers of machines to machines are nobody's to read (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...{ subject, text, html },
  };
}
