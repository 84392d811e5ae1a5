import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it stands, a line each. No page of ours has frames, so one look in the page itself is enough. */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

type Look = { width: 1280 | 320; colorScheme: "light" | "dark" };

/** Each width in each theme. */
const EVERY_WAY: readonly Look[] = [{ width: 1280, colorScheme: "light" }, { width: 1280, colorScheme: "dark" }, { width: 320, colorScheme: "light" }, { width: 320, colorScheme: "dark" }];

/** For pages that are looked at in both languages: between the two each language, width and theme meets each of the others. */
export const WAYS: Record<"en" | "zh", readonly Look[]> = {
  en: [{ width: 1280, colorScheme: "light" }, { width: 320, colorScheme: "dark" }],
  zh: [{ width: 1280, colorScheme: "dark" }, { width: 320, colorScheme: "light" }],
};

/** Nothing found however it is looked at; the dark differs in nothing but its colours, so where the light is looked at too these are enough. And nothing sticks out. */
export async function expectAccessible(page: Page, where: string, ways = EVERY_WAY): Promise<void> {
  for (const { width, colorScheme } of ways) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const isSeenInLight = colorScheme === "dark" && ways.some((other) => other.width === width && other.colorScheme === "light");
    expect(await faults(page, isSeenInLight ? ["color-contrast"] : undefined), `${where}, ${width} px, ${colorScheme}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${where}, ${width} px`).toBeLessThanOrEqual(0);
  }
}
