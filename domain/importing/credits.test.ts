import { expect, test } from "vitest";
import { creditsOf, noCredits } from "./credits";

test.each([
  ["Updated: 2015-12-10 18:13", { date: "2015-12-10T18:13" }],
  ["By Jane Roe(", { byline: "Jane Roe" }],
  ["By Jane Roe (Harbour Post)", { byline: "Jane Roe", source: "Harbour Post" }],
  ["BY JANE ROE AND R. VAN DAM", { byline: "JANE ROE AND R. VAN DAM" }],
  ["By A and B", { byline: "A and B" }],
  ["By Jane Roe, Reuters | 8 May 2026", { byline: "Jane Roe, Reuters", date: "2026-05-08" }],
  ["By Jane Roe, May 8, 2026", { byline: "Jane Roe", date: "2026-05-08" }],
  ["Von Anna Schmidt und Karl Zoll", { byline: "Anna Schmidt und Karl Zoll" }],
  ["Stand: 08.05.2026 10:30 Uhr", { date: "2026-05-08T10:30" }],
  ["Source: Xinhua", { source: "Xinhua" }],
  ["来源：新华社", { source: "新华社" }],
  ["作者：王小明、李四", { byline: "王小明、李四" }],
  ["记者 王小明", { byline: "王小明" }],
  ["本报记者王小明", { byline: "王小明" }],
  ["2026年5月8日 10:30 来源：新华社 作者：王小明", { date: "2026-05-08T10:30", source: "新华社", byline: "王小明" }],
  ["harbourpost.example | Updated: 2026-05-08", { date: "2026-05-08", source: "harbourpost.example" }],
  ["(Harbour Post) Updated: 2026-05-08", { date: "2026-05-08", source: "Harbour Post" }],
])("%j", (line, credits) => expect(creditsOf(line)).toEqual({ ...noCredits, ...credits }));

test.each([
  "By contrast, the harbour grew.",
  "By Contrast the harbour grew",
  "By 2030 the harbour will have grown",
  "Von der Leyen warnt",
  "Effective Date: July 21, 2020",
  "On 8 May 2026 the council met",
  "作者认为，这不对。",
  "记者看到了海港。",
  "Sources of law",
  "",
  "---",
])("%j is no credit", (line) => expect(creditsOf(line)).toBeNull());
