/** Every page there is, as one member sees it, with something on it. */
import { importText, makeStaff, newcomer, type Person, siteUrl } from "./fixtures";

const SAMPLE = "/articles/one-network-many-capitals";

export async function allPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const comment = await page.locator("article.comment").first().getAttribute("data-comment-id");
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const compose = (await page.locator('a[href*="/compose?"]').first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  return ["/", SAMPLE, `${SAMPLE}/blocks/9`, `${SAMPLE}/threads/${thread}`, `${SAMPLE}/all`, `${SAMPLE}/threads`, `${SAMPLE}/revisions`, `${SAMPLE}/threads?order=discussed&kind=question`, `${SAMPLE}/new`, compose, "/sign-in", "/sign-up", "/sign-in/link", "/sign-in/link?sent=1", "/sign-in/forgotten", "/sign-in/reset/nothing", "/me/deleted", "/keys", "/moderation/log", "/moderation/report", `/comments/${comment}/acts`, `/comments/${comment}/report`, "/nothing-here", `${SAMPLE}x`];
}

/** A member's own, in their session. */
export const OWN_PAGES = ["/me", "/me/drafts", "/me/notices", "/me/held", "/me/reports", "/me/changed", "/me/account", "/me/account/name", "/me/account/display-name", "/me/account/address", "/me/account/password", "/me/account/delete"];

/** For who runs the place: signs in, and names them all. */
export async function administrationPages(person: Person): Promise<string[]> {
  await person.signIn((await makeStaff("administrator")).email);
  await person.open("/administration");
  const member = (await person.page.getByRole("listitem").getByRole("link").first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  await person.open(SAMPLE);
  const comment = await person.page.locator("article.comment").first().getAttribute("data-comment-id");
  return ["/administration", "/administration/members/new", "/administration/classes", "/administration/settings", "/administration/held", "/administration/mails", member, "/moderation", "/moderation/settings", `/moderation/items/${comment}`, `/moderation/items/${comment}/passages`, "/me/account/provider"];
}

/** What editors alone see of a discussion: the sample's. */
export async function answeringPages(person: Person, page = person.page): Promise<string[]> {
  await person.open(SAMPLE);
  const thread = await page.locator("section.thread").first().getAttribute("data-thread-id");
  const editor = SAMPLE.replace("/articles/", "/editor/");
  return [`${editor}/discussion`, `${editor}/threads/${thread}`, `${SAMPLE}/response`];
}

/**
 * What a decision brings about: the statement and an objection, a comment that is held, the record. Of a member who is signed in when this
 * ends (`own`), and of an administrator (`staff`).
 */
export async function decidedPages(person: Person): Promise<{ own: string[]; staff: string[] }> {
  const { page } = person;
  const asks = async (procedure: string, data: object): Promise<string> => {
    const answer = await page.request.post(`${siteUrl()}/api/trpc/${procedure}`, { data });
    if (!answer.ok()) throw new Error(`${procedure}: ${await answer.text()}`);
    return answer.text();
  };
  const [slug, who, moderator] = [await importText(`Decided ${newcomer().name}`, ["Words to answer.", "More of them."]), newcomer(), await makeStaff("administrator")];
  await person.signUp(who);
  await person.open(`/articles/${slug}`);
  const discussion = new URL((await person.commentOn(1).getAttribute("href")) ?? "", siteUrl()).searchParams.get("discussion") ?? "";
  const post = async (body: string) => /"id":"([^"]+)"/.exec(await asks("comments.post", { discussion, revision: 1, block: 1, body, key: newcomer().name }))?.[1] ?? "";
  const comment = await post("You have never sat there.");
  await person.signIn(moderator.email);
  await asks("moderation.decideComments", { act: "hide", comments: [{ id: comment }], reasons: { ground: "insult", facts: "It is about the person." } });
  const item = await (await page.request.get(`${siteUrl()}/api/trpc/moderation.item?input=${encodeURIComponent(JSON.stringify({ item: comment }))}`)).text();
  const [, decision = ""] = /"decisions":\[\{"id":"([^"]+)"/.exec(item) ?? [];
  const [, author = ""] = /"author":\{"id":"([^"]+)"/.exec(item) ?? [];
  await asks("moderation.decideMember", { act: "hold", member: author, reasons: { ground: "insult", facts: "Twice in an hour." } });
  await person.signIn(who.email);
  const appeal = /"appeal":"([^"]+)"/.exec(await asks("appeals.open", { decision, body: "It is about the argument, and I can show it." }))?.[1] ?? "";
  const held = await post("Held words.");
  return { own: [`/decisions/${decision}`, `/me/held/${held}`, "/me/held"], staff: [`/decisions/${decision}`, `/moderation/appeals/${appeal}`, `/moderation/items/${held}`, "/moderation/log/1"] };
}

