/** A teacher's acts in an assignment by forms. */
import { groupings } from "../../server/assignments/save";
import { threadWays } from "../../server/assignments/move";
import { wholeNumber } from "../_asking/request";
import { groupPath } from "../_ui/assignments/paths";
import { ExtensionsPage } from "../_ui/grades/extensions-page";
import { GroupsPage, type WrittenMove } from "../_ui/grades/groups-page";
import { RevisionPage } from "../_ui/grades/revision-page";
import { assignmentRevisionPath, extensionsPath, groupsPath, studentPath } from "../_ui/grades/paths";
import { readerOf } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { studentAgain } from "./grades";

const isSet = (word: string): boolean => word !== "";

export const setGate: Form = async (sent) => {
  const assignment = sent.field("assignment");
  await sent.ask.assignments.setGate({ assignment, opens: isSet(sent.field("opens")) });
  return leadTo(sent, sent.words.to(groupPath(encodeURIComponent(assignment), 1)));
};

/** Leads back to the page of the student's work. */
const workPath = (assignment: string, enrolment: string): string => studentPath(encodeURIComponent(assignment), encodeURIComponent(enrolment), { saved: "1" });

export const setGateFor: Form = async (sent) => {
  const [assignment, enrolment] = [sent.field("assignment"), sent.field("enrolment")];
  await sent.ask.assignments.setGateFor({ assignment, enrolment, opens: isSet(sent.field("opens")) });
  return leadTo(sent, sent.words.to(workPath(assignment, enrolment)));
};

export const reveal: Form = async (sent) => {
  const [assignment, enrolment, why] = [sent.field("assignment"), sent.field("enrolment"), sent.field("why")];
  try {
    await sent.ask.assignments.reveal({ assignment, enrolment, why });
    return leadTo(sent, sent.words.to(workPath(assignment, enrolment)));
  } catch (error) {
    return studentAgain(sent, error, { about: "reveal", hand: "", levels: {}, text: why }, enrolment);
  }
};

export const extend: Form = async (sent) => {
  const { field, ask, words } = sent;
  const [assignment, students] = [field("assignment"), sent.all("students")];
  const written = { commentsDueAt: field("commentsDueAt"), repliesDueAt: field("repliesDueAt"), cutOffAt: field("cutOffAt"), why: field("why") };
  const wish = { search: field("search"), given: isSet(field("given")), after: field("after") || null };
  try {
    await ask.assignments.extend({ assignment, students, ...written });
    return leadTo(sent, words.to(extensionsPath(encodeURIComponent(assignment), { given: "1", done: "extended" })));
  } catch (error) {
    throwIfNowhere(error);
    const [view, reader] = [await ask.assignments.extensions({ assignment, ...wish }), readerOf(sent)];
    return comeBack(sent, error, (why) => <ExtensionsPage words={words} reader={reader} view={view} wish={wish} written={{ ...written, students }} done={null} error={why} />);
  }
};

export const takeBackExtension: Form = async (sent) => {
  const assignment = sent.field("assignment");
  await sent.ask.assignments.takeBackExtension({ assignment, student: sent.field("student") });
  return leadTo(sent, sent.words.to(extensionsPath(encodeURIComponent(assignment), { done: "extended" })));
};

const moveIn = ({ field, all }: Sent): WrittenMove => ({ students: all("students"), to: field("to"), threads: threadWays.find((way) => way === field("threads")) ?? "along", how: groupings.find((how) => how === field("groups")) ?? "size", number: field("groupNumber") });

/** The page of groups once more, as things stand now. */
async function groupsAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const after = sent.field("after") || null;
  const [view, reader] = [await sent.ask.assignments.groups({ assignment: sent.field("assignment"), group: wholeNumber(sent.field("group")) ?? 0, after }), readerOf(sent)];
  return comeBack(sent, error, (why) => <GroupsPage words={sent.words} reader={reader} view={view} after={after} written={moveIn(sent)} done={null} error={why} />);
}

export const moveStudents: Form = async (sent) => {
  const [assignment, students, { to, threads }] = [sent.field("assignment"), sent.all("students"), moveIn(sent)];
  try {
    await sent.ask.assignments.moveStudents({ assignment, students, group: to, threads });
    return leadTo(sent, sent.words.to(groupsPath(encodeURIComponent(assignment), { group: sent.field("group"), done: "moved" })));
  } catch (error) {
    return groupsAgain(sent, error);
  }
};

export const regroup: Form = async (sent) => {
  const [assignment, { how, number }] = [sent.field("assignment"), moveIn(sent)];
  try {
    await sent.ask.assignments.regroup({ assignment, grouping: { how, number } });
    return leadTo(sent, sent.words.to(groupsPath(encodeURIComponent(assignment), { done: "divided" })));
  } catch (error) {
    return groupsAgain(sent, error);
  }
};

export const takeNewer: Form = async (sent) => {
  const { field, ask, words } = sent;
  const assignment = field("assignment");
  try {
    await ask.assignments.takeNewer({ assignment, version: wholeNumber(field("version")) ?? 0, revision: wholeNumber(field("revision")) ?? 0 });
    return leadTo(sent, words.to(assignmentRevisionPath(encodeURIComponent(assignment), { done: "taken" })));
  } catch (error) {
    throwIfNowhere(error);
    const [view, reader] = [await ask.assignments.newer({ assignment }), readerOf(sent)];
    return comeBack(sent, error, (why) => <RevisionPage words={words} reader={reader} view={view} done={null} error={why} />);
  }
};
