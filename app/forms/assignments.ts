/** A teacher's acts in an assignment by forms. */
import { assignmentPath, groupPath } from "../_ui/assignments/paths";
import { type Form, leadTo } from "./form";

const isSet = (word: string): boolean => word !== "";

export const setGate: Form = async (sent) => {
  const assignment = sent.field("assignment");
  await sent.ask.assignments.setGate({ assignment, opens: isSet(sent.field("opens")) });
  return leadTo(sent, sent.words.to(groupPath(encodeURIComponent(assignment), 1)));
};

/** Leads back to the page of the student's work. */
const workPath = (assignment: string, enrolment: string): string => `${assignmentPath(encodeURIComponent(assignment))}/students/${encodeURIComponent(enrolment)}`;

export const setGateFor: Form = async (sent) => {
  const [assignment, enrolment] = [sent.field("assignment"), sent.field("enrolment")];
  await sent.ask.assignments.setGateFor({ assignment, enrolment, opens: isSet(sent.field("opens")) });
  return leadTo(sent, sent.words.to(workPath(assignment, enrolment)));
};

export const reveal: Form = async (sent) => {
  const [assignment, enrolment] = [sent.field("assignment"), sent.field("enrolment")];
  await sent.ask.assignments.reveal({ assignment, enrolment, why: sent.field("why") });
  return leadTo(sent, sent.words.to(workPath(assignment, enrolment)));
};
