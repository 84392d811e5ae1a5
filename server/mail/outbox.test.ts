/** The outbox against a real mail server that takes mails, puts them off, refuses them, falls silent, and dies. */
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { eq } from "drizzle-orm";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { v7 as newId } from "uuid";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { database } from "../../db/client";
import { outbox } from "../../db/schema/events";
import { writeTogether } from "../../db/write-together";
import { later, NOON } from "../testing/world";
import { sendDue } from "./outbox";
import { smtpTransport } from "./smtp-transport";

const SITE = new URL("https://discussion.example");
const FROM = "no-reply@discussion.example";
/** Short where silence is waited for. */
const PATIENCE = { connection: 500, greeting: 500, silence: 500 };

const CONTENT = { name: "wren <b>", link: "https://discussion.example/sign-in/confirm/secret", hours: "24" };

type Received = { to: string[]; raw: string };

beforeEach(() => writeTogether((w) => [w.delete(outbox)]));

async function aMail(to = "wren@example.org", language = "en"): Promise<string> {
  const id = newId();
  await writeTogether((w) => [w.insert(outbox).values({ id, kind: "welcome", to, language, content: CONTENT, createdAt: NOON, dueAt: NOON })]);
  return id;
}

const rowOf = async (id: string) => (await database().select().from(outbox).where(eq(outbox.id, id)))[0];
const sendAt = (url: string, seconds: number) => sendDue(smtpTransport(url, FROM, PATIENCE), SITE, () => later(seconds));

/** A server that keeps what it takes. */
async function aServer(options: SMTPServerOptions = {}): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
        done();
      });
    },
    ...options,
  });
  const listening = server.listen(0, "127.0.0.1");
  await new Promise<void>((done) => listening.once("listening", done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return { url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`, received };
}

/** A server made by hand, for what none does on purpose. */
async function aRawServer(talk: (socket: Socket) => void): Promise<string> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    talk(socket);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  });
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function failure(code: number): Error {
  return Object.assign(new Error("not now"), { responseCode: code });
}

test("a mail goes out once, as text and as HTML, to one address", async () => {
  const { url, received } = await aServer();
  const id = await aMail();
  await sendAt(url, 0);
  await sendAt(url, 3600);
  expect(received).toHaveLength(1);
  const [{ to, raw } = { to: [], raw: "" }] = received;
  expect(to).toEqual(["wren@example.org"]);
  expect(raw).toContain(`Message-ID: <${id}@discussion.example>`);
  expect(raw).toMatch(/Content-Type: text\/plain/);
  expect(raw).toMatch(/Content-Type: text\/html/);
  expect(raw.slice(raw.indexOf("text/html"))).not.toContain("<b>");
  expect(await rowOf(id)).toMatchObject({ sentAt: NOON, attempts: 1 });
});

test("a Chinese mail says so in Chinese", async () => {
  const { url, received } = await aServer();
  await aMail("wren@example.org", "zh");
  await sendAt(url, 0);
  expect(received[0]?.raw).toMatch(/Subject: =\?UTF-8\?[BQ]\?/);
});

test("put off by the server it goes later, and once", async () => {
  let isBusy = true;
  const { url, received } = await aServer({ onRcptTo: (_, __, done) => done(isBusy ? failure(451) : null) });
  const id = await aMail();
  await sendAt(url, 0);
  expect(await rowOf(id)).toMatchObject({ sentAt: null, givenUpAt: null, attempts: 1, dueAt: later(60) });
  isBusy = false;
  await sendAt(url, 59);
  expect(received).toHaveLength(0);
  await sendAt(url, 60);
  expect(received).toHaveLength(1);
});

test("refused for good it is given up, and others go on", async () => {
  const { url, received } = await aServer({ onRcptTo: ({ address }, _, done) => done(address.startsWith("nobody") ? failure(550) : null) });
  const [refused, taken] = [await aMail("nobody@example.org"), await aMail()];
  await sendAt(url, 0);
  expect(await rowOf(refused)).toMatchObject({ sentAt: null, givenUpAt: NOON, attempts: 1 });
  expect(await rowOf(taken)).toMatchObject({ sentAt: NOON });
  expect(await sendAt(url, 24 * 3600)).toBe(0);
  expect(received).toHaveLength(1);
});

test("a server that hangs, or is not there, costs a try and loses nothing", async () => {
  const silent = await aRawServer(() => undefined);
  const id = await aMail();
  await sendAt(silent, 0);
  expect(await rowOf(id)).toMatchObject({ sentAt: null, attempts: 1 });
  await sendAt("smtp://127.0.0.1:1", 60);
  expect(await rowOf(id)).toMatchObject({ sentAt: null, attempts: 2, dueAt: later(60 + 120) });
  const { url, received } = await aServer();
  await sendAt(url, 180);
  expect(received).toHaveLength(1);
});

test("a server that dies in the midst of the text gets the same mail again, under the same name", async () => {
  const dying = await aRawServer((socket) => {
    socket.write("220 here\r\n");
    socket.on("data", (data: Buffer) => {
      if (data.toString().startsWith("DATA")) socket.write("354 go on\r\n", () => socket.destroy());
      else socket.write("250 fine\r\n");
    });
  });
  const { url, received } = await aServer();
  const id = await aMail();
  await sendAt(dying, 0);
  await sendAt(url, 60);
  expect(received).toHaveLength(1);
  expect(received[0]?.raw).toContain(`<${id}@discussion.example>`);
});

test("two workers send each mail once", async () => {
  const { url, received } = await aServer();
  for (let count = 0; count < 10; count += 1) await aMail(`wren${count}@example.org`);
  await Promise.all([sendAt(url, 0), sendAt(url, 0)]);
  expect(received.map(({ to }) => to[0]).sort()).toEqual(Array.from({ length: 10 }, (_, count) => `wren${count}@example.org`));
});

test("what a mail said, its link too, is kept until it is gone or given up, and no longer", async () => {
  let isBusy = true;
  const { url, received } = await aServer({ onRcptTo: ({ address }, _, done) => done(address.startsWith("nobody") ? failure(550) : isBusy ? failure(451) : null) });
  const [refused, taken] = [await aMail("nobody@example.org"), await aMail()];
  await sendAt(url, 0);
  expect([(await rowOf(refused))?.content, (await rowOf(taken))?.content]).toEqual([{}, CONTENT]);
  isBusy = false;
  await sendAt(url, 60);
  expect(received[0]?.raw.replace(/=\r\n/g, "")).toContain("/sign-in/confirm/secret");
  expect((await rowOf(taken))?.content).toEqual({});
});

test("what is not one plain address never reaches a server", async () => {
  const { url, received } = await aServer();
  await aMail("wren@example.org, other@example.org");
  await sendAt(url, 0);
  expect(received).toHaveLength(0);
});
