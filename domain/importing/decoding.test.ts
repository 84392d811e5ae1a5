import { expect, test } from "vitest";
import { importArticle } from "./article";
import { decode } from "./decoding";
import { textIn } from "./encodings";

/** The bytes of a text in an encoding, by asking for every byte and pair of bytes what it is. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytesOf = new Map<string, number[]>();
  for (let first = 0xff; first >= 0; first -= 1) {
    const one = textIn(Uint8Array.of(first), encoding);
    if (one !== "\uFFFD" && one !== "") bytesOf.set(one, [first]);
  }
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      const pair = textIn(Uint8Array.of(first, second), encoding);
      if (Array.from(pair).length === 1 && pair !== "\uFFFD" && !bytesOf.has(pair)) bytesOf.set(pair, [first, second]);
    }
  }
  return Uint8Array.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? fail(character, encoding)));
}

function fail(character: string, encoding: string): never {
  throw new Error(`${encoding} has no ${character}`);
}

const CHINESE = "海港需要朋友\n\n海港已经老了，在那里工作的人从来没有被问过，他们到底需要什么。\n\n“我们付钱，”他说，“他们开船走了。”这件事发生在五月，市政府什么也没有说。";
const TRADITIONAL = "海港需要朋友\n\n海港已經老了，在那裡工作的人從來沒有被問過，他們到底需要什麼。\n\n「我們付錢，」他說，「他們開船走了。」這件事發生在五月，市政府什麼也沒有說。";
const JAPANESE = "港には友が要る\n\n港は古く、そこで働く人に何が必要かを尋ねた者はいない。\n\n「私たちが払い、彼らは船で去る」と彼は言った。市は何も答えていない。";
const KOREAN = "항구에는 친구가 필요하다\n\n항구는 오래되었고, 그곳에서 일하는 사람에게 무엇이 필요한지 물은 사람은 없다.\n\n시는 이에 대해 아무 말도 하지 않았다.";
const GERMAN = "Der Hafen gehört allen\n\nNiemand hat die Bürger gefragt, und das rächt sich nun für die Größeren. Die Kräne fielen im März.\n\nDie Stadt schweigt dazu, und die Bürger zahlen weiter.";
const FRENCH = "Le port est à tous\n\nPersonne n’a demandé aux citoyens ce qu’ils en pensent ; l’été dernier, une grue a cédé. « Nous payons », dit-il, « et ils s’en vont. »\n\nLa ville n’a rien répondu jusqu’à présent, même à la presse.";
const ENGLISH = "Harbours need friends\n\nThe harbour’s friends are “old” ones — and nobody has asked them at the café.\n\nThe town has said nothing.";
const RUSSIAN = "Порт принадлежит всем\n\nНикто не спросил тех, кто в нём работает, что им нужно. Весной упал кран.\n\nГород молчит, а жители платят дальше.";
const POLISH = "Port należy do wszystkich\n\nNikt nie zapytał mieszkańców, czego potrzebują; źle się dzieje w mieście. Wiosną runął dźwig.\n\nMiasto milczy, a ludzie płacą.";

const TEXTS: [name: string, text: string, encodings: string[]][] = [
  ["Chinese", CHINESE, ["gbk", "gb18030"]],
  ["traditional Chinese", TRADITIONAL, ["big5"]],
  ["Japanese", JAPANESE, ["shift_jis", "euc-jp"]],
  ["Korean", KOREAN, ["euc-kr"]],
  ["German", GERMAN, ["windows-1252"]],
  ["French", FRENCH, ["windows-1252"]],
  ["English", ENGLISH, ["windows-1252"]],
  ["Russian", RUSSIAN, ["windows-1251", "koi8-r"]],
  ["Polish", POLISH, ["windows-1250"]],
];
const CASES = TEXTS.flatMap(([name, text, encodings]) => encodings.map((encoding): [string, string, string] => [name, encoding, text]));
const ALL = [...new Set(CASES.map(([, encoding]) => encoding))];

test.each(CASES)("%s in %s is converted, declared or not", (_, encoding, text) => {
  const bytes = encoded(text, encoding);
  const read = { text, encoding };
  expect(decode(bytes, { declared: encoding })).toEqual(read);
  expect(decode(bytes)).toEqual({ text, encoding: encoding === "gbk" ? "gb18030" : encoding });
});

test.each(CASES)("%s in %s never becomes other words, whatever is declared", (_, encoding, text) => {
  const bytes = encoded(text, encoding);
  // Which of two sets of Latin letters a few accents are of, only whoever declared it knows.
  const latin = /windows-125[02]/;
  for (const declared of [...ALL.filter((one) => !latin.test(one) || !latin.test(encoding)), "utf-8", "iso-8859-1", "nonsense"]) {
    const got = decode(bytes, { declared });
    expect(got, declared).toMatchObject({ text });
  }
});

test.each([["gb2312", "gbk"], ["GBK", "gbk"], ["latin1", "windows-1252"], ["ISO-8859-1", "windows-1252"], ["x-sjis", "shift_jis"]])("%s is a name of %s", (declared, encoding) => {
  const text = encoding === "gbk" ? CHINESE : encoding === "shift_jis" ? JAPANESE : GERMAN;
  expect(decode(encoded(text, encoding), { declared })).toEqual({ text, encoding });
});

const IN_PAGES = [
  ["<meta charset>", (charset: string, text: string) => `<!doctype html><html><head><meta charset="${charset}"></head><body><p>${text}</p></body></html>`],
  ["http-equiv", (charset: string, text: string) => `<html><head><META http-equiv=Content-Type content="text/html; charset=${charset}"></head><body><p>${text}</p></body></html>`],
  ["XML", (charset: string, text: string) => `<?xml version="1.0" encoding="${charset}"?><html><body><p>${text}</p></body></html>`],
] as const;

test.each(IN_PAGES)("a page's own word counts, if it is true: %s", (_, page) => {
  for (const [charset, text] of [["gbk", CHINESE], ["windows-1252", GERMAN]] as const) {
    const told = page(charset, text);
    expect(decode(encoded(told, charset))).toEqual({ text: told, encoding: charset });
    const wrongly = page("utf-8", text);
    expect(decode(encoded(wrongly, charset))).toMatchObject({ text: wrongly });
    const others = page(charset === "gbk" ? "iso-8859-1" : "gb2312", text);
    expect(decode(encoded(others, charset))).toMatchObject({ text: others });
  }
});

test("articles in text and in Markdown are converted, and it is said", () => {
  expect(importArticle(encoded(CHINESE, "gbk"), "detect", "gbk")).toMatchObject({ title: "海港需要朋友", language: "zh", encoding: "gbk" });
  expect(importArticle(encoded(`# ${GERMAN}`, "windows-1252"), "markdown")).toMatchObject({ title: "Der Hafen gehört allen", language: "de", encoding: "windows-1252" });
  expect(importArticle(new TextEncoder().encode(GERMAN), "detect", "iso-8859-1")).not.toHaveProperty("encoding");
});

test("UTF-16 is known by its mark, or by whoever sent it", () => {
  const little = new Uint8Array(Uint16Array.from(CHINESE, (character) => character.charCodeAt(0)).buffer);
  const big = little.map((_, at) => little[at ^ 1] ?? 0);
  expect(decode(Uint8Array.of(0xff, 0xfe, ...little))).toEqual({ text: CHINESE, encoding: "utf-16le" });
  expect(decode(Uint8Array.of(0xfe, 0xff, ...big))).toEqual({ text: CHINESE, encoding: "utf-16be" });
  expect(decode(little, { declared: "utf-16le" })).toEqual({ text: CHINESE, encoding: "utf-16le" });
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x00))).toEqual({ refused: "not-utf-8", byte: 0, tried: "utf-16le" });
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x00, 0x00))).toEqual({ refused: "not-utf-8", byte: 0, tried: "utf-16le" });
});

test.each([
  ["UTF-8 cut off at its end", [...new TextEncoder().encode(CHINESE)].slice(0, -1), 226],
  ["UTF-8 with a byte of another encoding", [...new TextEncoder().encode(GERMAN), 0xe9, 0x20], 187],
])("%s is refused with the byte's place, and is nothing else", (_, bytes, byte) => {
  expect(decode(Uint8Array.from(bytes))).toMatchObject({ refused: "not-utf-8" });
  expect(decode(Uint8Array.from(bytes), { declared: "gbk" })).toEqual({ refused: "not-utf-8", byte });
});

test("bytes that are words in no encoding are refused, with what was tried", () => {
  const noise = Uint8Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 73 + at * at * 31) % 128));
  expect(decode(noise, { declared: "gbk" })).toMatchObject({ refused: "not-utf-8", byte: 0, tried: expect.stringContaining("gbk") });
  // German in the encoding of old Macintoshes, which nothing tells.
  expect(decode(Uint8Array.from("Der Hafen geh\x9art allen, und die B\x9frger zahlen f\x9fr die Kr\x8ane.", (letter) => letter.charCodeAt(0)))).toMatchObject({ refused: "not-utf-8", byte: 13 });
});

test("quotation marks of two bytes in English are not signs of one byte", () => {
  const text = "Harbours need friends\n\nThe town said “nothing”, and then “nothing more”. Nobody has asked anybody.";
  expect(decode(encoded(text, "gbk"))).toMatchObject({ text });
});
