import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it stands, a line each. No page of ours has frames, so one look in the page itself is enough. */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Nothing found at both widths and in both themes, of which the dark differs in nothing but its colours; and nothing sticks out. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect(await faults(page), `${where}, ${width} px`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, ["color-contrast"]), `${where}, ${width} px, dark`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${where}, ${width} px`).toBeLessThanOrEqual(0);
  }
}
