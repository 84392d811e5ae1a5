import type { ReactNode } from "react";
import type { GradesHead } from "../../../server/grades/head";
import { classPath } from "../assignments/paths";
import { Choices } from "../choices";
import { Document } from "../document";
import { Icon } from "../icon";
import type { Words } from "../words";
import { assignmentRevisionPath, extensionsPath, gradingPath, groupsPath, studentsPath } from "./paths";

type Props = {
  words: Words;
  reader: { name: string };
  work: GradesHead;
  /** Null: a page below one of them, or a student's. */
  place: "students" | "grading" | "extensions" | "groups" | "revision" | null;
  title: string;
  documentTitle?: string;
  path: string;
  done?: string | null;
  children: ReactNode;
};

/** Every page about the work and grades of an assignment, with the way to the others for those who teach it. */
export function GradesFrame({ words, reader, work, place, title, documentTitle = title, path, done = null, children }: Props) {
  const isTeaching = work.role !== "student";
  return (
    <Document words={words} title={documentTitle} path={path} noindex reader={reader}>
      <div className="work grades">
        <p className="kicker">
          <a href={words.to(classPath(work.class.id))}>
            <bdi>{work.class.name}</bdi>
          </a>
          <a href={words.to(`/assignments/${work.id}`)}>
            <bdi>{work.title}</bdi>
          </a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p className="facts">
          <span className="private">
            <Icon name="lock" />
            {words.t(isTeaching ? "grades.onlyTeachers" : "grades.onlyYou")}
          </span>
          {work.commentsDueAt !== null && <span>{words.t("assignments.commentsDue", { time: words.inZone(work.commentsDueAt, work.timeZone) })}</span>}
        </p>
        {isTeaching && (
          <Choices
            look="tabs"
            label={work.title}
            choices={[
              { name: "students", href: words.to(studentsPath(work.id)), chosen: place === "students", says: words.t("grades.students.title") },
              { name: "grading", href: words.to(gradingPath(work.id)), chosen: place === "grading", says: words.t("grades.grading.title") },
              { name: "extensions", href: words.to(extensionsPath(work.id)), chosen: place === "extensions", says: words.t("assignments.extensions.title") },
              { name: "groups", href: words.to(groupsPath(work.id)), chosen: place === "groups", says: words.t("assignments.groups") },
              { name: "revision", href: words.to(assignmentRevisionPath(work.id)), chosen: place === "revision", says: words.t("assignments.newer.title") },
            ]}
          />
        )}
        {done !== null && (
          <p className="notice" role="status">
            {done}
          </p>
        )}
        {children}
      </div>
    </Document>
  );
}
