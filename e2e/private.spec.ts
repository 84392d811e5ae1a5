/**
 * What a class says stays in it, over the wire: those of the class ask for every page they are led to, through a proxy that many share; then everybody
 * else asks for the same, as pages, as parts of pages and ahead of a reader, and sends the forms that were on them.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { startServer } from "../scripts/test/server-process";
import { type Answered, Crawler, type SentForm, WAYS } from "./crawling";
import { expect, importArticle, makeStaff, newcomer, test } from "./fixtures";
import { generousRates } from "./server";
import { sharedCache } from "./shared-cache";

/** In all that is the class's own; and in what a gate hides. */
const [CANARY, BEHIND] = ["Kanarienvogel", "Hinterdemtor"];

/** Addresses that need no id, found from the files that answer them. */
const everywhere = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /^route\.tsx?$/.test(path.basename(file)))
  .map((file) => path.join("/", path.dirname(file)))
  .filter((address) => !/\[|^\/(api|setup|sign-in\/oidc)/.test(address));

function told(answers: readonly Answered[], word: string): string[] {
  return answers.filter(({ text }) => text.includes(word)).map(({ how, path: at }) => `${how} ${at}`);
}

/** What was written on the form is the sender's own: an answer that says it back tells nothing. */
function blank({ action, fields }: SentForm): SentForm {
  return { action, fields: fields.map(([name, value]) => [name, value.replaceAll(CANARY, "bird").replaceAll(BEHIND, "gate")]) };
}

test("a class is told to nobody else: by no page, part, form, file, mail or line of the log, with a cache between", async () => {
  test.setTimeout(600_000);
  const settings = { DATA_DIR: process.env.ERRANDS_DATA ?? "", DATABASE_URL: process.env.ERRANDS_DATABASE ?? "", AUTH_SECRET: process.env.ERRANDS_SECRET ?? "", LOG_LEVEL: "debug", ...generousRates };
  const server = await startServer(settings);
  let logged = "";
  for (const stream of [server.child.stdout, server.child.stderr]) stream?.on("data", (chunk: Buffer) => (logged += chunk.toString()));
  const cache = await sharedCache(server.url);
  const somebody = (): Crawler => new Crawler(cache.url, server.url);
  try {
    const slug = await importArticle(`Read in class ${newcomer().name}`, 3);
    const [teacher, peer, gated, member, rival] = await Promise.all(Array.from({ length: 5 }, () => somebody().signUp(newcomer().name)));
    if (!teacher || !peer || !gated || !member || !rival) throw new Error("nobody came");
    const staff = await Promise.all((["moderator", "editor", "administrator"] as const).map(async (role) => somebody().signIn((await makeStaff(role)).email)));
    const year = new Date().getFullYear() + 1;
    const made = { language: "en", timeZone: "UTC", endsWith: "pseudonyms", retainUntil: `${year}-05-08` };
    const { id: of } = await teacher.act<{ id: string }>("classes.make", { name: `${CANARY} 10B`, teacher: `Ms ${CANARY}`, ...made });
    await rival.act("classes.make", { name: "Another class", teacher: "Mr Obi", ...made });
    const { code: joinCode } = await teacher.act<{ code: string }>("classes.makeCode", { class: of, role: "student" });
    for (const [at, student] of [peer, gated].entries()) await student.act("classes.join", { code: joinCode, name: `${CANARY} pupil ${at}` });
    const none = { opensAt: "", commentsDueAt: "", repliesDueAt: "", cutOffAt: "", takesLate: false, offADay: "", least: "", comments: "1", replies: "", passages: "", words: "", leastWords: "", kinds: [], gateAt: "" };
    const wish = { ...none, title: `${CANARY} title`, instructions: `${CANARY} instructions`, followsNewest: false, gate: "after", gateOwn: "1", prompts: [{ block: "1", text: `${CANARY} prompt` }] };
    const { id: work } = await teacher.act<{ id: string }>("assignments.make", { class: of, article: slug, wish });
    await teacher.act("assignments.set", { assignment: work });
    const { text: front } = await peer.ask(`/assignments/${work}`);
    const discussion = /discussion=([\w-]+)/.exec(front)?.[1] ?? "";
    const posted = await peer.act<{ id: string }>("comments.post", { discussion, revision: 1, block: 1, body: `${CANARY} ${BEHIND} words of a peer.`, key: newcomer().name });

    // Those of the class see it all, and leave it in whatever keeps answers.
    const isOfTheClass = (address: string): boolean => [of, work, joinCode, posted.id, discussion].some((id) => id !== "" && address.includes(id));
    const inside = await Promise.all([teacher, peer].map((one) => one.crawl([...everywhere, `/classes/${of}`, `/assignments/${work}`], isOfTheClass)));
    const seen = inside.flatMap(({ pages }) => pages);
    expect(told(seen, BEHIND).length).toBeGreaterThan(10);
    // Who has the code is invited, and told to what.
    const addresses = [...new Set(seen.map((page) => page.path))].filter((address) => !address.includes(joinCode));
    const forms = inside.flatMap((one) => one.forms).filter(({ action }) => !/sign-out|account|sessions/i.test(action)).map(blank);
    expect(forms.length).toBeGreaterThan(10);

    const visitor = somebody();
    for (const who of [visitor, member, rival, ...staff]) {
      const answers: Answered[] = [];
      for (const how of who === visitor || who === member ? Object.keys(WAYS) : ["page"]) for (const address of addresses) answers.push(await who.ask(address, how));
      expect(told(answers, CANARY)).toEqual([]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    }
    for (const who of [visitor, member, rival]) {
      const answers: Answered[] = [];
      for (const { action, fields } of forms) answers.push(await who.send(action, fields));
      expect(told(answers, CANARY)).toEqual([]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    }
    const before: Answered[] = [];
    for (const how of Object.keys(WAYS)) for (const address of addresses) before.push(await gated.ask(address, how));
    expect(told(before, BEHIND)).toEqual([]);
    expect(told(before, `${CANARY} prompt`).length).toBeGreaterThan(0);

    // The proxy did keep what all may see, and gave it away again.
    expect(cache.hits()).toBeGreaterThan(0);
    expect(logged).not.toContain(CANARY);
    expect(logged).not.toContain(BEHIND);
    expect(logged).toContain("noSuch.page");
    const mails = path.join(settings.DATA_DIR, "outbox");
    const sent = readdirSync(mails).map((file) => readFileSync(path.join(mails, file), "utf8"));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter((mail) => mail.includes(CANARY))).toEqual([]);
    await gated.act("comments.post", { discussion, revision: 1, block: 1, body: "My own, by which the gate opens.", key: newcomer().name });
    expect((await gated.ask(`/assignments/${work}/all`)).text).toContain(BEHIND);
  } finally {
    cache.stop();
    await server.stop();
  }
});