/** Of a class of one's own: signs up, makes it, and names its pages. */
export async function classPages(person: Person): Promise<string[]> {
  await person.signUp();
  const made = await person.page.request.post(`${person.site}/forms/classes.make`, { form: { name: "10B", teacher: "Ms Okafor", language: "en", timeZone: "UTC", endsWith: "pseudonyms", retainUntil: `${new Date().getFullYear() + 1}-05-08` }, headers: { origin: person.site }, maxRedirects: 0 });
  const own = new URL(made.headers().location ?? "", person.site).pathname;
  await person.page.request.post(`${person.site}/forms/classes.makeCode`, { form: { class: own.split("/").at(-1) ?? "", role: "student", section: "Blue" }, headers: { origin: person.site } });
  await person.open(`${own}/people?group=teaching`);
  const place = (await person.page.locator('a[href*="/people/"]').first().getAttribute("href"))?.replace(/^\/zh/, "") ?? "";
  const article = SAMPLE.split("/").at(-1) ?? "";
  const set = await person.page.request.post(`${person.site}/forms/assignments.make`, { form: { class: own.split("/").at(-1) ?? "", article, title: "Which of the three?", groups: "count", groupNumber: "2" }, headers: { origin: person.site }, maxRedirects: 0 });
  const work = new URL(set.headers().location ?? "", person.site).pathname.replace(/\/settings$/, "");
  const student = await aGradedStudent(person, own.split("/").at(-1) ?? "", work.split("/").at(-1) ?? "");
  return [`${work}/students/${student}`, `${work}/students/${student}/grade`, `${own}/cards`, `${own}/settings`, `${work}/extensions`, `${work}/groups`, `${work}/revision`, "/classes", "/classes/new", own, `${own}/people`, place, `${own}/roster`, `${own}/codes`, `${own}/log`, `${own}/reports`, `${own}/moderation-log`, `${own}/copy`, `${own}/archive`, `${own}/end`, "/classes/certificates", work, `${work}/all`, `${work}/settings`, `${work}/students`, `${work}/grading`, `${own}/assignments/new`, `${own}/assignments/new?article=${article}`, "/join"];
}

/** Of the list, with a grade that is released and what was said with it: the id of their place. */
async function aGradedStudent({ page, site }: Person, of: string, assignment: string): Promise<string> {
  const asks = async (procedure: string, data: object): Promise<string> => (await page.request.post(`${site}/api/trpc/${procedure}`, { data })).text();
  const looks = async (procedure: string, data: object): Promise<string> => (await page.request.get(`${site}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(data))}`)).text();
  const text = "name,email\nNel Bastian,nel@example.org";
  const [, seal = ""] = /"seal":"([^"]+)"/.exec(await looks("classes.previewRoster", { class: of, source: { text } })) ?? [];
  await asks("classes.applyRoster", { class: of, text, seal });
  const [, student = ""] = /"students":\[\{"id":"([^"]+)"/.exec(await looks("grades.students", { assignment })) ?? [];
  const written = { decimals: "0", late: "each", counting: "none", points: "10", of: "posts", least: [], stepPoints: [], full: {}, weight: {}, hand: "5", rubric: "" };
  await asks("grades.saveRule", { assignment, seen: 0, written, release: "hand", releaseAt: "" });
  await asks("grades.giveMarks", { assignment, place: student, hand: "4", levels: {}, version: 0 });
  await asks("grades.say", { assignment, place: student, comment: null, text: "Well read.", version: 0 });
  await asks("grades.release", { assignment, which: "all" });
  return student;
}
