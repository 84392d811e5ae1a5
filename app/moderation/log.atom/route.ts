import { Feed } from "feed";
import MarkdownIt from "markdown-it";
import { openFile } from "../../_asking/open-file";
import { publicPage } from "../../_asking/pages";
import { actSays, whoSays } from "../../_ui/moderation/log-row";
import { groundSays } from "../../_ui/moderation/ground-says";
import { logPath, logRowPath } from "../../_ui/paths";

const { escapeHtml } = new MarkdownIt().utils;

/** The newest rows, for who follows them in a reader of feeds. */
export const GET = publicPage(async ({ words, ask, origin }) => {
  const { rows } = await ask.record.log({});
  const at = (path: string): string => origin + words.to(path);
  const feed = new Feed({ id: at("/moderation/log.atom"), title: `${words.t("publicLog.title")} · Paragora`, link: at(logPath()), feedLinks: { atom: at("/moderation/log.atom") }, language: words.tag, updated: new Date(rows[0]?.at ?? 0), generator: "Paragora", copyright: "" });
  for (const row of rows) {
    const parts = [row.ground === null ? null : groundSays(words, row.ground), row.article?.title ?? null, row.reason ?? (row.redacted ? words.t("publicLog.redacted") : null)];
    feed.addItem({ id: `${origin}/moderation/log/${row.order}`, title: escapeHtml(`${words.number(row.order)}. ${actSays(words, row)}`), link: at(logRowPath(row.order)), date: new Date(row.at), description: parts.flatMap((part) => (part === null ? [] : [`<p>${escapeHtml(part)}</p>`])).join(""), author: [{ name: whoSays(words, row) }], category: [{ name: row.act }] });
  }
  return openFile(feed.atom1(), "application/atom+xml; charset=utf-8");
});
