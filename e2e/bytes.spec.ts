import { expect, siteUrl, test } from "./fixtures";
import { allPages } from "./pages";

const ARTICLE = "/articles/one-network-many-capitals";

test("a public page is the same bytes for a visitor and for a member", async ({ person, request }) => {
  await person.signUp();
  for (const address of ["/", ARTICLE, `${ARTICLE}/blocks/9`, `${ARTICLE}/threads?order=newest`, `${ARTICLE}/revisions`, `/zh${ARTICLE}`]) {
    // Other tests publish meanwhile: a page that was another before and after says nothing, and is asked for again.
    await expect(async () => {
      const before = await request.get(siteUrl() + address);
      const asMember = await person.page.request.get(siteUrl() + address);
      const after = await request.get(siteUrl() + address);
      expect(await after.text(), `${address} changed`).toBe(await before.text());
      expect(await asMember.text(), address).toBe(await after.text());
      expect(after.headers()["set-cookie"], address).toBeUndefined();
    }).toPass({ timeout: 30_000 });
  }
});

test("another reader sees a comment in the very next view", async ({ person, request, slug, number }) => {
  await person.signUp();
  await request.get(`${siteUrl()}/articles/${slug}`);
  for (let count = 1; count <= 5; count += 1) {
    await person.open(`/articles/${slug}`);
    if (count > 1) await person.openBlock(number);
    const text = `Seen at once, number ${count} of ${slug}.`;
    await person.write(person.commentOn(number), text);
    await expect(person.comment(text).first()).toBeVisible();
    expect(await (await request.get(`${siteUrl()}/articles/${slug}`)).text()).toContain(text);
  }
});

test("a reader's own page is never kept", async ({ person }) => {
  await person.signUp();
  const [mine, form] = [await person.page.request.get(`${siteUrl()}/me`), await person.page.request.get(`${siteUrl()}/sign-in`)];
  for (const answer of [mine, form]) expect(answer.headers()["cache-control"]).toContain("no-store");
});

test("no page asks another site for anything, and none complains", async ({ person, page }) => {
  const [elsewhere, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => !request.url().startsWith(siteUrl()) && !request.url().startsWith("data:") && elsewhere.push(request.url()));
  page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await person.signUp();
  for (const address of await allPages(person)) await person.open(address);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a post from another site changes nothing", async ({ person, slug }) => {
  await person.signUp();
  const page = await (await person.page.request.get(`${siteUrl()}/articles/${slug}`)).text();
  const discussion = /discussion=([0-9a-f-]+)/.exec(page)?.[1] ?? "";
  const form = { discussion, revision: "1", block: "1", body: "From elsewhere.", key: "a key from elsewhere" };
  const crossings: Record<string, string>[] = [{ origin: "https://elsewhere.example" }, { "sec-fetch-site": "cross-site" }];
  for (const headers of crossings) {
    expect((await person.page.request.post(`${siteUrl()}/forms/comments.post`, { form, headers })).status()).toBe(403);
  }
  expect(await (await person.page.request.get(`${siteUrl()}/articles/${slug}`)).text()).not.toContain("From elsewhere.");
});

test("what is too large is refused, whatever its length header says", async ({ request }) => {
  const body = `body=${"x".repeat(256 * 1024 + 1)}`;
  const answer = await request.post(`${siteUrl()}/forms/comments.post`, { data: body, headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect(answer.status()).toBe(413);
});
