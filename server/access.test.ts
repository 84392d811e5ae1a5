/** Who may ask what: the matrix of roles, procedures and objects. A procedure without a row fails. */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Reader } from "../domain/permissions";
import { database } from "../db/client";
import { writtenRule } from "../domain/classroom/rule-form";
import { keepDraft } from "./editing/keep";
import { buildWorker } from "../scripts/worker";
import { appRouter } from "./router";
import { settings } from "./settings";
import { classWish } from "./testing/school";
import { aRevision } from "./testing/revised";
import { aKey, aMember, anArticle, asks, NOON, paragraph, refusal } from "./testing/world";

type Who = "visitor" | "member" | "author" | "moderator" | "editor" | "administrator";
type Ask = ReturnType<typeof asks>;
type Objects = { comment: string; discussion: string; slug: string; thread: string; draft: { slug: string; version: number; block: string } };
type Row = { call: (ask: Ask, objects: Objects) => Promise<unknown>; allowed: readonly Who[]; refused: Partial<Record<Who, string>>; hides: boolean };

const everyone: readonly Who[] = ["visitor", "member", "author", "moderator", "editor", "administrator"];
const theSignedIn = everyone.filter((who) => who !== "visitor");
const visitorsAreAsked = { visitor: "notAllowed.signIn" };
const editors: readonly Who[] = ["editor", "administrator"];
const othersSeeNothing = { ...visitorsAreAsked, member: "noSuch.page", author: "noSuch.page", moderator: "noSuch.page" };
const forEditors = (call: Row["call"]): Row => ({ call, allowed: editors, refused: othersSeeNothing, hides: false });
const others = (reason: string): Partial<Record<Who, string>> => ({ ...visitorsAreAsked, member: reason, moderator: reason, editor: reason, administrator: reason });

const nobodys = (reason: string): Partial<Record<Who, string>> => Object.fromEntries(everyone.map((who) => [who, reason]));

/** To all but administrators there is no such page. */
const forOthers = Object.fromEntries(everyone.filter((who) => who !== "administrator").map((who) => [who, "noSuch.page"]));

/** To all who do not moderate there is no such page. */
const toOthersNoPage = Object.fromEntries(["visitor", "member", "author", "editor"].map((who) => [who, "noSuch.page"]));
const forModerators = (call: Row["call"]): Row => ({ call, allowed: ["moderator", "administrator"], refused: toOthersNoPage, hides: false });
/** What belongs to a class is no page for anybody else, whatever their role; who sees what within one, its own tests tell. */
const forItsClass = (call: Row["call"]): Row => ({ call, allowed: [], refused: { ...nobodys("noSuch.page"), ...visitorsAreAsked }, hides: false });
const WHY = { ground: "insult" as const, facts: "It is about the person." };

/** What is in a class is for who is of it, whatever their role here; how it is within one is told in server/classes. */
const toWhoIsNotOfTheClass = { ...nobodys("noSuch.page"), ...visitorsAreAsked };

