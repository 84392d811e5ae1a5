/** Made-up names do not lead from one assignment to another, nor to who is behind them, whatever is written in whichever order. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import { aClass, anAssignment } from "../testing/classroom";
import { aKey, aMember, asks, later } from "../testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

/** Who says something in which of two assignments, so many seconds later, in answer to how many comments before. */
type Step = { who: number; work: 0 | 1; seconds: number; answers: number | null; isEdited: boolean };
const steps = fc.array(fc.record<Step>({ who: fc.nat(3), work: fc.constantFrom(0, 1), seconds: fc.nat(300), answers: fc.option(fc.nat(3)), isEdited: fc.boolean() }), { minLength: 4, maxLength: 14 });

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const idsIn = (text: string): Set<string> => new Set(text.match(UUID));

test("no id, name or fine time that one is told in an assignment occurs in another, nor says who it is", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const room = await aClass({ students: 5 });
      const works = [await anAssignment(room, { pseudonyms: true }), await anAssignment(room, { pseudonyms: true })] as const;
      const peer = room.students[4]?.reader ?? (await aMember());
      const said: [string[], string[]] = [[], []];
      let clock = 1;
      for (const { who, work, seconds, answers, isEdited } of story) {
        const speaker = room.students[who]?.reader;
        if (!speaker) continue;
        clock += seconds + 1;
        const now = () => later(clock);
        const { view } = await asks(speaker, { now }).assignments.view({ assignment: works[work].id });
        const parent = answers === null ? null : (said[work].at(-1 - answers) ?? null);
        const { id } = await asks(speaker, { now }).comments.post({ discussion: view.head.discussionId, revision: 1, block: parent ? null : 1, parent, body: `Word ${clock}.`, key: aKey() });
        said[work].push(id);
        if (isEdited) await asks(speaker, { now }).comments.edit({ comment: id, version: 1, kind: null, body: `Word ${clock}, again.`, key: aKey() });
      }
      const told = await Promise.all(works.map(async ({ id }, work) => allTold(peer, id, said[work === 0 ? 0 : 1])));
      const [one = "", other = ""] = told;
      for (const { reader } of room.students.slice(0, 4)) for (const text of told) expect(text).not.toMatch(new RegExp(`${reader.id}|${reader.name}`));
      for (const text of told) expect((text.match(MOMENT) ?? []).filter((at) => at.startsWith(later(0).toISOString().slice(0, 10)) && !at.endsWith(":00.000Z"))).toEqual([]);
      expect([...idsIn(one)].filter((id) => idsIn(other).has(id))).toEqual([room.id]);
      const names = told.map((text) => new Set([...text.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name)));
      expect([...(names[0] ?? [])].filter((name) => names[1]?.has(name))).toEqual(["10B, Civics"]);
    }),
    { numRuns: 12, seed: 20_261_126 },
  );
});

/** All that a classmate's pages are made of. */
async function allTold(peer: Reader, assignment: string, comments: readonly string[]): Promise<string> {
  const ask = asks(peer, { now: () => later(100_000) });
  const acts = await Promise.all(comments.map((comment) => ask.comments.acts({ comment })));
  const shown = await Promise.all([ask.assignments.view({ assignment }), ask.assignments.all({ assignment }), ask.assignments.block({ assignment, number: 1 }), ...comments.map(async (comment) => ask.comments.where({ comment }))]);
  return JSON.stringify([acts, shown]);
}
