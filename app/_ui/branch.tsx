import { type Branch, INDENTED_LEVELS, SHOWN_LEVELS } from "../../domain/thread";
import { Comment } from "./comment";
import { threadPath } from "./paths";
import type { Place } from "./place";

type Props = { place: Place; threadId: string; branch: Branch; level?: number; whole?: boolean; isRoot?: boolean };

/** A comment and its replies below it; where some are left out, a link to the page that has them. */
export function BranchOfThread({ place, threadId, branch, level = 0, whole = false, isRoot = true }: Props) {
  const below = level + 1;
  return (
    <>
      <Comment place={place} comment={branch.comment} answers={branch.answers} whole={whole} />
      {branch.replies.length > 0 && (
        <ol className={below > INDENTED_LEVELS ? "replies level" : "replies"}>
          {branch.replies.map((reply) => (
            <li key={reply.comment.id}>
              <BranchOfThread place={place} threadId={threadId} branch={reply} level={below} whole={whole} isRoot={false} />
            </li>
          ))}
        </ol>
      )}
      {branch.more > 0 && <More place={place} threadId={threadId} branch={branch} deepest={level >= SHOWN_LEVELS} isRoot={isRoot} />}
    </>
  );
}

function More({ place, threadId, branch, deepest, isRoot }: { place: Place; threadId: string; branch: Branch; deepest: boolean; isRoot: boolean }) {
  const { words } = place;
  const href = words.to(threadPath(place, threadId, isRoot ? {} : { from: branch.comment.id }));
  return (
    <p className="more">
      <a href={href}>{words.t(deepest ? "thread.continue" : "thread.more", { count: branch.more })}</a>
    </p>
  );
}
