import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { importArticle } from "../../domain/importing/article";
import { asks, NOON, paragraph, anArticle, refusal } from "../testing/world";
import { createArticle } from "./mutations";

const NEWSPAPER = "../shared/articles/china-balanced-internet-strategy.txt";
const REVISED = "../shared/anchoring/dev";
for (const place of [NEWSPAPER, REVISED]) if (!existsSync(place)) console.log(`skipped what reads ${place}: it is not here`);

async function kept(bytes: Uint8Array) {
  const text = importArticle(bytes, "detect");
  if ("refused" in text) throw new Error(text.refused);
  const { slug } = await createArticle({ db: database(), now: () => NOON }, text, { slug: null });
  return asks(null).articles.view({ slug });
}

test.skipIf(!existsSync(NEWSPAPER))("the newspaper's commentary is kept as its README says", async () => {
  const { head, blocks } = await kept(readFileSync(NEWSPAPER));
  const lines = readFileSync(NEWSPAPER, "utf8").split("\n").map((line) => line.trim()).filter(Boolean);
  expect(head).toMatchObject({ title: lines[0], byline: "Xiao Xin", date: "2015-12-10T18:13", language: "en" });
  const [figures, body] = [blocks.filter(({ kind }) => kind === "figure"), blocks.filter(({ kind }) => kind === "paragraph")];
  expect(figures.map(({ text }) => text)).toEqual(lines.filter((line) => line.includes("Photo/Xinhua")));
  expect(body).toHaveLength(17);
  expect(body.map(({ text }) => text)).toEqual(lines.slice(4).filter((line) => line !== lines[0] && !line.includes("Photo/Xinhua")));
  expect(blocks).toHaveLength(18);
  expect(blocks.every(({ sentences }) => sentences.length > 0)).toBe(true);
});

test.skipIf(!existsSync(REVISED))("4,000 blocks of real policies are kept whole and in order", async () => {
  const paragraphs: string[] = [];
  for (const file of readdirSync(REVISED).filter((name) => name.endsWith(".json")).sort()) {
    const { newParagraphs }: { newParagraphs: string[] } = JSON.parse(readFileSync(`${REVISED}/${file}`, "utf8"));
    paragraphs.push(...newParagraphs);
    if (paragraphs.length > 4_200) break;
  }
  const { blocks } = await kept(Buffer.from(`# Many policies\n\n${paragraphs.map((text) => text.replace(/\s+/g, " ").replace(/^([#>*+-]|\d+[.)])/, "\\$1")).join("\n\n")}`));
  expect(blocks.length).toBeGreaterThan(4_000);
  expect(blocks.map(({ number }) => number)).toEqual(blocks.map((_, place) => place + 1));
});

test("titles alike get numbered slugs; a wished one must be free and well formed", async () => {
  const title = `Twice ${crypto.randomUUID()}`;
  const [first, second] = [await anArticle({ title }), await anArticle({ title })];
  expect(second.slug).toBe(`${first.slug}-2`);
  const text = { title, standfirst: null, byline: null, date: null, source: null, language: "en", blocks: [paragraph("Words.")] };
  const make = (slug: string) => createArticle({ db: database(), now: () => NOON }, text, { slug });
  expect((await refusal(make(first.slug))).reason).toBe("field.slugTaken");
  expect((await refusal(make("Not a Slug"))).reason).toBe("field.slugShape");
});
