import type { CommentView, Participant } from "../../domain/thread";
import { Kind } from "./kind";
import { Name } from "./name";
import { commentPath } from "./paths";
import type { Place } from "./place";
import { Tile } from "./tile";

/** `answers`: the name answered, where indentation does not tell. `plain`: without a mosaic, and the day leads to the comment. */
type Props = { place: Place; comment: CommentView; by: Participant; answers: string | null; plain?: boolean };

/** Who wrote a comment, as what, of which kind, when, and in answer to whom. */
export function Who({ place, comment, by, answers, plain = false }: Props) {
  const { words } = place;
  const day = <time dateTime={comment.at}>{words.day(comment.at)}</time>;
  return (
    <header className="who">
      {!plain && <Tile id={by.tile ?? by.id} />}
      <Name words={words} by={by} />
      {by.badge && <span className="tag accented">{words.t(`badges.${by.badge}`)}</span>}
      {comment.kind && <Kind kind={comment.kind} words={words} />}
      {plain ? <a href={words.to(commentPath(comment.id))}>{day}</a> : day}
      {comment.editedAt && <span className="quiet">{words.t("comment.edited")}</span>}
      {answers && <span className="quiet">{words.t.rich("comment.answers", { name: () => <bdi key="name">{answers}</bdi> })}</span>}
    </header>
  );
}
