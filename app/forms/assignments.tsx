/** A teacher's acts in an assignment by forms. */
import { groupPath } from "../_ui/assignments/paths";
import { ExtensionsPage } from "../_ui/grades/extensions-page";
import { extensionsPath, studentPath } from "../_ui/grades/paths";
import { readerOf } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo } from "./form";
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
