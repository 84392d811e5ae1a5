import { expect, importArticle, importText, newcomer, PASSWORD, siteUrl, test } from "./fixtures";

const AWKWARD = [
  "<script>window.executed = 1</script>",
  "<img src=x onerror='window.executed = 1'>",
  "\"><svg onload=window.executed=1>",
  "[press](javascript:window.executed=1)",
  "![picture](https://elsewhere.example/x.png)",
  "<javascript:window.executed=1>",
  "`</textarea><script>window.executed = 1</script>`",
  "'; drop table comment; --",
  "${7*7}{{7*7}}<%= 7*7 %>",
  "__proto__",
  "constructor",
  "null",
  "a\u0000b",
  "a\u0007b",
  "\u202egnp.exe",
  "\u200b\u2060\ufeff",
  "e\u0301".repeat(50) + "\u0300".repeat(200),
  "👩‍👩‍👧‍👦🏳️‍🌈\u{e0067}",
  "שלום مرحبا 你好",
  "x".repeat(5_000),
  "字".repeat(20_001),
  "line one\r\nBcc: somebody@example.org\r\n\r\nline",
  "> ".repeat(9_000),
  "[".repeat(9_000),
  "%00%ff%",
  "../../../../etc/passwd",
];

declare global {
  interface Window {
    executed?: number;
  }
}

test.use({ bypassCSP: true });

test("no awkward string gives an error of ours in any field, and none is executed where it is shown", async ({ person, page }) => {
  const slug = await importArticle(`Awkwardly answered ${newcomer().name}`);
  test.setTimeout(120_000);
  await person.signUp();
  const article = await (await page.request.get(`${siteUrl()}/articles/${slug}`)).text();
  const discussion = /discussion=([0-9a-f-]+)/.exec(article)?.[1] ?? "";
  const post = async (name: string, form: Record<string, string>): Promise<void> => {
    const answer = await page.request.post(`${siteUrl()}/forms/${name}`, { form, maxRedirects: 0 });
    expect(answer.status(), `${name}: ${JSON.stringify(form).slice(0, 200)}`).toBeLessThan(500);
  };
  for (const text of AWKWARD) {
    const place = { discussion, revision: "1", block: "20", key: `key ${newcomer().name}` };
    await post("comments.post", { ...place, body: text });
    for (const field of ["discussion", "revision", "block", "parent", "kind", "key"]) await post("comments.post", { ...place, body: "Sound.", [field]: text });
    await post("comments.edit", { comment: text, version: text, body: text, kind: text, key: text });
    await post("comments.delete", { comment: text });
    await post("reading.markAll", { discussion, slug: text, until: text });
    await post("sessions.end", { session: text });
    await post("setup", { token: text, name: text, email: text, password: text });
    await post(encodeURIComponent(text).slice(0, 300), { body: text });
  }
  for (const address of [`/articles/${slug}`, `/articles/${slug}/blocks/20`, `/articles/${slug}/all`, `/articles/${slug}/threads`, "/me"]) {
    await person.open(address);
    expect(await page.evaluate(() => window.executed), address).toBeUndefined();
    expect(await page.locator("main img, main [onload], main [onerror], main a[href^='javascript:']").count(), address).toBe(0);
  }
});

