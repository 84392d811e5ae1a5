import { request as ask, type IncomingMessage, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { listener } from "../front/listener";
import { aPng } from "../importing/testing/pictures";
import { createArticle } from "../articles/mutations";
import { readSettings } from "../settings";
import { NOON, paragraph, refusal, uniqueName } from "../testing/world";
import { pictureOf, type Picture } from "./picture";
import { keptPicture } from "./queries";

let server: Server;
let port = 0;

function aPicture(shade: number): Picture {
  const picture = pictureOf(aPng(64, 48, shade));
  if ("refused" in picture) throw new Error(picture.refused);
  return picture;
}

const article = (pictures: Picture[]) => ({ title: uniqueName("pictured"), standfirst: null, byline: null, date: null, source: null, language: "en", blocks: [paragraph("Words.")], pictures });
const keep = (pictures: Picture[], slug: string | null = null) => createArticle({ db: database(), now: () => NOON }, article(pictures), { slug });

function send(path: string, { method = "GET", headers = {} } = {}): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
  return new Promise((done, failed) => {
    const sent = ask({ port, host: "127.0.0.1", path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", failed).end();
  });
}

beforeAll(async () => {
  server = await listener(async (_, response) => void response.writeHead(418).end(), readSettings({ PORT: "0" }), { keep: true });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(() => new Promise((done) => server.close(done)));

test("a picture is kept with its article, once, and the same bytes come back", async () => {
  const picture = aPicture(1);
  await keep([picture]);
  await keep([picture, aPicture(2)]);
  expect(await keptPicture(database(), picture.hash)).toEqual({ type: "image/png", bytes: Buffer.from(picture.bytes) });
});

test("nothing of an article that is refused is kept", async () => {
  const { slug } = await keep([]);
  const picture = aPicture(3);
  expect((await refusal(keep([picture], slug))).reason).toBe("field.slugTaken");
  expect(await keptPicture(database(), picture.hash)).toBeNull();
});

test("it is served for ever, as a picture and nothing else", async () => {
  const picture = aPicture(4);
  const { hash, bytes } = picture;
  // Asked for too soon it is missing, and only until it is there.
  expect((await send(`/media/${hash}`)).status).toBe(404);
  await keep([picture]);
  const { status, headers, body } = await send(`/media/${hash}`);
  expect([status, body]).toEqual([200, Buffer.from(bytes)]);
  expect(headers).toMatchObject({
    "content-type": "image/png",
    "content-length": String(bytes.length),
    "cache-control": "public, max-age=31536000, immutable",
    etag: `"${hash}"`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const [head, again] = [await send(`/media/${hash}`, { method: "HEAD" }), await send(`/media/${hash}`, { headers: { "if-none-match": `W/"x", "${hash}"` } })];
  expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, String(bytes.length), 0]);
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, `"${hash}"`]);
});

test.each(["0".repeat(64), "0".repeat(63), "..%2f..%2fetc%2fpasswd", "%00", "A".repeat(64), "x"])("/media/%s is missing", async (hash) => {
  const { status, headers } = await send(`/media/${hash}`);
  expect([404, 400]).toContain(status);
  expect(headers["cache-control"] ?? "no-store").toBe("no-store");
});
