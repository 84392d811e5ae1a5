/** What mails say, as text and as HTML. */
import MarkdownIt from "markdown-it";
import { createTranslator } from "use-intl/core";
import en from "../../messages/en.json";
import zh from "../../messages/zh.json";
import type { Letter, Mail } from "./transport";

const messages: Record<string, typeof en> = { en, zh };
const { escapeHtml } = new MarkdownIt().utils;

export function letterOf({ kind, language, content }: Pick<Mail, "kind" | "language" | "content">, publicUrl: URL): Letter {
  const say = createTranslator({ locale: language, messages: messages[language] ?? en, namespace: "mail" });
  const values = { ...content, address: publicUrl.origin };
  const text = say(`${kind}.text`, values);
  return { subject: say(`${kind}.subject`, values), text, html: htmlOf(text, language) };
}

/** The same paragraphs; what stands in them is text, whoever wrote it, but addresses of https and http lead there. */
function htmlOf(text: string, language: string): string {
  const paragraphs = text.trim().split(/\n{2,}/).map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\bhttps?:\/\/[^\s<>"]*[^\s<>".,;:!?)。，；：！？）]/g, (link) => `<a href="${link}">${link}</a>`)}</p>`);
  return `<!doctype html><html lang="${language === "zh" ? "zh-Hans" : "en"}"><meta charset="utf-8"><body style="max-width:36em;font:16px/1.6 sans-serif">${paragraphs.join("")}</body></html>`;
}
