import { expect, Person, siteUrl, test } from "../fixtures";
import { wordsOf } from "../words";

const SAMPLE = "/articles/one-network-many-capitals";

for (const language of ["en", "zh"] as const) {
  test(`on paper the numbers of notes stand beside the text, and the notes behind it: ${language}`, async ({ page }) => {
    const person = new Person(page, wordsOf(language));
    for (const address of [SAMPLE, `${SAMPLE}/all`]) {
      await person.open(address);
      await page.emulateMedia({ media: "print" });
      const paper = await page.evaluate(() => {
        const box = (element: Element) => element.getBoundingClientRect();
        const said = (element: Element | null, pseudo: string) => (element ? getComputedStyle(element, pseudo).content.replaceAll('"', "") : "");
        const [blocks, threads] = [[...document.querySelectorAll(".block")], [...document.querySelectorAll(".thread")]];
        return {
          textEnds: Math.max(...blocks.map((block) => box(block).bottom)),
          notesBegin: box(document.querySelector(".appendix") ?? document.body).top,
          firstThread: Math.min(...threads.map((thread) => box(thread).top)),
          first: [said(document.querySelector("#b-1"), "::after"), said(document.querySelector("#b-1 .hl"), "::after"), said(threads[0] ?? null, "::before")],
          whole: said(document.querySelector(".whole .thread"), "::before"),
          shown: [...document.querySelectorAll(".bar, .acts, .count, .add, .more, button, .skip")].filter((element) => element.checkVisibility()).length,
          inOrder: threads.every((thread, at) => at === 0 || box(thread).top >= box(threads[at - 1] ?? thread).bottom - 1),
        };
      });
      expect(paper, address).toMatchObject({ first: ["1.1", "1.1", "1.1"], whole: "0.1", shown: 0, inOrder: true });
      expect(paper.notesBegin).toBeGreaterThanOrEqual(paper.textEnds);
      expect(paper.firstThread).toBeGreaterThan(paper.notesBegin);
      await page.emulateMedia({ media: "screen" });
    }
  });
}

test("paper says how much of a discussion is on it, and where all of it is", async ({ page }) => {
  const person = new Person(page, wordsOf("en"));
  await person.open(SAMPLE);
  await page.emulateMedia({ media: "print" });
  const shown = await page.locator("article.comment").count();
  await expect(page.locator(".appendix")).toContainText(`${shown} of 64 comments are printed here. All of them stand at ${siteUrl()}${SAMPLE}/all`);
});

test("everything stands on one page as text, each comment once, after what it answers, without a script", async ({ request }) => {
  const html = await (await request.get(`${siteUrl()}${SAMPLE}/all`)).text();
  const ids = [...html.matchAll(/<article class="comment" id="c-([^"]+)"/g)].map(([, id]) => id);
  expect([ids.length, new Set(ids).size]).toEqual([64, 64]);
  expect(html).not.toContain("<script type=\"module\"");
});

test("where people read there is no gallery", async ({ request }) => {
  expect((await request.get(`${siteUrl()}/gallery`)).status()).toBe(404);
});
