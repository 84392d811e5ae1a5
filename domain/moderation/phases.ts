/** What happens to a comment by itself when it is posted: rules in a fixed order, the first of which that catches it is named. */
import type { Span } from "../blocks";
import { defaultHotThreadRule, hotThread, type HotThreadRule } from "./hot-thread";
import { faultOfLength } from "./length";
import { defaultLinkRule, tooManyLinks, type LinkRule } from "./link-count";
import { defaultNewMemberRule, newMember, type NewMemberRule } from "./new-member";
import { repeated } from "./repeat";
import { listed } from "./listed";
import { wordRules, type WordRules } from "./word-list";

/**
 * In the order in which they are asked. First what can be said of the text alone, the plainest reason first; then who wrote it and where; then the
 * mode of the place, which says nothing about the comment and so must not hide a better reason; last what costs a request to another machine.
 */
export const phases = ["length", "repeat", "links", "banned", "suspect", "new-member", "hot-thread", "before", "check"] as const;
export type Phase = (typeof phases)[number];

/** What catches outside this order: a member of whom all is held, and reports that weigh enough. */
export type CaughtBy = Phase | "sanction" | "reports";

/**
 * `rule`: which of the phase's rules, a key of messages. `span`: the code points of the text that it is about, null: all of it.
 * `what`: held for a moderator to look at, or refused with the reason. `values`: what the rule's words are filled with.
 */
export type Caught = { phase: CaughtBy; rule: string; span: Span | null; what: "hold" | "refuse"; values: Record<string, string | number> };

/** What a phase says, without its own name. */
export type Catch = Omit<Caught, "phase">;

export type PhaseInput = {
  /** Markdown, as it is stored. */
  body: string;
  /** Of the member's latest comments, by `fingerprintOf`, or of them those alone that say the same; nulls are of texts too short to count. */
  recentFingerprints: readonly (string | null)[];
  /** Comments of theirs that stand: shown at once or let through, and not restricted since. More than the rules ask for need not be counted. */
  member: { approvedComments: number };
  /** Comments in the thread within the minutes of the rule; 0 for a new thread. */
  commentsInThreadLately: number;
  /** What the check outside has answered; null: not asked, not yet, or nothing found. */
  check: Catch | null;
};

export type PhaseRules = {
  links: LinkRule;
  banned: { words: WordRules; what: "hold" | "refuse" };
  suspect: WordRules;
  newMember: NewMemberRule;
  hotThread: HotThreadRule | null;
  /** "before": a moderator looks at every comment before others see it. */
  mode: "after" | "before";
};

/** No words: which are unbearable depends on the place and its language, and a list that nobody chose is a censor nobody knows. */
export const defaultPhaseRules: PhaseRules = {
  links: defaultLinkRule,
  banned: { words: wordRules(""), what: "hold" },
  suspect: wordRules(""),
  newMember: defaultNewMemberRule,
  hotThread: defaultHotThreadRule,
  mode: "after",
};

/** The first phase that catches a comment, or null: nothing stands in its way. Whom rules spare (moderators, say) is asked before. */
export function firstCaught(input: PhaseInput, rules: PhaseRules): Caught | null {
  for (const phase of phases) {
    const caught = ask[phase](input, rules);
    if (caught) return { phase, ...caught };
  }
  return null;
}

/** What is asked in a class: of the text alone, and of how the class is set. Who somebody is elsewhere, and how busy a lesson is, holds nobody up; nor is a class's text sent to another service. */
const inClass = ["banned", "suspect", "before"] as const satisfies readonly Phase[];

export function firstCaughtInClass(body: string, rules: Pick<PhaseRules, "banned" | "suspect" | "mode">): Caught | null {
  const input = { body, recentFingerprints: [], member: { approvedComments: 0 }, commentsInThreadLately: 0, check: null };
  for (const phase of inClass) {
    const caught = ask[phase](input, { ...defaultPhaseRules, ...rules });
    if (caught) return { phase, ...caught };
  }
  return null;
}

const ask: Record<Phase, (input: PhaseInput, rules: PhaseRules) => Catch | null> = {
  length: ({ body }) => faultOfLength(body),
  repeat: ({ body, recentFingerprints }) => repeated(body, recentFingerprints),
  links: ({ body, member }, { links, newMember: { approved } }) => tooManyLinks(body, links, member.approvedComments < Math.max(approved, links.newUntilApproved)),
  banned: ({ body }, { banned }) => listed(body, banned.words, banned.what),
  suspect: ({ body }, { suspect }) => listed(body, suspect, "hold"),
  "new-member": ({ member }, rules) => newMember(member.approvedComments, rules.newMember),
  "hot-thread": ({ commentsInThreadLately }, rules) => hotThread(commentsInThreadLately, rules.hotThread),
  before: (_, { mode }) => (mode === "before" ? { rule: "before", span: null, what: "hold", values: {} } : null),
  check: ({ check }) => check,
};
