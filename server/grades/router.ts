/** Seeing and grading: what may be asked. To who does not teach the class there is none of it but their own grade. */
import { z } from "zod";
import { sortIn } from "../../domain/classroom/activity";
import { gradesFormats } from "../../domain/classroom/grades-csv";
import { measures } from "../../domain/classroom/grading-rules";
import { named } from "../inputs";
import { router, signedIn } from "../trpc";
import { discussionFile, gradesFile } from "./files";
import { giveMarks, sayFeedback } from "./give";
import { gradingView, recount } from "./grading";
import { studentView } from "./one";
import { gradeView } from "./own";
import { releaseByHand } from "./release";
import { saveRule } from "./save-rule";
import { studentsView } from "./students";

const work = z.object({ assignment: named });
const page = z.int32().min(1).default(1);
const chosen = named.nullable().default(null);
const place = work.extend({ place: named });
const version = z.int32().min(0);
/** Fields of a form hold a number or a word; a rubric a text. */
const short = z.string().max(100);
const steps = z.array(short).max(20).readonly();
const byMeasure = z.partialRecord(z.enum(measures), short);
const written = z.object({ decimals: short, late: short, counting: short, points: short, of: short, least: steps, stepPoints: steps, full: byMeasure, weight: byMeasure, hand: short, rubric: z.string().max(10_000) });

export const grades = router({
  students: signedIn.input(work.extend({ sort: named.nullable().default(null), section: chosen, group: chosen, page })).query(({ ctx, input: { sort, ...input } }) => studentsView(ctx, { ...input, sort: sortIn(sort) })),
  student: signedIn.input(place.extend({ page })).query(({ ctx, input }) => studentView(ctx, input)),
  grade: signedIn.input(work.extend({ place: chosen })).query(({ ctx, input }) => gradeView(ctx, input)),
  grading: signedIn.input(work.extend({ written: written.nullable().default(null) })).query(({ ctx, input }) => gradingView(ctx, input)),
  saveRule: signedIn.input(work.extend({ seen: version, written, release: short, releaseAt: short })).mutation(({ ctx, input }) => saveRule(ctx, input)),
  release: signedIn.input(work.extend({ which: z.enum(["all", "complete"]) })).mutation(({ ctx, input }) => releaseByHand(ctx, input)),
  recount: signedIn.input(work).query(({ ctx, input }) => recount(ctx, input)),
  giveMarks: signedIn.input(place.extend({ hand: short, levels: z.record(z.string().max(400), z.string().max(400)), version })).mutation(({ ctx, input }) => giveMarks(ctx, input)),
  say: signedIn.input(place.extend({ comment: chosen, text: z.string().max(20_000), version })).mutation(({ ctx, input }) => sayFeedback(ctx, input)),
  gradesFile: signedIn.input(work.extend({ format: z.enum(gradesFormats).default("plain") })).query(({ ctx, input }) => gradesFile(ctx, input)),
  discussionFile: signedIn.input(work.extend({ isArchived: z.boolean().default(false) })).query(({ ctx, input }) => discussionFile(ctx, input)),
});
