/** Classes: what may be asked. Who is not of a class is answered as if it were not there. */
import { z } from "zod";
import { MOST_CARDS } from "../../domain/classroom/card-handles";
import { endings } from "../../domain/classroom/classes";
import { classRoles } from "../../domain/classroom/terms";
import { named } from "../inputs";
import { administrator, router, signedIn } from "../trpc";
import { copiedParts, MOST_DAYS } from "../../domain/classroom/copying";
import { archiveView, beginArchive } from "./archive";
import { cardsOf, makeCards } from "./cards";
import { codeRoles, codesOf, makeCode, revokeCode } from "./codes";
import { classToCopy, copyClass } from "./copy";
import { changeFacts, factsOf } from "./facts";
import { joinClass, lookAtCode } from "./join";
import { allClasses, classLog, classLogForAdministrators } from "./log";
import { makeClass } from "./make";
import { moveToSection } from "./move-section";
import { changePlace, peopleGroups, peopleOf, placeToChange, removePlace, returnPlace } from "./people";
import { classPage, ownClasses } from "./queries";
import { recordView } from "./record";
import { applyRoster, previewRoster, rosterFile, rosterSource } from "./roster";
import { taughtClass } from "./visible";

const after = named.nullable().default(null);
const one = z.object({ class: named });
const place = one.extend({ place: named });
const change = place.extend({ version: z.int32() });
const numbered = one.extend({ after: z.int().nonnegative().nullable().default(null) });
const choices = z.object({ byLine: z.record(z.string(), named.nullable()).default({}), allSame: z.boolean().default(false) }).default({ byLine: {}, allSame: false });

const wish = z.object({ name: z.string(), term: z.string().default(""), teacher: z.string(), language: z.enum(["en", "zh"]), timeZone: z.string(), endsWith: z.enum(endings).nullable(), retainUntil: z.string() });
/** Null: without dates. */
const copying = one.extend({ parts: z.array(z.enum(copiedParts)), shift: z.object({ days: z.int32().min(-MOST_DAYS).max(MOST_DAYS) }).nullable() });

export const classes = router({
  mine: signedIn.input(z.object({ after })).query(({ ctx, input }) => ownClasses(ctx, input)),
  make: signedIn.input(wish).mutation(({ ctx, input }) => makeClass(ctx, input)),
  toCopy: signedIn.input(copying.extend({ timeZone: named.nullable().default(null) })).query(({ ctx, input }) => classToCopy(ctx, input)),
  copy: signedIn.input(copying.extend({ wish })).mutation(({ ctx, input }) => copyClass(ctx, input)),
  page: signedIn.input(one.extend({ after })).query(({ ctx, input }) => classPage(ctx, input)),
  /** A class the reader teaches: its name and who they are in it. */
  taught: signedIn.input(one).query(async ({ ctx, input }) => {
    const { id, name, me, timeZone, closedAt } = await taughtClass(ctx, input.class);
    return { id, name, timeZone, isClosed: closedAt !== null, role: me.role };
  }),
  toArchive: signedIn.input(one).query(({ ctx, input }) => archiveView(ctx, input)),
  archive: signedIn.input(one).mutation(({ ctx, input }) => beginArchive(ctx, input)),
  record: signedIn.input(one.extend({ place: named.nullable().default(null), after })).query(({ ctx, input }) => recordView(ctx, input)),
  people: signedIn.input(one.extend({ group: z.enum(peopleGroups).default("students"), section: named.nullable().default(null), after })).query(({ ctx, input }) => peopleOf(ctx, input)),
  place: signedIn.input(place).query(({ ctx, input }) => placeToChange(ctx, input)),
  changePlace: signedIn.input(change.extend({ name: z.string(), section: z.string(), role: z.enum(classRoles) })).mutation(({ ctx, input }) => changePlace(ctx, input)),
  removePlace: signedIn.input(change).mutation(({ ctx, input }) => removePlace(ctx, input)),
  returnPlace: signedIn.input(change).mutation(({ ctx, input }) => returnPlace(ctx, input)),
  moveToSection: signedIn.input(one.extend({ places: z.array(named).max(MOST_CARDS), section: z.string() })).mutation(({ ctx, input }) => moveToSection(ctx, input)),
  codes: signedIn.input(one.extend({ after })).query(({ ctx, input }) => codesOf(ctx, input)),
  makeCode: signedIn.input(one.extend({ role: z.enum(codeRoles), section: z.string().default("") })).mutation(({ ctx, input }) => makeCode(ctx, input)),
  revokeCode: signedIn.input(one.extend({ code: named })).mutation(({ ctx, input }) => revokeCode(ctx, input)),
  lookAtCode: signedIn.input(z.object({ code: z.string() })).query(({ ctx, input }) => lookAtCode(ctx, input)),
  join: signedIn.input(z.object({ code: z.string(), name: z.string().default(""), place: named.nullable().default(null) })).mutation(({ ctx, input }) => joinClass(ctx, input)),
  previewRoster: signedIn.input(one.extend({ source: rosterSource })).query(({ ctx, input }) => previewRoster(ctx, input)),
  applyRoster: signedIn.input(one.extend({ text: z.string(), seal: named, choices })).mutation(({ ctx, input }) => applyRoster(ctx, input)),
  rosterFile: signedIn.input(one).mutation(({ ctx, input }) => rosterFile(ctx, input)),
  cards: signedIn.input(one.extend({ section: named.nullable().default(null), after })).query(({ ctx, input }) => cardsOf(ctx, input)),
  makeCards: signedIn.input(one.extend({ section: named.nullable().default(null), chosen: z.array(named).max(MOST_CARDS).nullable().default(null) })).mutation(({ ctx, input }) => makeCards(ctx, input)),
  facts: signedIn.input(one).query(({ ctx, input }) => factsOf(ctx, input)),
  changeFacts: signedIn.input(one.extend({ seen: named, name: z.string(), term: z.string(), language: z.enum(["en", "zh"]), timeZone: z.string() })).mutation(({ ctx, input }) => changeFacts(ctx, input)),
  log: signedIn.input(numbered).query(({ ctx, input }) => classLog(ctx, input)),
  all: administrator.input(z.object({ after })).query(({ ctx, input }) => allClasses(ctx, input)),
  logOf: administrator.input(numbered).query(({ ctx, input }) => classLogForAdministrators(ctx, input)),
});
