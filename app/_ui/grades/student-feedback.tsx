import { ErrorAbove, TextField } from "../field";
import { HiddenFields } from "../hidden-fields";
import type { Part } from "./student-part";

/** `about`: "all" or a comment's id. */
export function Feedback({ words, view: { work, student }, returned, about, said }: Part & { about: string; said: { text: string; version: number } }) {
  const back = returned?.about === about ? returned : null;
  return (
    <form className="fields feedback" method="post" action={words.to("/forms/grades.say")}>
      <HiddenFields hidden={{ assignment: work.id, place: student.id, comment: about === "all" ? "" : about, version: String(said.version) }} />
      <ErrorAbove fields={["text"]} error={back?.error ?? null} />
      <TextField name="text" id={`say-${about}`} label={words.t(about === "all" ? "grades.student.overall" : "grades.student.toComment")} hint={about === "all" ? words.t("grades.student.feedbackHint") : undefined} error={back?.error ?? null} rows={2} dir="auto" defaultValue={back?.text ?? said.text} />
      <div className="row">
        <button className="button" type="submit">
          {words.t("grades.student.say")}
        </button>
      </div>
    </form>
  );
}
