import { expect, test } from "vitest";
import { markdownText } from "./markdown";

test.each([
  ["Plain words.", "Plain words."],
  ["That there was *one* cable,\nand **no** other.", "That there was one cable, and no other."],
  ["> Quoted.\n\n- one\n- two `code`", "Quoted. one two code"],
  ["# A title\n\n[a link](https://example.org) and ![a picture](https://example.org/x.png)", "A title a link and a picture"],
  ["<b>not HTML</b> and an open *star", "<b>not HTML</b> and an open *star"],
  ["", ""],
])("%j in one line", (body, text) => {
  expect(markdownText(body)).toBe(text);
});
