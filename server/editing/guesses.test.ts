import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "../../db/client";
import { article } from "../../db/schema/articles";
import { writeTogether } from "../../db/write-together";
import { importArticle } from "../../domain/importing/article";
import type { Reader } from "../../domain/permissions";
import { aDraft as draftOf, textsOf } from "../testing/drafts";
import { aKey, aMember, anArticle, asks, NOON, refusal } from "../testing/world";
import { keepDraft } from "./keep";

let editor: Reader;
beforeAll(async () => {
  editor = await aMember({ role: "editor" });
});

const ask = () => asks(editor).editing;

const aDraft = (text = "# A draft\n\nFirst words.\n\nSecond words.") => draftOf(editor, text);

const look = async (slug: string) => ask().draft({ slug });
const texts = (slug: string) => textsOf(editor, slug);

describe("what the import left out", () => {
  test("is taken back as a paragraph where one wants it, and listed again when that is undone", async () => {
    const read = importArticle(Buffer.from("# A draft\n\nOne.\n\nTwo."), "markdown");
    if ("refused" in read) throw new Error(read.refused);
    const { slug } = await keepDraft({ db: database(), now: () => NOON }, { ...read, title: `Left out ${aKey()}`, dropped: ["Print", "Share this"] }, { slug: null, by: null });
    const { version } = await ask().takeIn({ slug, version: 1, which: 1, after: 1 });
    expect(await texts(slug)).toEqual(["1 paragraph One.", "2 paragraph Share this", "3 paragraph Two."]);
    expect((await look(slug)).dropped).toEqual([{ which: 0, text: "Print" }]);
    await ask().takeIn({ slug, version, which: 0, after: 0 });
    expect((await texts(slug))[0]).toBe("1 paragraph Print");
    expect((await refusal(ask().takeIn({ slug, version: version + 1, which: 0, after: 99 }))).reason).toBe("field.noSuchNumber");
    await ask().undo({ slug, version: version + 1 });
    expect((await look(slug)).dropped).toEqual([{ which: 0, text: "Print" }]);
  });
});

describe("pictures", () => {
  test("are asked for a description until they have one or need none", async () => {
    const slug = await aDraft("# A draft\n\nOne.\n\n![](https://example.org/a.png)\n\n![](https://example.org/b.png)");
    const asked = async () => (await look(slug)).undescribed;
    const [first, second] = await asked();
    expect([first?.number, second?.number]).toEqual([2, 3]);
    const { version } = await ask().describe({ slug, version: 1, block: first?.id ?? "", alternative: " A chart of cables ", decorative: false });
    await ask().describe({ slug, version, block: second?.id ?? "", alternative: "", decorative: true });
    expect(await asked()).toEqual([]);
    const { blocks } = await look(slug);
    expect(blocks.map(({ shape }) => shape.image)).toEqual([undefined, { source: "https://example.org/a.png", alternative: "A chart of cables" }, { source: "https://example.org/b.png", alternative: "", decorative: true }]);
  });
});

describe("the head", () => {
  const head = { title: "A better title", standfirst: "", byline: "Xiao Xin", date: "2015-12-10", source: "", language: "zh" };

  test("is corrected, with the slug; what is wrong is said beside its field", async () => {
    const slug = await aDraft();
    const to = `better-${aKey()}`;
    expect(await ask().saveHead({ slug, version: 1, to, ...head })).toEqual({ slug: to, version: 2 });
    expect(await look(to)).toMatchObject({ title: "A better title", standfirst: null, byline: "Xiao Xin", date: "2015-12-10", language: "zh" });
    expect((await refusal(ask().draft({ slug }))).reason).toBe("noSuch.article");
    const wrong = (more: object) => refusal(ask().saveHead({ slug: to, version: 2, to, ...head, ...more }));
    expect(await wrong({ title: " " })).toMatchObject({ reason: "field.empty", field: "title" });
    expect(await wrong({ date: "soon" })).toMatchObject({ reason: "field.notADate", field: "date" });
    expect(await wrong({ to: "Not A Slug" })).toMatchObject({ reason: "field.slugShape", field: "slug" });
    expect(await wrong({ to: (await anArticle()).slug })).toMatchObject({ reason: "field.slugTaken", field: "slug" });
    expect(await wrong({ version: 1 })).toMatchObject({ reason: "conflict.changed" });
  });

  test("a slug that an article had before is no draft's to publish", async () => {
    const { slug } = await anArticle();
    await ask().rename({ slug, to: `${slug}-now` });
    const draft = await aDraft();
    expect((await refusal(ask().saveHead({ slug: draft, version: 1, to: slug, ...head }))).reason).toBe("field.slugTaken");
    // As if the draft had taken it in the same moment.
    await writeTogether((w) => [w.update(article).set({ slug }).where(eq(article.slug, draft))]);
    expect(await refusal(ask().publish({ slug, version: 1 }))).toMatchObject({ reason: "field.slugTaken", field: "slug" });
  });
});