test("no awkward string in an editor's fields gives an error of ours, and none is executed where it is shown", async ({ person, page }) => {
  test.setTimeout(480_000);
  const slug = await importText(`For awkward strings ${newcomer().name}`, ["First words. And more.", "![](https://example.org/a.png)"], ["--draft"]);
  const published = await importText(`To be withdrawn ${newcomer().name}`, ["Words."]);
  await person.signInAsEditor();
  const post = async (name: string, form: Record<string, string>): Promise<void> => {
    const answer = await page.request.post(`${siteUrl()}/forms/${name}`, { form, maxRedirects: 0 });
    expect(answer.status(), `${name}: ${JSON.stringify(form).slice(0, 200)}`).toBeLessThan(500);
  };
  const seen = async () => {
    const html = await (await page.request.get(`${siteUrl()}/editor/${slug}`)).text();
    const blocks = [...html.matchAll(/data-edited="([\w-]+)"/g)].map(([, id = ""]) => id);
    return { of: slug, version: /data-draft="(\d+)"/.exec(html)?.[1] ?? "", first: blocks[0] ?? "", last: blocks.at(-1) ?? "" };
  };
  for (const text of AWKWARD) {
    await post("articles.import", { text, language: text });
    const head = { title: "Sound", standfirst: "", byline: "", date: "", source: "", language: "en", slug };
    for (const field of ["title", "standfirst", "byline", "date", "source", "language", "slug", "version"]) {
      const { of, version } = field === "title" || field === "source" ? await seen() : { of: slug, version: "0" };
      await post("editing.saveHead", { ...head, of, version, [field]: text === "null" || text === "constructor" ? `${text} ` : text });
    }
    const now = await seen();
    await post("editing.reword", { of: now.of, version: now.version, block: now.first, text });
    await post("editing.describe", { ...(await seen()), block: now.last, alternative: text });
    for (const act of ["join", "split", "retype", "drop", "keep", "reword", "describe", "takeIn", "undo", "redo", "publish", "discard"]) await post(`editing.${act}`, { of: text, version: text, block: text, at: text, kind: text, which: text, after: text });
    await post("editing.retype", { ...(await seen()), block: now.first, kind: text });
    await post("editing.rename", { of: published, slug: text === "null" || text === "constructor" ? "Not One" : text });
    await post("editing.withdraw", { of: published, why: text });
    await page.goto(`${siteUrl()}/articles/${published}`);
    expect(await page.evaluate(() => window.executed), text).toBeUndefined();
    await post("editing.restore", { of: published });
    for (const address of [`/editor/${encodeURIComponent(text).slice(0, 500)}`, `/editor/${slug}/blocks/${encodeURIComponent(text).slice(0, 500)}`, `/editor/${slug}?at=${encodeURIComponent(text).slice(0, 500)}&page=${encodeURIComponent(text).slice(0, 500)}`, `/editor?drafts=${encodeURIComponent(text).slice(0, 500)}&articles=${encodeURIComponent(text).slice(0, 500)}`]) {
      expect((await page.request.get(siteUrl() + address)).status(), address).toBeLessThan(500);
    }
  }
  for (const address of ["/editor", `/editor/${slug}`]) {
    await person.open(address);
    expect(await page.evaluate(() => window.executed), address).toBeUndefined();
    expect(await page.locator("main [onload], main [onerror], main a[href^='javascript:']").count(), address).toBe(0);
  }
});

test("no awkward string in an account's fields gives an error of ours", async ({ page }) => {
  test.setTimeout(120_000);
  for (const text of AWKWARD) {
    const { name, email } = newcomer();
    for (const wrong of [{ name: text }, { email: text }, { password: text }, { next: text }]) {
      const answer = await page.request.post(`${siteUrl()}/forms/sign-up`, { form: { name, email, password: PASSWORD, next: "/", ...wrong }, maxRedirects: 0 });
      expect(answer.status(), JSON.stringify(wrong).slice(0, 100)).toBeLessThan(500);
      const location = answer.headers()["location"] ?? "/";
      expect(location, text).toMatch(/^\/(?!\/)/);
    }
  }
});

test("no awkward address gives an error of ours", async ({ request }) => {
  for (const text of [...AWKWARD, "%E0", "%ff%fe", "a%0d%0ab"]) {
    const part = text.startsWith("%") ? text : encodeURIComponent(text).slice(0, 2_000);
    for (const address of [`/articles/${part}`, `/articles/${part}/blocks/${part}`, `/articles/one-network-many-capitals/threads/${part}`, `/articles/one-network-many-capitals/threads?by=${part}`, `/articles/one-network-many-capitals/threads?order=newest&after=${part}`, `/articles/${part}/new`, `/comments/${part}`, `/comments/${part}/acts`, `/?after=${part}`, `/compose?discussion=${part}&block=${part}`, `/sign-in?next=${part}`, `/setup?token=${part}`, `/api/trpc/articles.view?input=${part}`]) {
      expect((await request.get(siteUrl() + address, { maxRedirects: 0 })).status(), address.slice(0, 200)).toBeLessThan(500);
    }
  }
});
