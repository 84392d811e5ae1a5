/** An archive of a class opens without this place, and says no more than who made it may read. */
import JSZip from "jszip";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { writtenRule } from "../domain/classroom/rule-form";
import { settings } from "../server/settings";
import { aClass, anAssignment } from "../server/testing/classroom";
import { aKey, asks, contextOf, refusal } from "../server/testing/world";
import { archiveOf } from "./_asking/archive";
import { recordFile } from "./_asking/record-file";
import { wordsOf } from "./_ui/words";

vi.mock("./_ui/assets", () => ({ asset: (name: string) => `/a/${name}`, assetIfAny: (name: string) => `/a/${name}` }));

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

const words = wordsOf("en");
/** What a browser would fetch; links that are pressed are no requests. */
const FETCHED = /<script|<link|<iframe|src="(?!data:)|url\(|@import/;

async function aTerm() {
  const room = await aClass({ students: 2 });
  const [one] = room.students;
  if (!one) throw new Error("a student is missing");
  const work = await anAssignment(room, { pseudonyms: true, prompts: ["What does it say?"] });
  const ask = asks(one.reader);
  const { view } = await ask.assignments.view({ assignment: work.id });
  for (const body of ["It says **one** thing.", "<script>alert(1)</script> and another."]) await ask.comments.post({ discussion: view.head.discussionId, revision: 1, block: 2, body, key: aKey() });
  await asks(room.teacher).grades.saveRule({ assignment: work.id, seen: 0, written: { ...writtenRule(null), counting: "all", points: "5" }, release: "hand", releaseAt: "" });
  await asks(room.teacher).grades.release({ assignment: work.id, which: "all" });
  return { room, one, work };
}

test("a class is archived as files that need nothing else", async () => {
  const { room, one } = await aTerm();
  const [ask, context] = [asks(room.teacher), contextOf(room.teacher)];
  const contents = await ask.classes.archive({ class: room.id });
  const bytes = new Uint8Array(await new Response(archiveOf({ words, ask, context, contents })).arrayBuffer());
  const zip = await JSZip.loadAsync(bytes);
  const text = async (name: string): Promise<string> => (await zip.file(name)?.async("string")) ?? "";
  expect(Object.keys(zip.files).filter((name) => !name.endsWith("/"))).toEqual(["index.html", "people.html", "log.html", "assignment-1/discussion-1.html", "assignment-1/discussion.csv", "assignment-1/grades.csv"]);
  const [index, people, log, discussion, table, grades] = await Promise.all(["index.html", "people.html", "log.html", "assignment-1/discussion-1.html", "assignment-1/discussion.csv", "assignment-1/grades.csv"].map(text));
  for (const page of [index, people, log, discussion]) {
    expect(page).toMatch(/^<!doctype html><html/);
    expect(page).toMatch(/<\/html>$/);
    expect(page).not.toMatch(FETCHED);
  }
  for (const [, target = ""] of index?.matchAll(/href="([^"]+)"/g) ?? []) expect(Object.keys(zip.files)).toContain(target);
  expect(index).toContain("Which of the three?");
  expect(discussion).toContain("Second thoughts.");
  expect(discussion).toContain("It says <strong>one</strong> thing.");
  expect(discussion).toContain("&lt;script&gt;");
  expect(discussion).toContain("What does it say?");
  expect(log).toContain(words.t("classes.log.what.archive.made"));
  // Who is behind a made-up name stands in the lists, not in the discussion.
  const listed = `${one.reader.name} of the list`;
  for (const said of [discussion, table]) expect(said).not.toContain(listed);
  for (const said of [people, grades]) expect(said).toContain(listed);
  expect(await refusal(asks(one.reader).classes.archive({ class: room.id }))).toMatchObject({ reason: "noSuch.page" });
});

test("a student's record is a file that needs nothing else", async () => {
  const { room, one } = await aTerm();
  const answer = await recordFile({ words, ask: asks(one.reader) }, { class: room.id, place: null });
  const page = await answer.text();
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(page).toMatch(/^<!doctype html><html[\s\S]*<\/html>$/);
  expect(page).not.toMatch(FETCHED);
  expect(page).toContain("It says <strong>one</strong> thing.");
  expect(page).toContain("<strong class=\"grade\">");
});
