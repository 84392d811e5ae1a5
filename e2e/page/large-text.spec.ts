import { expect, Person, test } from "../fixtures";
import { layoutFaults } from "./layout-faults";
import { administrationPages, allPages, decidedPages } from "../pages";
import { wordsOf } from "../words";

// The style that enlarges the root is put into the page from outside.
test.use({ bypassCSP: true });

/** Pixels wide; `own`: the reader's own size of text, which the breakpoints follow; `root`: the root's, which they do not. */
const READERS = [
  { width: 1280, own: 32 },
  { width: 1280, root: 32 },
  { width: 390, own: 32 },
  { width: 390, root: 32 },
  { width: 320 },
  { width: 320, own: 32 },
];

const USUAL = 16;

for (const language of ["en", "zh"] as const) {
  test(`with text at twice its size nothing is cut off, overlaps, or scrolls sideways: ${language}`, async ({ page }) => {
    test.setTimeout(240_000);
    const person = new Person(page, wordsOf(language));
    const visitors = await allPages(person);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Page.enable");
    await page.emulateMedia({ reducedMotion: "reduce" });
    const faults: string[] = [];
    const look = async (address: string): Promise<void> => {
      await person.open(address);
      for (const { width, own = USUAL, root } of READERS) {
        await page.setViewportSize({ width, height: 900 });
        await cdp.send("Page.setFontSizes", { fontSizes: { standard: own } });
        await page.evaluate((size) => (document.documentElement.style.fontSize = size ? `${size}px` : ""), root);
        // Cards find their places within two frames.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
        faults.push(...(await page.evaluate(layoutFaults)).map((fault) => `${address}, ${width} px, own ${own}, root ${root ?? own}: ${fault}`));
      }
    };
    for (const address of visitors) await look(address);
    const { own, staff } = await decidedPages(person);
    for (const address of ["/me", "/me/drafts", "/me/reports", ...own]) await look(address);
    const moderation = (await administrationPages(person)).filter((address) => address.startsWith("/moderation"));
    for (const address of [...moderation, ...staff]) await look(address);
    expect(faults).toEqual([]);
  });
}

test("in forced colours what was told by colour is still there, and without motion nothing moves", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const person = new Person(page, wordsOf("en"));
  await person.open("/articles/one-network-many-capitals");
  const told = await page.evaluate(() => {
    const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector) ?? document.body, pseudo);
    return {
      passage: style("mark.hl").backgroundColor !== style("mark.hl").color,
      heat: style(".block[class*='heat-']:not(.heat-0)", "::after").backgroundColor !== style("body").backgroundColor,
      count: style("a.count .n").borderTopWidth,
      score: style(".score rect").fill !== style("body").backgroundColor,
      moving: document.getAnimations().length,
      slow: [...document.querySelectorAll(".sheet *")].filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0 && getComputedStyle(element).transitionProperty === "translate").length,
    };
  });
  expect(told).toEqual({ passage: true, heat: true, count: "2px", score: true, moving: 0, slow: 0 });
});
