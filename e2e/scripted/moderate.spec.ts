import { expect, importArticle, makeStaff, newcomer, test } from "../fixtures";
import { said } from "../said";

const ITEMS = 30;

test("thirty items are cleared by keyboard, a decision about many is undone, a member is silenced, and the focus is never lost", async ({ person, page, words, another }, info) => {
  test.slow();
  // The list stands beside the case only where there is room.
  await page.setViewportSize({ width: 1280, height: 900 });
  const slug = await importArticle(`Cleared by keys ${newcomer().name}`, 4);
  const writer = await another();
  const { name } = await writer.signUp();
  const [seen = ""] = await said(writer, slug, [2]);
  await person.signIn((await makeStaff("moderator")).email);
  await person.open(`/articles/${slug}/blocks/2`);
  const comment = await person.comment(seen).getAttribute("data-comment-id");
  const item = page.locator("#item");
  const done = (act: "remove" | "hold" | "silence" | "approve", count: number) => expect(item.locator(".done").first()).toContainText(words.t(`moderation.done.says.${act}`, { count }));
  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    pressed += keys.length;
  };

  await person.open(`/moderation/items/${comment}#item`);
  await expect(item).toBeFocused();
  await press(".");
  await expect(page.getByRole("searchbox", { name: words.t("moderation.keys.find") })).toBeFocused();
  await page.keyboard.type(words.t("moderation.acts.hold.name"));
  await press("Enter", "Enter");
  await done("hold", 1);
  await said(writer, slug, Array.from({ length: ITEMS }, () => 2));
  await person.open(`/moderation?member=${encodeURIComponent(name)}`);
  const lines = page.locator(".rail li");
  await expect(lines).toHaveCount(25);

  await press("x", "j", "x");
  await expect(page.locator("[data-pick]:checked")).toHaveCount(2);
  await page.locator("details.bulk summary").press("Enter");
  await page.locator("#bulk").getByRole("radio", { name: words.t("moderation.acts.remove.name") }).check();
  await page.locator("#bulk button").press("Enter");
  await done("remove", 2);
  await expect(item).toBeFocused();
  await press("u");
  await expect(item).toContainText(words.t("moderation.done.undone", { count: 2 }));
  await expect(item).toBeFocused();

  pressed = 0;
  const began = Date.now();
  for (let left = ITEMS; left > 0; left -= 1) {
    const shown = (await item.getAttribute("data-item")) ?? "";
    if (left % 5 === 0) await press("8", "r", "Enter");
    else await press("a", "Enter");
    await expect(item).not.toHaveAttribute("data-item", shown);
  }
  const ms = Date.now() - began;
  await expect(item).toContainText(words.t("moderation.item.nothing"));
  await expect(item).toBeFocused();
  info.annotations.push({ type: "cleared", description: `${ITEMS} items, ${pressed} keystrokes, ${Math.round(ms / 100) / 10} s` });
  console.info(`${ITEMS} items, ${pressed} keystrokes, ${ms} ms`);

  await person.open(`/moderation/items/${comment}#item`);
  await press("s", "3");
  await expect(item.locator("#facts")).toHaveValue(words.t("moderation.rules.insult.says"));
  await press("Enter");
  await done("silence", 1);
  await expect(item).toBeFocused();
  await press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Escape");
  await expect(item).toBeFocused();
});
