import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { wordsOf } from "../_ui/words";
import { Gallery } from "./gallery";
import { specimens } from "./specimens";

vi.mock("../_ui/assets", () => ({ asset: (name: string) => `/a/${name}`, assetIfAny: () => null }));

for (const language of ["en", "zh"] as const) {
  test(`every page of the gallery is made: ${language}`, () => {
    const words = wordsOf(language);
    const pages = specimens(words);
    const html = Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, renderToStaticMarkup(page)]));
    for (const page of Object.values(html)) expect(page).toMatch(/^<html lang="(en|zh-Hans)">.*<h1/s);
    expect(html.article).toContain(words.t("tombstone.label"));
    expect(html.article).toContain(words.t("comment.readOn"));
    for (const said of [words.t("oldWords.changed") + words.t("oldWords.kept"), words.t("oldWords.removed"), words.t("article.removed")]) expect(html.article).toContain(said);
    expect(html["article-silent"]).toContain(words.t("article.empty"));
    expect(html["compose-error"]).toContain("aria-invalid=\"true\"");
    expect(html["drafts-empty"]).toContain(words.t("drafts.none"));
    expect(renderToStaticMarkup(<Gallery words={words} names={Object.keys(pages)} />).match(/<iframe/g)).toHaveLength(4 * Object.keys(pages).length);
  });
}
