/** Assignments: what may be asked. To who is not of the class there is none. */
import { z } from "zod";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { changeAssignment, groupings, makeAssignment, setAssignment } from "./save";
import { articlesToSet, assignmentToEdit } from "./settings";
import { assignmentToCopy } from "./copy";
import { copiedParts, MOST_DAYS } from "../../domain/classroom/copying";
import { assignmentWish } from "./wish";
import { extend, extensionsOf, takeBackExtension } from "./extensions";
import { setGate, setGateFor } from "./gate-acts";
import { groupsView, regroup } from "./groups-page";
import { moveStudents, threadWays } from "./move";
import { readingBlock, readingThread, readingView, readingWhole } from "./reading";
import { newerView, takeNewer } from "./newer";
import { revealName } from "./reveal";

const at = { assignment: named, group: z.int32().nullable().default(null) };
/** Null: without dates. */
const shift = z.object({ days: z.int32().min(-MOST_DAYS).max(MOST_DAYS) }).nullable();
const from = z.object({ assignment: named, isGraded: z.boolean(), shift }).nullable().default(null);
/** No list is longer; how many may be chosen at once is said beside the choice. */
const MOST_CHOSEN = 5_000;
const grouping = z.object({ how: z.enum(groupings), number: z.string() });
const cursor = z.int32().min(0).default(0);

export const assignments = router({
  articlesToSet: signedIn.input(z.object({ class: named, search: named.default(""), after: named.nullable().default(null) })).query(({ ctx, input }) => articlesToSet(ctx, input)),
  make: signedIn
    .input(z.object({ class: named, article: named, wish: assignmentWish, hasPseudonyms: z.boolean().default(false), grouping: grouping.default({ how: "together", number: "" }), from }))
    .mutation(({ ctx, input }) => makeAssignment(ctx, input)),
  toCopy: signedIn.input(z.object({ class: named, from: named, parts: z.array(z.enum(copiedParts)), shift })).query(({ ctx, input }) => assignmentToCopy(ctx, input)),
  settings: signedIn.input(z.object({ assignment: named })).query(({ ctx, input }) => assignmentToEdit(ctx, input)),
  change: signedIn.input(z.object({ assignment: named, version: z.int32(), wish: assignmentWish })).mutation(({ ctx, input }) => changeAssignment(ctx, input)),
  set: signedIn.input(z.object({ assignment: named })).mutation(({ ctx, input }) => setAssignment(ctx, input)),
  setGate: signedIn.input(z.object({ assignment: named, opens: z.boolean() })).mutation(({ ctx, input }) => setGate(ctx, input)),
  setGateFor: signedIn.input(z.object({ assignment: named, enrolment: named, opens: z.boolean() })).mutation(({ ctx, input }) => setGateFor(ctx, input)),
  reveal: signedIn.input(z.object({ assignment: named, enrolment: named, why: z.string() })).mutation(({ ctx, input }) => revealName(ctx, input)),
  extensions: signedIn.input(z.object({ assignment: named, search: named.default(""), given: z.boolean().default(false), after: named.nullable().default(null) })).query(({ ctx, input }) => extensionsOf(ctx, input)),
  extend: signedIn
    .input(z.object({ assignment: named, students: z.array(named).max(MOST_CHOSEN), commentsDueAt: z.string().default(""), repliesDueAt: z.string().default(""), cutOffAt: z.string().default(""), why: z.string() }))
    .mutation(({ ctx, input }) => extend(ctx, input)),
  takeBackExtension: signedIn.input(z.object({ assignment: named, student: named })).mutation(({ ctx, input }) => takeBackExtension(ctx, input)),
  groups: signedIn.input(z.object({ assignment: named, group: z.int32().min(0).default(1), after: named.nullable().default(null) })).query(({ ctx, input }) => groupsView(ctx, input)),
  moveStudents: signedIn.input(z.object({ assignment: named, students: z.array(named).max(MOST_CHOSEN), group: named, threads: z.enum(threadWays) })).mutation(({ ctx, input }) => moveStudents(ctx, input)),
  regroup: signedIn.input(z.object({ assignment: named, grouping })).mutation(({ ctx, input }) => regroup(ctx, input)),
  newer: signedIn.input(z.object({ assignment: named })).query(({ ctx, input }) => newerView(ctx, input)),
  takeNewer: signedIn.input(z.object({ assignment: named, version: z.int32(), revision: z.int32() })).mutation(({ ctx, input }) => takeNewer(ctx, input)),
  view: signedIn.input(z.object(at)).query(({ ctx, input }) => readingView(ctx, input)),
  all: signedIn.input(z.object({ ...at, after: named.nullable().default(null) })).query(({ ctx, input }) => readingWhole(ctx, input)),
  block: signedIn.input(z.object({ ...at, number: z.int32(), after: cursor })).query(({ ctx, input }) => readingBlock(ctx, input)),
  thread: signedIn.input(z.object({ ...at, thread: named, from: named.nullable().default(null), after: cursor })).query(({ ctx, input }) => readingThread(ctx, input)),
});
