/** The end of a class: asked for, carried out a little at a time, and what is certified of it when the class is gone. */
import type { Ending } from "../../domain/classroom/classes";
import type { EndingCounts } from "../../domain/classroom/ending";
import { index, integer, json, moment, primaryKey, table, text } from "../columns";
import { member } from "./members";

/** It outlives its class, so it refers to nothing of it. Once done it is the certificate, and is not changed any more. */
export const classEnding = table(
  "class_ending",
  {
    id: text().primaryKey(),
    /** Emptied with the class, where that is erased. */
    classId: text(),
    /** As the class was called: what its teachers know the certificate by. */
    name: text().notNull(),
    term: text(),
    timeZone: text().notNull(),
    how: text().$type<Ending>().notNull(),
    /** Null: nobody, the date had come until which it was kept. */
    askedBy: text().references(() => member.id),
    /** What they are called in the class. */
    askedByName: text(),
    askedAt: moment().notNull(),
    /** Until then it can be undone; what is due is carried out. */
    dueAt: moment().notNull(),
    undoneAt: moment(),
    /** Since when it cannot be undone any more: something is replaced or gone. */
    begunAt: moment(),
    doneAt: moment(),
    /** Whether the class took nothing any more before it was ended: so it is when that is undone. */
    closedBefore: moment(),
    /** What was replaced or erased so far. */
    counts: json<EndingCounts>().notNull(),
    /** Of what is looked through in order, the last one done: "2:ID"; null: nothing yet. */
    upTo: text(),
    /** Of what is certified, SHA-256 in hexadecimal; null: it is not done. */
    hash: text(),
    /** Counts units: two workers who do the same one are told apart by it. */
    version: integer().notNull().default(1),
  },
  (e) => [index("class_ending_class").on(e.classId, e.undoneAt), index("class_ending_due").on(e.doneAt, e.undoneAt, e.dueAt)],
);

/** Who may read the certificate: those who taught the class when it ended. */
export const certificateHolder = table(
  "certificate_holder",
  {
    endingId: text().notNull().references(() => classEnding.id),
    memberId: text().notNull().references(() => member.id),
  },
  (h) => [primaryKey({ columns: [h.memberId, h.endingId] })],
);
