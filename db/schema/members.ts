/** Accounts, what proves them, and what they may not do too often. */
import { type LinkPurpose } from "../../domain/links";
import type { DecisionId } from "../../domain/moderation/decision";
import { type Role } from "../../domain/permissions";
import { boolean, counter, index, integer, moment, table, text, uniqueIndex } from "../columns";

export const member = table(
  "member",
  {
    id: text().primaryKey(),
    /** The handle: what others write and addresses carry. */
    name: text().notNull(),
    /** What stands before the handle where there is room; several members may be called alike. */
    displayName: text(),
    /** The name as the eye sees it (UTS #39); unique, so that no two members look alike. */
    nameSkeleton: text().notNull(),
    /** The address given at sign-up: a claim, which others may make too; absent for pupils. */
    email: text(),
    /** The address once its owner has proved it, or an operator vouched for it. */
    confirmedEmail: text(),
    passwordHash: text(),
    role: text().$type<Role>().notNull(),
    /** Raised to end all sessions at once: password change, suspension, change of role. */
    sessionVersion: integer().notNull().default(1),
    /** Counts the changes on the account itself; guards rules over several rows. */
    version: integer().notNull().default(1),
    suspendedAt: moment(),
    /** By which decision, and until when; null: for good. Only while it lasts. */
    suspendedBy: text().$type<DecisionId>(),
    suspendedUntil: moment(),
    /** Bore a sanction once: only of these it is asked whether one is in force. */
    wasSanctioned: boolean().notNull().default(false),
    /** Gone at their own wish: the row stays for what refers to it, without anything of theirs. */
    deletedAt: moment(),
    /** What their mails are written in. */
    language: text().notNull().default("en"),
    /** Wishes to be named where what they contributed is credited; else "a reader" is. */
    credited: boolean().notNull().default(false),
    lastCommentAt: moment(),
    createdAt: moment().notNull(),
  },
  (m) => [
    uniqueIndex("member_name_skeleton").on(m.nameSkeleton),
    uniqueIndex("member_confirmed_email").on(m.confirmedEmail),
    index("member_email").on(m.email, m.createdAt),
    index("member_role").on(m.role, m.id),
  ],
);

export const session = table(
  "session",
  {
    id: text().primaryKey(),
    memberId: text().notNull().references(() => member.id),
    /** The member's session version it was opened under; another one ends it. */
    version: integer().notNull(),
    device: text().notNull(),
    createdAt: moment().notNull(),
    /** When it was last used, to the day. */
    seenAt: moment(),
    endedAt: moment(),
  },
  (s) => [index("session_member").on(s.memberId, s.id)],
);

/** A deletion under way: the account is gone, what hung on it is erased a little at a time. Gone itself when all is done. */
export const erasure = table("erasure", {
  memberId: text().primaryKey().references(() => member.id),
  /** Whether the comments go too, or stay without a name. */
  comments: boolean().notNull(),
  startedAt: moment().notNull(),
});

/** Whose comments a member does not want to see. Nobody else knows of it. */
export const mute = table(
  "mute",
  {
    /** By which the member takes it back: the muted one's own id is told to nobody. */
    id: text().primaryKey(),
    memberId: text().notNull().references(() => member.id),
    mutedId: text().notNull().references(() => member.id),
    createdAt: moment().notNull(),
  },
  (m) => [uniqueIndex("mute_pair").on(m.memberId, m.mutedId), index("mute_member").on(m.memberId, m.id), index("mute_muted").on(m.mutedId)],
);

/** An account elsewhere that opens a member's: the issuer's word for the person, never their address, says who it is. */
export const identity = table(
  "identity",
  {
    id: text().primaryKey(),
    issuer: text().notNull(),
    subject: text().notNull(),
    memberId: text().notNull().references(() => member.id),
    createdAt: moment().notNull(),
  },
  (i) => [uniqueIndex("identity_subject").on(i.issuer, i.subject), index("identity_member").on(i.memberId, i.id)],
);

/** A link that works once. Only its hash is kept: who reads the database cannot use it. */
export const oneTimeLink = table(
  "one_time_link",
  {
    hash: text().primaryKey(),
    /** "setup" makes the first administrator; "address" confirms a new address of a member. */
    purpose: text().$type<LinkPurpose>().notNull(),
    /** Whom it is for. Null: whoever holds it; of "sign-in" and "reset": nobody, written so that asking for either costs the same. */
    memberId: text().references(() => member.id),
    /** The address it went to, and thereby proves. */
    email: text(),
    /** Where it leads afterwards, on this origin. */
    next: text(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (l) => [index("one_time_link_purpose").on(l.purpose), index("one_time_link_member").on(l.memberId, l.purpose), index("one_time_link_expires").on(l.expiresAt)],
);

/** How often something was done in a stretch of time; shared by all instances. */
export const rateCount = table(
  "rate_count",
  {
    order: counter(),
    key: text().notNull(),
    startedAt: moment().notNull(),
    count: integer().notNull(),
  },
  (r) => [uniqueIndex("rate_count_key").on(r.key, r.startedAt), index("rate_count_started").on(r.startedAt)],
);
