import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../domain/blocks";
import { pictureOf } from "../media/picture";
import { fetcherOf } from "./fetch";
import { withPictures } from "./pictures";
import { aJpeg, aPng, SECRET } from "./testing/pictures";
import { aSite, aTrap, PUBLIC, type Site } from "./testing/sites";

const PNG = aPng(40, 30);
const asked: string[] = [];
let site: Site;
let most = 0;

const figure = (source: string, alternative = ""): Block => ({ kind: "figure", text: "A crane.", marks: [], sentences: [{ start: 0, end: 8 }], shape: { image: { source, alternative } } });
const url = (path: string): string => `http://a.test:${site.port}/${path}`;
const taken = (blocks: Block[], progress?: (done: number, total: number) => void) =>
  withPictures(blocks, fetcherOf({ resolve: async (host) => (host === "a.test" ? [PUBLIC] : ["127.0.0.1"]), isPublic: (address) => address === PUBLIC, ports: new Set([80, site.port]) }), progress);

beforeAll(async () => {
  let now = 0;
  site = await aSite((request, response) => {
    const [, kind = "", what = ""] = (request.url ?? "").split(/[/?]/);
    asked.push(request.url ?? "");
    most = Math.max(most, (now += 1));
    response.on("close", () => (now -= 1));
    const answer = (): void => {
      if (kind === "png") response.writeHead(200, { "content-type": "text/html" }).end(PNG);
      else if (kind === "size") response.end(aPng(20 + Number(what), 10));
      else if (kind === "bomb") response.end(aPng(20_000, 20_000));
      else if (kind === "svg") response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
      else if (kind === "html") response.writeHead(200, { "content-type": "image/png" }).end("<script>alert(1)</script>");
      else if (kind === "large") response.end(Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]));
      else if (kind === "inward") response.writeHead(302, { location: "http://127.0.0.1/" }).end();
      else response.writeHead(404).end();
    };
    setTimeout(answer, 5);
  });
});
afterAll(() => site.close());

test("a picture is fetched once, however often it is shown, and shown from here with its size", async () => {
  asked.length = 0;
  const told: [number, number][] = [];
  const { blocks, pictures, missing } = await taken([figure(url("png"), "A crane"), figure(url("png")), figure(url("png?again"))], (...how) => told.push(how));
  const hash = createHash("sha256").update(PNG).digest("hex");
  expect(asked.sort()).toEqual(["/png", "/png?again"]);
  expect(pictures).toEqual([{ hash, type: "image/png", width: 40, height: 30, bytes: PNG }]);
  expect(blocks.map(({ shape }) => shape.image)).toEqual(["A crane", "", ""].map((alternative) => ({ source: `/media/${hash}`, alternative, width: 40, height: 30 })));
  expect([missing, told]).toEqual([[], [[0, 2], [1, 2], [2, 2]]]);
});

test("what cannot be had stays a link, and it is said why", async () => {
  const trap = await aTrap("127.0.0.1");
  const sources = [url("missing"), url("svg"), url("html"), url("bomb"), url("large"), url("inward"), `http://127.0.0.1:${trap.port}/`, "ftp://a.test/a.png", "http://metadata.test/a.png"];
  const { blocks, pictures, missing } = await taken(sources.map((source) => figure(source)));
  expect(blocks.map(({ shape }) => shape.image?.source)).toEqual(sources);
  expect(missing).toEqual([
    { source: sources[0], why: { refused: "answered", host: "a.test", status: 404 } },
    { source: sources[1], why: { refused: "no-picture" } },
    { source: sources[2], why: { refused: "no-picture" } },
    { source: sources[3], why: { refused: "too-many-pixels", megapixels: 400, limit: 50 } },
    { source: sources[4], why: { refused: "too-large", bytes: 5 * 1024 * 1024 + 1, limit: 5 * 1024 * 1024 } },
    { source: sources[5], why: { refused: "address-not-public", host: "127.0.0.1" } },
    { source: sources[6], why: { refused: "address-port", port: trap.port } },
    { source: sources[7], why: { refused: "address-scheme", scheme: "ftp" } },
    { source: sources[8], why: { refused: "address-not-public", host: "metadata.test" } },
  ]);
  expect([pictures, trap.connections()]).toEqual([[], 0]);
  await trap.close();
});

test("a picture within the document is kept, and one that is none leaves only its caption", async () => {
  const [inside, broken] = [figure(`data:image/gif;base64,${PNG.toString("base64")}`, "A crane"), figure("data:image/svg+xml;base64,PHN2Zy8+")];
  const { blocks, pictures, missing } = await taken([inside, broken]);
  expect(pictures.map(({ type, width }) => [type, width])).toEqual([["image/png", 40]]);
  expect(blocks[0]?.shape.image).toMatchObject({ source: `/media/${pictures[0]?.hash}`, alternative: "A crane" });
  expect(blocks[1]).toEqual({ ...broken, shape: {} });
  expect(missing).toEqual([{ source: "data:image/svg+xml;base64,PHN2Zy8+", why: { refused: "no-picture" } }]);
});

test("forty pictures are kept, four fetched at once; the rest stay links", async () => {
  most = 0;
  const { pictures, missing } = await taken(Array.from({ length: 42 }, (_, place) => figure(url(`size/${place}`))));
  expect([pictures.length, missing.length, most]).toEqual([40, 2, 4]);
  expect(missing[0]).toEqual({ source: url("size/40"), why: { refused: "too-many-pictures", limit: 40 } });
});

test.each([
  [1, 400, 300],
  [6, 300, 400],
])("a photograph loses what its camera wrote, and keeps how it is turned: %i", (orientation, width, height) => {
  const given = aJpeg(400, 300, orientation);
  const picture = pictureOf(given);
  if ("refused" in picture) throw new Error(picture.refused);
  const text = Buffer.from(picture.bytes).toString("latin1");
  expect([given.toString("latin1").split(SECRET).length - 1, text.includes(SECRET), text.includes("ICC_PROFILE")]).toEqual([5, false, true]);
  expect([picture.type, picture.width, picture.height]).toEqual(["image/jpeg", width, height]);
  expect(imageSize(picture.bytes)).toMatchObject({ width: 400, height: 300, ...(orientation > 1 ? { orientation } : {}) });
  expect(picture.bytes.subarray(-2)).toEqual(new Uint8Array([0xff, 0xd9]));
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["words", Buffer.from("words")],
  ["the beginning of a PNG", PNG.subarray(0, 12)],
  ["a PNG without width", aPng(0, 5)],
  ["the beginning of a JPEG", aJpeg(400, 300, 1).subarray(0, 120)],
  ["a JPEG without end", Buffer.from(aJpeg(400, 300, 1).toString("latin1").split("\xff\xd9")[0] ?? "", "latin1")],
  ["SVG", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")],
  ["PDF", Buffer.from("%PDF-1.7")],
])("%s is no picture", (_, bytes) => expect(pictureOf(bytes)).toEqual({ refused: "no-picture" }));

test("fifty megapixels are taken and one line more is not", () => {
  expect(pictureOf(aPng(10_000, 5_000))).toMatchObject({ width: 10_000, height: 5_000 });
  expect(pictureOf(aPng(10_000, 5_001))).toEqual({ refused: "too-many-pixels", megapixels: 50, limit: 50 });
});
