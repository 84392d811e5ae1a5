import { expect, test } from "vitest";
import { slice } from "../blocks";
import { creditIn } from "./caption";

test.each([
  ["A crane at night, on Dec 7, 2015. [Photo/Harbour News]", "Photo/Harbour News"],
  ["A crane 🏗️ at night. (Photo: AP)", "Photo: AP"],
  ["A crane. Photo by Jane Roe", "Photo by Jane Roe"],
  ["A crane. Photo: Jane Roe/Harbour Post", "Photo: Jane Roe/Harbour Post"],
  ["Photo: AP", "Photo: AP"],
  ["Ein Kran im Hafen. (Foto: dpa)", "Foto: dpa"],
  ["Ein Kran im Hafen. Foto: Karl Zoll", "Foto: Karl Zoll"],
  ["海港夜景。图/海港报", "图/海港报"],
  ["海港夜景（图片来源：海港报）", "图片来源：海港报"],
  ["海港夜景。新华社记者 王小明 摄", "新华社记者 王小明 摄"],
  ["海港夜景（王小明 摄）", "王小明 摄"],
  ["Cranes (Jane Roe/Reuters)", "Jane Roe/Reuters"],
])("%j ends with its credit", (caption, credit) => {
  const span = creditIn(caption);
  expect(span && slice(caption, span)).toBe(credit);
});

test.each([
  "She sold the photo by Jane Roe to the museum.",
  "He spoke of a picture (see the photographs).",
  "The council met (again).",
  "拍摄于海港。",
  `${"long ".repeat(300)}[Photo/AP]`,
  "",
])("%j is no caption", (text) => expect(creditIn(text)).toBeNull());
