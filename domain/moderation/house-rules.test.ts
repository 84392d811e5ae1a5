import { expect, test } from "vitest";
import en from "../../messages/en.json";
import zh from "../../messages/zh.json";
import { categories, grounds, houseRules, isHouseRule, numberOf, severities } from "./house-rules";

test("rules keep their numbers", () => {
  expect(houseRules.map((rule) => `${numberOf(rule)} ${rule}`)).toEqual(["1 off-subject", "2 falsehood-as-fact", "3 insult", "4 hatred", "5 threat", "6 personal-data", "7 advertising", "8 repetition"]);
});

test.each(grounds.map((ground) => [ground]))("%s says in both languages what it asks", (ground) => {
  for (const messages of [en, zh]) {
    const { name, says } = messages.moderation.rules[ground];
    expect([name.length >= 2, says.length > name.length]).toEqual([true, true]);
  }
});

test("every ground has a severity and a category", () => {
  expect(grounds.filter((ground) => !(severities[ground] >= 1 && severities[ground] <= 3 && categories[ground].startsWith("STATEMENT_CATEGORY_")))).toEqual([]);
});

test("the law is a ground and no rule of the house", () => {
  expect([isHouseRule("insult"), isHouseRule("law"), isHouseRule("toString")]).toEqual([true, false, false]);
});
