import { expect, importText, makeStaff, newcomer, type Person, siteUrl, test } from "../fixtures";

/** As the pages' forms send it: where it led. */
async function sends({ page }: Person, form: string, fields: Record<string, string>): Promise<string> {
  const answer = await page.request.post(`${siteUrl()}/forms/${form}`, { form: fields, headers: { origin: siteUrl() }, maxRedirects: 0 });
  expect(answer.status(), form).toBe(303);
  return new URL(answer.headers().location ?? "", siteUrl()).pathname;
}

async function asks({ page }: Person, procedure: string, data: object, how: "get" | "post" = "post"): Promise<string> {
  const at = `${siteUrl()}/api/trpc/${procedure}`;
  const answer = how === "post" ? await page.request.post(at, { data }) : await page.request.get(`${at}?input=${encodeURIComponent(JSON.stringify(data))}`);
  expect(answer.status(), procedure).toBe(200);
  return answer.text();
}

test("a student reports in a class, its teacher hides, the author objects and a moderator who sees that case alone gives it back", async ({ person: teacher, another, words }) => {
  const { page } = teacher;
  const [said, why] = [`Nonsense, ${newcomer().name}.`, `It is about the person, ${newcomer().name}.`];
  const [author, reporter, moderator] = [await another(), await another(), await another()];
  const slug = await importText(`Read in class ${newcomer().name}`, ["Words to answer.", "More of them."]);
  await teacher.signUp();
  const room = await sends(teacher, "classes.make", { name: "10B", teacher: "Ms Okafor", language: "en", timeZone: "UTC", endsWith: "pseudonyms", retainUntil: `${new Date().getFullYear() + 1}-05-08` });
  const id = room.split("/").at(-1) ?? "";
  const code = /"code":"([^"]+)"/.exec(await asks(teacher, "classes.makeCode", { class: id, role: "student" }))?.[1] ?? "";
  await sends(teacher, "assignments.make", { class: id, article: slug, title: "Read this", set: "1" });
  for (const [who, name] of [[author, "Ada Obi"], [reporter, "Bo Lin"]] as const) {
    await who.signUp();
    await sends(who, "classes.join", { code, name });
  }
  await author.open(room);
  await author.page.getByRole("link", { name: "Read this" }).click();
  await author.write(author.commentOn(1), said);
  await expect(author.comment(said)).toBeVisible();
  const comment = (await author.comment(said).getAttribute("data-comment-id")) ?? "";

  await reporter.open(`/comments/${comment}/report`);
  await reporter.page.getByRole("radio", { name: words.t("moderation.rules.insult.name") }).check();
  await reporter.page.getByRole("button", { name: words.t("report.submit") }).click();
  await expect(reporter.page.getByText(words.t("notices.reported.saysInClass"))).toBeVisible();

  await teacher.open(room);
  await page.getByRole("link", { name: words.t("classes.reports.waits", { count: 1 }) }).click();
  await page.getByRole("link", { name: said }).click();
  await expect(page.getByRole("main")).toContainText("Bo Lin");
  await page.getByRole("radio", { name: words.t("moderation.acts.remove.name") }).check();
  await page.getByLabel(words.t("classes.reports.why")).fill(why);
  await page.getByRole("button", { name: words.t("classes.reports.decide") }).click();
  await expect(page.getByRole("status")).toContainText(words.t("moderation.done.says.remove", { count: 1 }));
  await expect(page.getByText(words.t("classes.reports.none"))).toBeVisible();

  const decision = /"decisions":\[\{"id":"([^"]+)"/.exec(await asks(teacher, "classReports.case", { class: id, item: comment }, "get"))?.[1] ?? "";
  await author.open(`/decisions/${decision}`);
  await expect(author.page.getByRole("main")).toContainText(why);
  await author.page.getByLabel(words.t("statement.objectBody")).fill("It is about the argument.");
  await author.page.getByRole("button", { name: words.t("statement.objectSend") }).click();
  await expect(author.page.getByRole("status")).toContainText(words.t("statement.open"));

  await moderator.signIn((await makeStaff("moderator")).email);
  const appeal = /"appeal":"([^"]+)"/.exec(await asks(author, "appeals.open", { decision, body: "It is about the argument." }))?.[1] ?? "";
  await moderator.open(`/moderation/appeals/${appeal}`);
  await expect(moderator.page.getByRole("main")).toContainText(said);
  await expect(moderator.page.getByRole("main")).not.toContainText("Bo Lin");
  await moderator.page.getByLabel(words.t("appeals.reverse")).check();
  await moderator.page.getByRole("button", { name: words.t("appeals.submit") }).click();
  await expect(moderator.page.getByRole("status")).toHaveText(words.t("appeals.done"));

  await reporter.open(`/comments/${comment}`);
  await expect(reporter.comment(said)).toBeVisible();
  await teacher.open(`${room}/moderation-log`);
  await expect(page.getByRole("listitem").filter({ hasText: words.t("publicLog.acts.restore") })).toBeVisible();
  await teacher.open(`${room}/log`);
  await expect(page.getByText(words.t("classes.log.objection")).first()).toBeVisible();
});
