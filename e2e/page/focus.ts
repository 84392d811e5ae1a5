/** Where the keyboard is, as somebody who sees the page would tell. */
import { expect, type Page } from "@playwright/test";

type Focus = { tag: string; id: string; lost: string | null };

/** Milliseconds between two looks: a card needs two frames to find its place, and a fifth of a second to move there. */
const LOOKS = [10, 20, 40, 80];

/** Never nowhere, never out of sight, never under the bar that sticks. Polled, for cards move to their places. */
export async function expectFocusInSight(page: Page): Promise<void> {
  await expect.poll(async () => (await focusOf(page)).lost, { intervals: LOOKS }).toBeNull();
}

/** Presses keys one after the other, and looks after each. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocusInSight(page);
  }
}

export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active || active === document.body || active === document.documentElement) return { tag: "BODY", id: "", lost: "on no element" };
    const said = `${active.tagName} ${active.id} ${active.className}`;
    const box = [...active.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    const lost = (why: string) => ({ tag: active.tagName, id: active.id, lost: `${said}: ${why}` });
    if (!box) return lost("not shown");
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (left >= right || top >= bottom) return lost(`outside the window, at ${Math.round(box.top)}`);
    const at = (x: number, y: number) => document.elementFromPoint(x, y);
    const isUnderBar = (element: Element | null) => element?.closest(".bar") && !active.closest(".bar");
    if (isUnderBar(at((left + right) / 2, top + 1))) return lost(`under the bar, at ${Math.round(box.top)}`);
    const seen = at((left + right) / 2, (top + bottom) / 2);
    const isSeen = seen !== null && (active.contains(seen) || seen.contains(active));
    return isSeen ? { tag: active.tagName, id: active.id, lost: null } : lost(`covered by ${seen?.tagName} ${seen?.className}`);
  });
}
