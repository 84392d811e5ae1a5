import { shownJoinCode } from "../../domain/classroom/join-code";
import { expect, newcomer, test } from "../fixtures";

const PUPILS = 30;

test("a teacher makes a class, takes in a list of thirty and makes a code; a student joins by it on another device, and nobody else sees the class", async ({ person, another, words }) => {
  const { page } = person;
  const name = `10B ${newcomer().name}`;
  await person.signUp();
  await person.open("/classes");
  await page.getByRole("link", { name: words.t("classes.make") }).click();
  await page.getByLabel(words.t("classes.form.name")).fill(name);
  await page.getByLabel(words.t("classes.form.teacher")).fill("Ms Okafor");
  await page.getByLabel(words.t("classes.form.timeZone")).selectOption("Asia/Shanghai");
  await page.getByRole("radio", { name: words.t("classes.form.endings.pseudonyms") }).check();
  await page.getByRole("button", { name: words.t("classes.form.submit") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.done.made"));
  const address = new URL(page.url()).pathname.replace(/^\/zh/, "");

  await page.getByRole("link", { name: words.t("classes.places.roster"), exact: true }).first().click();
  const csv = `﻿姓名;学号;班\r\n${Array.from({ length: PUPILS }, (_, at) => `学生${at + 1};${at + 1};一班`).join("\r\n")}\r\n`;
  await page.getByLabel(words.t("classes.roster.file")).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: words.t("classes.roster.preview") }).click();
  await expect(page.getByText(words.t("classes.roster.counts.joins", { count: PUPILS }))).toBeVisible();
  await page.getByRole("button", { name: words.t("classes.roster.apply") }).click();
  await expect(page.getByRole("status")).toHaveText(words.t("classes.roster.sayDone", { joined: PUPILS, left: 0, changed: 0, waiting: 0 }));
  await page.getByLabel(words.t("classes.roster.text")).fill("name,email\nAda,nonsense");
  await page.getByRole("button", { name: words.t("classes.roster.preview") }).click();
  await expect(page.getByText(words.t("refusals.field.notAnAddress"))).toBeVisible();

  await page.getByRole("link", { name: words.t("classes.places.codes"), exact: true }).click();
  await page.getByRole("button", { name: words.t("classes.codes.new") }).click();
  const link = (await page.getByRole("link", { name: /\/join\// }).getAttribute("href")) ?? "";
  await expect(page.getByRole("heading", { name: shownJoinCode(link.split("/").at(-1) ?? "") })).toBeVisible();

  const student = await another();
  await student.page.goto(student.site + link);
  await student.page.getByRole("link", { name: words.t("signUp.title") }).click();
  await student.fillSignUp(newcomer());
  await expect(student.page.getByRole("heading", { level: 1 })).toHaveText(words.t("classes.join.classTitle", { name }));
  await student.page.getByLabel(words.t("classes.join.name")).fill("Ada Obi");
  await student.page.getByRole("button", { name: words.t("classes.join.join"), exact: true }).click();
  await expect(student.page.getByRole("status")).toHaveText(words.t("classes.done.joined"));

  await page.reload();
  await expect(page.getByText("Ada Obi")).toBeVisible();
  const outsider = await another();
  await outsider.signUp();
  await outsider.open(address);
  await expect(outsider.page.getByText(words.t("refusals.noSuch.page"))).toBeVisible();
  await outsider.open("/join");
  await outsider.page.getByLabel(words.t("classes.join.code")).fill("2222-2222");
  await outsider.page.getByRole("button", { name: words.t("classes.join.submit") }).click();
  await expect(outsider.page.getByText(words.t("refusals.noSuch.joinCode"))).toBeVisible();
});
