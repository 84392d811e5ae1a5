import type { StatementView } from "../../../server/decisions/statement";
import type { Words } from "../words";

type Props = { words: Words; appeal: NonNullable<StatementView["appeal"]>; /** How the one who objects is called here. */ author: string };

/** What both sides said on an objection, in its order. Moderators have no names here. */
export function AppealThread({ words, appeal, author }: Props) {
  return (
    <ol className="appeal">
      {appeal.notes.map(({ id, isByModerator, body, at }) => (
        <li key={id}>
          <p className="facts">
            <bdi>{isByModerator ? words.t("statement.aModerator") : author}</bdi>
            <time dateTime={at}>{words.minute(at)}</time>
          </p>
          <p className="told" dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ol>
  );
}