/** `hides`: asked about a draft's objects it answers as if there were none. */
const matrix: Record<string, Row> = {
  "administration.members": { call: (ask) => ask.administration.members({}), allowed: ["administrator"], refused: forOthers, hides: false },
  "administration.member": { call: (ask) => ask.administration.member({ member: "nobody" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.changeRole": { call: (ask) => ask.administration.changeRole({ member: "nobody", role: "editor" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.suspend": { call: (ask) => ask.administration.suspend({ member: "nobody", ground: "advertising", facts: "Sold shoes." }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.reinstate": { call: (ask) => ask.administration.reinstate({ member: "nobody" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.endSessions": { call: (ask) => ask.administration.endSessions({ member: "nobody" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.makeMember": { call: (ask) => ask.administration.makeMember({ name: "", role: "member" }), allowed: [], refused: { ...forOthers, administrator: "field.blankName" }, hides: false },
  "administration.makeCard": { call: (ask) => ask.administration.makeCard({ member: "nobody" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.member" }, hides: false },
  "administration.cardInHand": { call: (ask) => ask.administration.cardInHand({ token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "administration.signInByCard": { call: (ask) => ask.administration.signInByCard({ token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "administration.settings": { call: (ask) => ask.administration.settings(), allowed: ["administrator"], refused: forOthers, hides: false },
  "administration.held": { call: (ask) => ask.administration.held(), allowed: ["administrator"], refused: forOthers, hides: false },
  "administration.mailsGivenUp": { call: (ask) => ask.administration.mailsGivenUp({}), allowed: ["administrator"], refused: forOthers, hides: false },
  "administration.retryMail": { call: (ask) => ask.administration.retryMail({ mail: "none" }), allowed: [], refused: { ...forOthers, administrator: "noSuch.mail" }, hides: false },
  "administration.sendTestMail": { call: (ask) => ask.administration.sendTestMail({}), allowed: [], refused: { ...forOthers, administrator: "field.notAnAddress" }, hides: false },
  "answers.of": forEditors((ask, { thread }) => ask.answers.of({ thread })),
  "answers.give": forEditors((ask, { thread }) => ask.answers.give({ thread, seen: 0, kind: "out-of-scope" })),
  "answers.takeBack": forEditors((ask, { thread }) => ask.answers.takeBack({ thread, seen: 0 })),
  "answers.pin": forEditors((ask, { thread }) => ask.answers.pin({ thread, pinned: true })),
  "answers.accept": { call: (ask, { comment }) => ask.answers.accept({ comment }), allowed: [], refused: { ...othersSeeNothing, editor: "notAllowed.noProposal", administrator: "notAllowed.noProposal" }, hides: false },
  "answers.response": { call: (ask, { slug }) => ask.answers.response({ slug }), allowed: editors, refused: Object.fromEntries(["visitor", "member", "author", "moderator"].map((who) => [who, "noSuch.page"])), hides: true },
  "answers.file": { call: (ask, { slug }) => ask.answers.file({ slug }), allowed: editors, refused: Object.fromEntries(["visitor", "member", "author", "moderator"].map((who) => [who, "noSuch.page"])), hides: true },
  "appeals.open": { call: (ask) => ask.appeals.open({ decision: "none", body: "It was not." }), allowed: [], refused: { ...nobodys("noSuch.decision"), ...visitorsAreAsked }, hides: false },
  "appeals.write": { call: (ask) => ask.appeals.write({ appeal: "none", body: "It was not." }), allowed: [], refused: { ...nobodys("noSuch.appeal"), ...visitorsAreAsked }, hides: false },
  "appeals.case": { call: (ask) => ask.appeals.case({ appeal: "none" }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.appeal", administrator: "noSuch.appeal" }, hides: false },
  "appeals.decide": { call: (ask) => ask.appeals.decide({ appeal: "none", seen: 1, outcome: "upheld", facts: "It stands." }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.appeal", administrator: "noSuch.appeal" }, hides: false },
  "decisions.statement": { call: (ask) => ask.decisions.statement({ decision: "none" }), allowed: [], refused: { ...nobodys("noSuch.decision"), ...visitorsAreAsked }, hides: false },
  "decisions.statementByLink": { call: (ask) => ask.decisions.statementByLink({ token: "none.none" }), allowed: [], refused: nobodys("noSuch.statement"), hides: false },
  "decisions.objectByLink": { call: (ask) => ask.decisions.objectByLink({ token: "none.none", body: "It was not." }), allowed: [], refused: nobodys("noSuch.statement"), hides: false },
  "decisions.writeByLink": { call: (ask) => ask.decisions.writeByLink({ token: "none.none", body: "It was not." }), allowed: [], refused: nobodys("noSuch.statement"), hides: false },
  "notices.list": { call: (ask) => ask.notices.list({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "notices.markAll": { call: (ask) => ask.notices.markAll({ until: NOON.toISOString() }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "notices.markOf": { call: (ask) => ask.notices.markOf({ subject: "none" }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "record.log": { call: (ask) => ask.record.log({}), allowed: everyone, refused: {}, hides: false },
  "record.file": { call: (ask) => ask.record.file({}), allowed: everyone, refused: {}, hides: false },
  "record.row": { call: (ask) => ask.record.row({ order: 999_999 }), allowed: [], refused: nobodys("noSuch.logRow"), hides: false },
  "record.report": { call: (ask) => ask.record.report({}), allowed: everyone, refused: {}, hides: false },
  "record.redact": { call: (ask) => ask.record.redact({ order: 999_999, why: "A name." }), allowed: [], refused: { ...forOthers, administrator: "noSuch.logRow" }, hides: false },
  "record.statements": { call: (ask) => ask.record.statements({}), allowed: ["administrator"], refused: forOthers, hides: false },
  "assignments.setGate": forItsClass((ask) => ask.assignments.setGate({ assignment: "none", opens: true })),
  "assignments.setGateFor": forItsClass((ask) => ask.assignments.setGateFor({ assignment: "none", enrolment: "none", opens: true })),
  "assignments.reveal": forItsClass((ask) => ask.assignments.reveal({ assignment: "none", enrolment: "none", why: "A threat." })),
  "assignments.extensions": forItsClass((ask) => ask.assignments.extensions({ assignment: "none" })),
  "assignments.extend": forItsClass((ask) => ask.assignments.extend({ assignment: "none", students: ["none"], commentsDueAt: "2026-05-29T16:00", why: "Ill." })),
  "assignments.takeBackExtension": forItsClass((ask) => ask.assignments.takeBackExtension({ assignment: "none", student: "none" })),
  "assignments.groups": forItsClass((ask) => ask.assignments.groups({ assignment: "none" })),
  "assignments.moveStudents": forItsClass((ask) => ask.assignments.moveStudents({ assignment: "none", students: ["none"], group: "none", threads: "along" })),
  "assignments.regroup": forItsClass((ask) => ask.assignments.regroup({ assignment: "none", grouping: { how: "size", number: "4" } })),
  "assignments.newer": forItsClass((ask) => ask.assignments.newer({ assignment: "none" })),
  "assignments.takeNewer": forItsClass((ask) => ask.assignments.takeNewer({ assignment: "none", version: 1, revision: 2 })),
  "assignments.view": forItsClass((ask) => ask.assignments.view({ assignment: "none" })),
  "assignments.all": forItsClass((ask) => ask.assignments.all({ assignment: "none" })),
  "assignments.block": forItsClass((ask) => ask.assignments.block({ assignment: "none", number: 1 })),
  "grades.students": forItsClass((ask) => ask.grades.students({ assignment: "none" })),
  "grades.student": forItsClass((ask) => ask.grades.student({ assignment: "none", place: "none" })),
  "grades.grade": forItsClass((ask) => ask.grades.grade({ assignment: "none" })),
  "grades.grading": forItsClass((ask) => ask.grades.grading({ assignment: "none" })),
  "grades.saveRule": forItsClass((ask) => ask.grades.saveRule({ assignment: "none", seen: 0, written: writtenRule(null), release: "hand", releaseAt: "" })),
  "grades.release": forItsClass((ask) => ask.grades.release({ assignment: "none", which: "all" })),
  "grades.recount": forItsClass((ask) => ask.grades.recount({ assignment: "none" })),
  "grades.giveMarks": forItsClass((ask) => ask.grades.giveMarks({ assignment: "none", place: "none", hand: "", levels: {}, version: 0 })),
  "grades.say": forItsClass((ask) => ask.grades.say({ assignment: "none", place: "none", text: "", version: 0 })),
  "grades.gradesFile": forItsClass((ask) => ask.grades.gradesFile({ assignment: "none" })),
  "grades.discussionFile": forItsClass((ask) => ask.grades.discussionFile({ assignment: "none" })),
  "assignments.thread": forItsClass((ask) => ask.assignments.thread({ assignment: "none", thread: "none" })),
  "articles.list": { call: (ask) => ask.articles.list({}), allowed: everyone, refused: {}, hides: false },
  "articles.view": { call: (ask, { slug }) => ask.articles.view({ slug }), allowed: everyone, refused: {}, hides: true },
  "articles.block": { call: (ask, { slug }) => ask.articles.block({ slug, number: 1 }), allowed: everyone, refused: {}, hides: true },
  "articles.thread": { call: (ask, { slug, thread }) => ask.articles.thread({ slug, thread }), allowed: everyone, refused: {}, hides: true },
  "articles.head": { call: (ask, { slug }) => ask.articles.head({ slug }), allowed: everyone, refused: {}, hides: true },
  "articles.threads": { call: (ask, { slug }) => ask.articles.threads({ slug, order: "newest", kind: "question" }), allowed: everyone, refused: {}, hides: true },
  "articles.all": { call: (ask, { slug }) => ask.articles.all({ slug }), allowed: everyone, refused: {}, hides: true },
  "assignments.articlesToSet": { call: (ask) => ask.assignments.articlesToSet({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "assignments.make": { call: (ask, { slug }) => ask.assignments.make({ class: "none", article: slug, wish: { title: "Read" } }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "assignments.settings": { call: (ask) => ask.assignments.settings({ assignment: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "assignments.change": { call: (ask) => ask.assignments.change({ assignment: "none", version: 1, wish: { title: "Read" } }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "assignments.set": { call: (ask) => ask.assignments.set({ assignment: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "assignments.toCopy": forItsClass((ask) => ask.assignments.toCopy({ class: "none", from: "none", parts: [], shift: null })),
  "classes.toCopy": forItsClass((ask) => ask.classes.toCopy({ class: "none", parts: [], shift: null })),
  "classes.copy": forItsClass((ask) => ask.classes.copy({ class: "none", parts: [], shift: null, wish: { ...classWish } })),
  "classes.record": forItsClass((ask) => ask.classes.record({ class: "none" })),
  "classes.toArchive": forItsClass((ask) => ask.classes.toArchive({ class: "none" })),
  "classes.archive": forItsClass((ask) => ask.classes.archive({ class: "none" })),
  "endings.view": forItsClass((ask) => ask.endings.view({ class: "none" })),
  "endings.begin": forItsClass((ask) => ask.endings.begin({ class: "none", how: "erasure", typed: "none" })),
  "endings.undo": forItsClass((ask) => ask.endings.undo({ class: "none" })),
  "endings.keep": forItsClass((ask) => ask.endings.keep({ class: "none", retainUntil: "2030-01-01" })),
  "endings.certificate": forItsClass((ask) => ask.endings.certificate({ certificate: "none" })),
  "endings.certificates": { call: (ask) => ask.endings.certificates({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "classes.mine": { call: (ask) => ask.classes.mine({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "classes.make": { call: (ask) => ask.classes.make({ ...classWish }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "classes.page": { call: (ask) => ask.classes.page({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.taught": { call: (ask) => ask.classes.taught({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.people": { call: (ask) => ask.classes.people({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.place": { call: (ask) => ask.classes.place({ class: "none", place: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.changePlace": { call: (ask) => ask.classes.changePlace({ class: "none", place: "none", version: 1, name: "Ada", section: "", role: "student" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.removePlace": { call: (ask) => ask.classes.removePlace({ class: "none", place: "none", version: 1 }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.returnPlace": { call: (ask) => ask.classes.returnPlace({ class: "none", place: "none", version: 1 }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.codes": { call: (ask) => ask.classes.codes({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.makeCode": { call: (ask) => ask.classes.makeCode({ class: "none", role: "student" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.revokeCode": { call: (ask) => ask.classes.revokeCode({ class: "none", code: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.previewRoster": { call: (ask) => ask.classes.previewRoster({ class: "none", source: { text: "name\nAda" } }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.applyRoster": { call: (ask) => ask.classes.applyRoster({ class: "none", text: "name\nAda", seal: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.rosterFile": { call: (ask) => ask.classes.rosterFile({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.moveToSection": forItsClass((ask) => ask.classes.moveToSection({ class: "none", places: ["none"], section: "Blue" })),
  "classes.cards": forItsClass((ask) => ask.classes.cards({ class: "none" })),
  "classes.makeCards": forItsClass((ask) => ask.classes.makeCards({ class: "none" })),
  "classes.facts": forItsClass((ask) => ask.classes.facts({ class: "none" })),
  "classes.changeFacts": forItsClass((ask) => ask.classes.changeFacts({ class: "none", seen: "none", name: "10B", term: "", language: "en", timeZone: "UTC" })),
  "classes.log": { call: (ask) => ask.classes.log({ class: "none" }), allowed: [], refused: toWhoIsNotOfTheClass, hides: false },
  "classes.lookAtCode": { call: (ask) => ask.classes.lookAtCode({ code: "22222222" }), allowed: [], refused: { ...nobodys("noSuch.joinCode"), ...visitorsAreAsked }, hides: false },
  "classes.join": { call: (ask) => ask.classes.join({ code: "22222222" }), allowed: [], refused: { ...nobodys("noSuch.joinCode"), ...visitorsAreAsked }, hides: false },
  "classes.all": { call: (ask) => ask.classes.all({}), allowed: ["administrator"], refused: forOthers, hides: false },
  "classes.logOf": { call: (ask) => ask.classes.logOf({ class: "none" }), allowed: [], refused: nobodys("noSuch.page"), hides: false },
  "classReports.list": forItsClass((ask) => ask.classReports.list({ class: "none" })),
  "classReports.case": forItsClass((ask, { comment }) => ask.classReports.case({ class: "none", item: comment })),
  "classReports.decide": forItsClass((ask, { comment }) => ask.classReports.decide({ class: "none", item: comment, act: "hide", reasons: WHY })),
  "classReports.decideThread": forItsClass((ask, { thread }) => ask.classReports.decideThread({ class: "none", thread, act: "lock", reasons: WHY })),
  "classReports.done": forItsClass((ask) => ask.classReports.done({ class: "none", batch: "none" })),
  "classReports.undo": forItsClass((ask) => ask.classReports.undo({ class: "none", batch: "none" })),
  "classReports.log": forItsClass((ask) => ask.classReports.log({ class: "none" })),
  "comments.composing": { call: (ask, { discussion, comment }) => ask.comments.composing({ discussion, block: null, parent: comment }), allowed: everyone, refused: {}, hides: true },
  "comments.acts": { call: (ask, { comment }) => ask.comments.acts({ comment }), allowed: everyone, refused: {}, hides: true },
  "comments.where": { call: (ask, { comment }) => ask.comments.where({ comment }), allowed: everyone, refused: {}, hides: true },
  "comments.mine": { call: (ask) => ask.comments.mine({ after: null }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "comments.held": { call: (ask, { comment }) => ask.comments.held({ comment }), allowed: [], refused: { ...visitorsAreAsked, ...Object.fromEntries(theSignedIn.map((who) => [who, "noSuch.comment"])) }, hides: true },
  "comments.heldList": { call: (ask) => ask.comments.heldList({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "comments.changeHeld": { call: (ask, { comment }) => ask.comments.changeHeld({ comment, version: 1, kind: null, body: "Other words." }), allowed: [], refused: { ...visitorsAreAsked, ...Object.fromEntries(theSignedIn.map((who) => [who, "noSuch.comment"])) }, hides: true },
  "comments.post": { call: (ask, { discussion, comment }) => ask.comments.post({ discussion, revision: 1, parent: comment, body: "An answer.", key: aKey() }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "comments.keepWaiting": { call: (ask, { discussion }) => ask.comments.keepWaiting({ discussion, revision: 1, block: 1, body: "Waiting.", key: aKey() }), allowed: everyone, refused: {}, hides: true },
  "comments.waiting": { call: waitingOf((ask, secret) => ask.comments.waiting({ secret })), allowed: everyone, refused: {}, hides: true },
  "comments.postWaiting": { call: waitingOf((ask, secret) => ask.comments.postWaiting({ secret })), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "comments.edit": { call: (ask, { comment }) => ask.comments.edit({ comment, version: 1, body: "Other words.", key: aKey() }), allowed: ["author"], refused: others("notAllowed.notYours"), hides: true },
  "comments.delete": { call: (ask, { comment }) => ask.comments.delete({ comment }), allowed: ["author"], refused: others("notAllowed.notYours"), hides: true },
  "comments.restore": { call: (ask, { comment }) => ask.comments.restore({ comment, kind: null, body: "Here again." }), allowed: ["author"], refused: others("notAllowed.notYours"), hides: true },
  "discussions.settings": forEditors((ask, { slug }) => ask.discussions.settings({ slug })),
  "discussions.change": forEditors((ask, { slug }) => ask.discussions.change({ slug, version: 1, opensAt: "", closesAt: "", timeZone: "UTC", prompt: "What is missing?" })),
  "discussions.publishResponse": forEditors((ask, { slug }) => ask.discussions.publishResponse({ slug, published: true })),
  "drafts.of": { call: (ask, { discussion }) => ask.drafts.of({ discussion, place: "article" }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "drafts.list": { call: (ask) => ask.drafts.list({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "drafts.save": { call: (ask, { discussion, comment }) => ask.drafts.save({ discussion, place: `reply:${comment}`, body: "Not yet.", version: 0 }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "drafts.delete": { call: (ask, { discussion }) => ask.drafts.delete({ discussion, place: "article", version: 0 }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "editing.drafts": forEditors((ask) => ask.editing.drafts({})),
  "editing.articles": forEditors((ask) => ask.editing.articles({})),
  "editing.article": forEditors((ask, { slug }) => ask.editing.article({ slug })),
  "editing.draft": forEditors((ask, { draft: { slug } }) => ask.editing.draft({ slug })),
  "editing.block": forEditors((ask, { draft: { slug, block } }) => ask.editing.block({ slug, block })),
  "editing.import": forEditors(imported),
  "editing.importing": forEditors(async (ask) => ask.editing.importing(await imported(ask))),
  "editing.saveHead": forEditors((ask, { draft: { slug, version } }) => ask.editing.saveHead({ slug, version, to: slug, title: "Another", standfirst: "", byline: "", date: "", source: "", language: "en" })),
  "editing.join": forEditors((ask, { draft }) => ask.editing.join(draft)),
  "editing.split": forEditors((ask, { draft }) => ask.editing.split({ ...draft, at: 6 })),
  "editing.retype": forEditors((ask, { draft }) => ask.editing.retype({ ...draft, kind: "heading" })),
  "editing.reword": forEditors((ask, { draft }) => ask.editing.reword({ ...draft, text: "Other words." })),
  "editing.drop": forEditors((ask, { draft }) => ask.editing.drop({ ...draft, dropped: true })),
  "editing.describe": forEditors((ask, { draft: { slug, version } }) => withPicture(ask, { slug, version })),
  "editing.takeIn": forEditors((ask, { draft: { slug, version } }) => ask.editing.takeIn({ slug, version, which: 0, after: 0 })),
  "editing.undo": forEditors(async (ask, { draft }) => ask.editing.undo({ slug: draft.slug, version: (await ask.editing.drop({ ...draft, dropped: true })).version })),
  "editing.redo": forEditors(async (ask, { draft: { slug, ...draft } }) => {
    const { version } = await ask.editing.drop({ slug, ...draft, dropped: true });
    return ask.editing.redo({ slug, version: (await ask.editing.undo({ slug, version })).version });
  }),
  "editing.publish": forEditors((ask, { draft: { slug, version } }) => ask.editing.publish({ slug, version })),
  "revising.begin": forEditors((ask, { slug }) => ask.revising.begin({ slug })),
  "revising.replace": forEditors(async (ask, { slug }) => {
    const { id } = await ask.revising.replace({ ...(await ask.revising.begin({ slug })), source: { bytes: Buffer.from("# A title\n\nOther words."), name: null } });
    return readToItsEnd(ask, id);
  }),
  "revising.makeReview": forEditors((ask, { slug }) => reviewed(ask, slug)),
  "revising.review": forEditors(async (ask, { slug }) => ask.revising.review({ slug: (await reviewed(ask, slug)).slug })),
  "revising.decide": forEditors(async (ask, { slug, thread }) => ask.revising.decide({ ...(await reviewed(ask, slug)), which: { threads: [thread] }, decision: { kind: "detached" } })),
  "revising.carrying": forEditors((ask, { slug }) => ask.revising.carrying({ slug })),
  "revising.passages": forEditors(async (ask, { slug, thread }) => ask.revising.passages({ slug: (await reviewed(ask, slug)).slug, thread })),
  "revising.passage": forEditors(async (ask, { slug, thread }) => ask.revising.passage({ slug: (await reviewed(ask, slug)).slug, thread, number: 1 })),
  "revising.undo": forEditors(async (ask, { slug, thread }) => {
    const draft = await reviewed(ask, slug);
    await ask.revising.decide({ ...draft, which: { threads: [thread] }, decision: { kind: "detached" } });
    return ask.revising.undo(draft);
  }),
  "revising.publish": forEditors(async (ask, { slug }) => ask.revising.publish(await reviewed(ask, slug))),
  "revisions.list": { call: (ask, { slug }) => ask.revisions.list({ slug }), allowed: everyone, refused: {}, hides: true },
  "revisions.compare": { call: async (ask, { slug }) => ask.revisions.compare({ slug, from: 1, to: await twoRevisions(slug) }), allowed: everyone, refused: {}, hides: true },
  "revisions.changed": { call: (ask) => ask.revisions.changed({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "revisions.keep": { call: (ask, { comment }) => ask.revisions.keep({ comment, revision: 1 }), allowed: ["author"], refused: others("notAllowed.notYours"), hides: true },
  "editing.discard": forEditors((ask, { draft: { slug, version } }) => ask.editing.discard({ slug, version })),
  "editing.rename": forEditors((ask, { slug }) => ask.editing.rename({ slug, to: `${slug}-renamed` })),
  "editing.withdraw": forEditors((ask, { slug }) => ask.editing.withdraw({ slug, why: "It was wrong." })),
  "editing.restore": forEditors(async (ask, { slug }) => {
    await ask.editing.withdraw({ slug, why: "It was wrong." });
    return ask.editing.restore({ slug });
  }),
  "moderation.queue": forModerators((ask) => ask.moderation.queue({})),
  "moderation.next": forModerators((ask) => ask.moderation.next({})),
  "moderation.item": forModerators((ask, { comment }) => ask.moderation.item({ item: comment })),
  "moderation.classCase": { call: (ask) => ask.moderation.classCase({ item: "none" }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.comment", administrator: "noSuch.comment" }, hides: false },
  "moderation.decideClassCase": { call: (ask) => ask.moderation.decideClassCase({ item: "none", act: "hide", reasons: WHY }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.comment", administrator: "noSuch.comment" }, hides: false },
  "moderation.done": forModerators((ask) => ask.moderation.done({ batch: "none" })),
  "moderation.passages": forModerators((ask, { comment }) => ask.moderation.passages({ item: comment })),
  "moderation.claim": { call: (ask) => ask.moderation.claim({ item: "none" }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.comment", administrator: "noSuch.comment" }, hides: false },
  "moderation.release": forModerators((ask) => ask.moderation.release({ item: "none" })),
  "moderation.snooze": { call: (ask) => ask.moderation.snooze({ member: "nobody", left: 1 }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.member", administrator: "noSuch.member" }, hides: false },
  "moderation.note": forModerators((ask, { comment }) => ask.moderation.note({ about: comment, note: "Look again." })),
  "moderation.ask": { call: (ask) => ask.moderation.ask({ item: "none", whom: "", question: "Look too?" }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.comment", administrator: "noSuch.comment" }, hides: false },
  "moderation.decideAll": forModerators((ask) => ask.moderation.decideAll({ act: "hide", member: "nobody", since: NOON, reasons: WHY })),
  "moderation.decideComments": forModerators((ask, { comment }) => ask.moderation.decideComments({ act: "hide", comments: [{ id: comment }], reasons: WHY })),
  "moderation.decideThread": forModerators((ask, { thread }) => ask.moderation.decideThread({ act: "lock", thread, reasons: WHY })),
  "moderation.decideMember": { call: (ask) => ask.moderation.decideMember({ act: "warn", member: "nobody", reasons: WHY }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.member", administrator: "noSuch.member" }, hides: false },
  "moderation.settings": forModerators((ask) => ask.moderation.settings()),
  // Nobody set anything yet; what an administrator sends is refused for a number.
  "moderation.changeSettings": { call: (ask) => ask.moderation.changeSettings({ mode: "after", bannedWhat: "hold", brake: true, banned: "", suspect: "", newMemberApproved: "many", linksMost: "8", linksNewMember: "2", hotThread: "100", hidesAt: "3", version: 0 }), allowed: [], refused: { ...toOthersNoPage, moderator: "notAllowed.role", administrator: "field.wholeNumber" }, hides: false },
  "reports.make": { call: (ask, { comment }) => ask.reports.make({ comment, ground: "insult", email: `${aKey()}@example.org` }), allowed: everyone.filter((who) => who !== "author"), refused: { author: "notAllowed.ownComment" }, hides: true },
  "reports.mine": { call: (ask) => ask.reports.mine({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "moderation.undo": { call: (ask) => ask.moderation.undo({ batch: "none" }), allowed: [], refused: { ...toOthersNoPage, moderator: "noSuch.decision", administrator: "noSuch.decision" }, hides: false },
  "decisions.acknowledge": { call: (ask) => ask.decisions.acknowledge({ decision: "none" }), allowed: [], refused: { ...visitorsAreAsked, ...Object.fromEntries(theSignedIn.map((who) => [who, "noSuch.decision"])) }, hides: false },
  "members.me": { call: (ask) => ask.members.me(), allowed: everyone, refused: {}, hides: false },
  "members.sessions": { call: (ask) => ask.members.sessions(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.setupLinkWorks": { call: (ask) => ask.members.setupLinkWorks({ token: "none" }), allowed: everyone, refused: {}, hides: false },
  "members.signOut": { call: (ask) => ask.members.signOut(), allowed: everyone, refused: {}, hides: false },
  "members.signUp": { call: (ask) => ask.members.signUp({ name: "", email: "", password: "" }), allowed: [], refused: Object.fromEntries(everyone.map((who) => [who, "field.blankName"])), hides: false },
  "members.signIn": { call: (ask) => ask.members.signIn({ who: "a@example.org", password: "" }), allowed: [], refused: Object.fromEntries(everyone.map((who) => [who, "field.wrongPassword"])), hides: false },
  "members.createFirstAdministrator": { call: (ask) => ask.members.createFirstAdministrator({ token: "none", name: "", email: "", password: "" }), allowed: [], refused: Object.fromEntries(everyone.map((who) => [who, "noSuch.link"])), hides: false },
  "members.changePassword": { call: (ask) => ask.members.changePassword({ current: "", password: "" }), allowed: [], refused: { ...others("notAllowed.signInAgain"), author: "notAllowed.signInAgain" }, hides: false },
  "members.account": { call: (ask) => ask.members.account(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.endOtherSessions": { call: (ask) => ask.members.endOtherSessions(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.linkInHand": { call: (ask) => ask.members.linkInHand({ purpose: "sign-in", token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "members.mailSignInLink": { call: (ask) => ask.members.mailSignInLink({ email: `${aKey()}@example.org` }), allowed: everyone, refused: {}, hides: false },
  "members.signInByLink": { call: (ask) => ask.members.signInByLink({ token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "members.mailResetLink": { call: (ask) => ask.members.mailResetLink({ email: `${aKey()}@example.org` }), allowed: everyone, refused: {}, hides: false },
  "members.resetPassword": { call: (ask) => ask.members.resetPassword({ token: "none", password: "" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "members.mailConfirmLink": { call: (ask) => ask.members.mailConfirmLink({}), allowed: [], refused: { ...others("field.notAnAddress"), author: "field.notAnAddress" }, hides: false },
  "members.confirmAddress": { call: (ask) => ask.members.confirmAddress({ token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "members.changeAddress": { call: (ask) => ask.members.changeAddress({ email: "a@example.org", current: "" }), allowed: [], refused: { ...others("notAllowed.signInAgain"), author: "notAllowed.signInAgain" }, hides: false },
  "members.confirmNewAddress": { call: (ask) => ask.members.confirmNewAddress({ token: "none" }), allowed: [], refused: nobodys("noSuch.link"), hides: false },
  "members.rename": { call: (ask) => ask.members.rename({ name: "x" }), allowed: [], refused: { ...others("field.tooShort"), author: "field.tooShort" }, hides: false },
  "members.setCredited": { call: (ask) => ask.members.setCredited({ credited: false }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.setDisplayName": { call: (ask) => ask.members.setDisplayName({ displayName: "" }), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.whatGoes": { call: (ask) => ask.members.whatGoes(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.deleteAccount": { call: (ask) => ask.members.deleteAccount({ current: "", comments: "keep" }), allowed: [], refused: { ...others("notAllowed.signInAgain"), author: "notAllowed.signInAgain" }, hides: false },
  "members.muted": { call: (ask) => ask.members.muted({}), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "members.mute": { call: (ask, { comment }) => ask.members.mute({ comment }), allowed: theSignedIn.filter((who) => who !== "author"), refused: { ...visitorsAreAsked, author: "notAllowed.yourself" }, hides: true },
  "members.unmute": { call: (ask, { comment }) => ask.members.unmute({ comment }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "members.endSession": { call: (ask) => ask.members.endSession({ session: "nobody's" }), allowed: [], refused: { ...others("noSuch.link"), author: "noSuch.link" }, hides: false },
  "oidc.provider": { call: (ask) => ask.oidc.provider(), allowed: everyone, refused: {}, hides: false },
  "oidc.begin": { call: (ask) => ask.oidc.begin({ next: "/" }), allowed: [], refused: nobodys("oidc.unreachable"), hides: false },
  "oidc.begun": { call: (ask) => ask.oidc.begun({ transaction: "none" }), allowed: everyone, refused: {}, hides: false },
  "oidc.finish": { call: (ask) => ask.oidc.finish({ transaction: "none", answer: "?code=none&state=none" }), allowed: [], refused: nobodys("oidc.expired"), hides: false },
  "oidc.applicant": { call: (ask) => ask.oidc.applicant({ applicant: "none" }), allowed: [], refused: nobodys("oidc.expired"), hides: false },
  "oidc.signUp": { call: (ask) => ask.oidc.signUp({ applicant: "none", name: "" }), allowed: [], refused: nobodys("oidc.expired"), hides: false },
  "oidc.own": { call: (ask) => ask.oidc.own(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "oidc.beginLinking": { call: (ask) => ask.oidc.beginLinking({ current: "" }), allowed: [], refused: { ...others("notAllowed.signInAgain"), author: "notAllowed.signInAgain" }, hides: false },
  "oidc.unlink": { call: (ask) => ask.oidc.unlink(), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "reading.here": { call: (ask, { discussion }) => ask.reading.here({ discussion }), allowed: everyone, refused: {}, hides: true },
  "reading.mark": { call: (ask, { thread }) => ask.reading.mark([{ thread, sequences: [1] }]), allowed: theSignedIn, refused: visitorsAreAsked, hides: false },
  "reading.markAll": { call: (ask, { discussion }) => ask.reading.markAll({ discussion, until: NOON.toISOString() }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
  "reading.catchUp": { call: (ask, { discussion }) => ask.reading.catchUp({ discussion }), allowed: theSignedIn, refused: visitorsAreAsked, hides: true },
};

async function reviewed(ask: Ask, slug: string): Promise<{ slug: string; version: number }> {
  const begun = await ask.revising.begin({ slug });
  const { title, standfirst, byline, date, source, language } = await ask.editing.draft({ slug });
  const head = { standfirst: standfirst ?? "", byline: byline ?? "", date: date ?? "", source: source ?? "", language };
  const { version } = await ask.editing.saveHead({ slug, version: begun.version, to: slug, title: `${title}, revised`, ...head });
  await ask.revising.makeReview({ slug, version });
  await expect.poll(async () => (await ask.revising.carrying({ slug })).carrying?.isRunning, { timeout: 30_000, interval: 10 }).toBe(false);
  return { slug, version };
}

/** Somebody has two texts read at once, not three: whoever begins another waits until this one is read. */
async function readToItsEnd(ask: Ask, id: string): Promise<void> {
  await expect.poll(async () => (await ask.editing.importing({ id })).phase, { timeout: 30_000, interval: 10 }).toBe("done");
}

async function imported(ask: Ask): Promise<{ id: string }> {
  const begun = await ask.editing.import({ source: { bytes: Buffer.from("# A title\n\nWords to comment on."), name: null }, language: null });
  await readToItsEnd(ask, begun.id);
  return begun;
}

/** Revises an article, where there is one: 2, the number of the new one. */
async function twoRevisions(slug: string): Promise<number> {
  const editor = people.get("editor");
  if (editor && slug !== "none" && (await asks(null).articles.list({})).articles.some((one) => one.slug === slug)) await aRevision(editor, { slug, discussionId: "" }, "Other words.", "And more of them.");
  return 2;
}

async function withPicture(ask: Ask, { slug, version }: { slug: string; version: number }): Promise<unknown> {
  const { blocks } = await ask.editing.draft({ slug });
  const picture = blocks.find(({ kind }) => kind === "figure")?.id ?? "none";
  return ask.editing.describe({ slug, version, block: picture, alternative: "A chart.", decorative: false });
}

function waitingOf(then: (ask: Ask, secret: string) => Promise<unknown>): Row["call"] {
  return async (ask, { discussion }) => {
    const { secret } = await asks(null).comments.keepWaiting({ discussion, revision: 1, block: 1, body: "Waiting.", key: aKey() });
    return then(ask, secret);
  };
}

const people = new Map<Who, Reader | null>();
const usual = { ...settings().rates };

beforeAll(async () => {
  await buildWorker();
  settings().rates.commentEvery = 0;
  settings().oidc = { issuer: new URL("http://127.0.0.1:1"), clientId: "paragora", clientSecret: "a secret", name: "Nobody there" };
  people.set("visitor", null);
  for (const who of ["member", "author"] as const) people.set(who, await aMember());
  for (const role of ["moderator", "editor", "administrator"] as const) people.set(role, await aMember({ role }));
  return () => {
    settings().oidc = null;
    Object.assign(settings().rates, usual);
  };
});

async function objects(): Promise<Objects> {
  const article = await anArticle();
  const { id } = await asks(people.get("author") ?? null).comments.post({ discussion: article.discussionId, revision: 1, block: 1, body: "Somebody's words.", key: aKey() });
  const { thread } = await asks(null).comments.where({ comment: id });
  return { comment: id, discussion: article.discussionId, slug: article.slug, thread, draft: await aDraft() };
}

async function aDraft(): Promise<Objects["draft"]> {
  const blocks = [paragraph("First words."), paragraph("More."), { ...paragraph("A chart"), kind: "figure" as const, shape: { image: { source: "/media/a", alternative: "" } } }];
  const { slug } = await keepDraft({ db: database(), now: () => NOON }, { title: `Not yet ${aKey()}`, standfirst: null, byline: null, date: null, source: null, language: "en", blocks, dropped: ["An advertisement"] }, { slug: null, by: null });
  const { version, blocks: kept } = await asks(people.get("editor") ?? null).editing.draft({ slug });
  return { slug, version, block: kept[0]?.id ?? "none" };
}

/** For calls that name nothing there is, nothing is made: that is most of them. */
const NOTHING: Objects = { comment: "none", discussion: "none", slug: "none", thread: "none", draft: { slug: "none", version: 1, block: "none" } };
const isAboutObjects = (call: Row["call"]): boolean => call.length > 1;

/** What is refused changes nothing, so all refusals are about the same. */
let untouched = NOTHING;
beforeAll(async () => {
  untouched = await objects();
});

test("every procedure has a row, and every row a procedure", () => {
  expect(Object.keys(matrix).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

test("access rests on no proxy or middleware file", () => {
  expect(["proxy.ts", "proxy.js", "middleware.ts", "middleware.js"].filter((file) => existsSync(file))).toEqual([]);
});

describe.each(Object.entries(matrix))("%s", (_, { call, allowed, refused }) => {
  test("says for every role whether it may", () => {
    expect([...allowed, ...Object.keys(refused)].toSorted()).toEqual([...everyone].toSorted());
  });

  test.each(allowed.map((who) => [who]))("answers the %s", async (who) => {
    await expect(call(asks(people.get(who) ?? null), isAboutObjects(call) ? await objects() : NOTHING)).resolves.not.toThrow();
  });

  test.each(Object.entries(refused))("refuses the %s with %s", async (who, reason) => {
    const reader = [...people].find(([name]) => name === who)?.[1] ?? null;
    expect((await refusal(call(asks(reader), untouched))).reason).toBe(reason);
  });
});

describe.each(Object.entries(matrix).filter(([, { hides }]) => hides))("%s", (_, { call }) => {
  test("answers about what is hidden as about what is missing", async () => {
    const draft = await anArticle({ draft: true });
    const administrator = people.get("administrator") ?? null;
    const hidden = { ...NOTHING, discussion: draft.discussionId, slug: draft.slug };
    expect(await refusal(call(asks(administrator), hidden))).toEqual(await refusal(call(asks(administrator), NOTHING)));
  });
});
