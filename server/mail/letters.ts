/** What mails say. */
import { createTranslator } from "use-intl/core";
import en from "../../messages/en.json";
import zh from "../../messages/zh.json";
import type { Mail } from "./outbox";

const messages: Record<string, typeof en> = { en, zh };

export function letterOf({ kind, language, content }: Pick<Mail, "kind" | "language" | "content">, publicUrl: URL): { subject: string; text: string } {
  const say = createTranslator({ locale: language, messages: messages[language] ?? en, namespace: "mail" });
  const values = { ...content, address: publicUrl.origin };
  return { subject: say(`${kind}.subject`, values), text: say(`${kind}.text`, values) };
}
