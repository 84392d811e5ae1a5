/** Forms without JavaScript: each calls a procedure and leads on, or comes back with what was written and what is wrong. */
import { contextOf } from "../../../server/context";
import { noSuch, Refusal } from "../../../server/refusals";
import { callerOf } from "../../../server/router";
import { refusedPage } from "../../_asking/refused";
import { languageOf, pathOf } from "../../_asking/request";
import { wordsOf } from "../../_ui/words";
import { changeAddress, changePassword, deleteAccount, endOtherSessions, endSession, mailConfirmLink, rename, setCredited, setDisplayName } from "../account";
import { setup, signIn, signOut, signUp } from "../accounts";
import { changeRole, endSessions, makeCard, makeMember, reinstate, retryMail, sendTestMail, suspend } from "../administration";
import * as answers from "../answers";
import { signInByCard } from "../card";
import * as appeals from "../appeals";
import * as classPeople from "../class-people";
import * as classReports from "../class-reports";
import * as classes from "../classes";
import * as assignments from "../assignments";
import * as terms from "../terms";
import { deleteComment, editComment, postComment, restoreComment } from "../comments";
import { previewComment } from "../compose-again";
import * as discussions from "../discussions";
import { deleteDraft, restoreDraft, saveDraft } from "../drafts";
import { describe, discard, drop, join, keep, publish, redo, renameArticle, restoreArticle, retype, reword, saveHead, split, takeIn, undo, withdrawArticle } from "../editing";
import type { Form } from "../form";
import * as grades from "../grades";
import { changeHeld, takeBackHeld } from "../held";
import { importArticle, replaceText } from "../importing";
import { confirmAddress, confirmNewAddress, mailResetLink, mailSignInLink, resetPassword, signInByLink } from "../links";
import * as moderation from "../moderation";
import { changeModerationSettings } from "../moderation-settings";
import { muteMember, unmuteMember } from "../mutes";
import { beginOidc, linkOidc, signUpByOidc, unlinkOidc } from "../oidc";
import { markAllRead } from "../reading";
import { makeReport } from "../reports";
import * as revising from "../revising";
import { keepComment } from "../revisions";
import * as work from "../set-work";

const forms = new Map<string, Form>(
  Object.entries({
    "assignments.make": work.make,
    "assignments.change": work.change,
    "classes.make": classes.make,
    "classes.changePlace": classes.changePlace,
    "classes.removePlace": classes.removePlace,
    "classes.returnPlace": classes.returnPlace,
    "classes.makeCode": classes.makeCode,
    "classes.revokeCode": classes.revokeCode,
    "classes.lookAtCode": classes.lookAtCode,
    "classes.join": classes.join,
    "classes.previewRoster": classes.previewRoster,
    "classes.applyRoster": classes.applyRoster,
    "classes.rosterFile": classes.rosterFile,
    "classes.makeCards": classPeople.makeCards,
    "classes.moveToSection": classPeople.moveToSection,
    "classes.changeFacts": classPeople.changeFacts,
    "classReports.decide": classReports.decide,
    "classReports.undo": classReports.undo,
    "classes.copy": terms.copy,
    "classes.archive": terms.archive,
    "endings.keep": terms.keep,
    "endings.begin": terms.end,
    "endings.undo": terms.undo,
    "comments.post": postComment,
    "comments.edit": editComment,
    "comments.delete": deleteComment,
    "comments.restore": restoreComment,
    "comments.preview": previewComment,
    "comments.changeHeld": changeHeld,
    "comments.takeBackHeld": takeBackHeld,
    "grades.preview": grades.previewRule,
    "grades.saveRule": grades.saveRule,
    "grades.release": grades.release,
    "grades.giveMarks": grades.giveMarks,
    "grades.say": grades.say,
    "reports.make": makeReport,
    "moderation.changeSettings": changeModerationSettings,
    "drafts.save": saveDraft,
    "drafts.delete": deleteDraft,
    "drafts.restore": restoreDraft,
    "articles.import": importArticle,
    "editing.saveHead": saveHead,
    "editing.join": join,
    "editing.split": split,
    "editing.retype": retype,
    "editing.reword": reword,
    "editing.drop": drop,
    "editing.keep": keep,
    "editing.describe": describe,
    "editing.takeIn": takeIn,
    "editing.undo": undo,
    "editing.redo": redo,
    "editing.publish": publish,
    "editing.discard": discard,
    "editing.rename": renameArticle,
    "editing.withdraw": withdrawArticle,
    "editing.restore": restoreArticle,
    "revising.begin": revising.begin,
    "articles.replace": replaceText,
    "revising.makeReview": revising.makeReview,
    "revising.decide": revising.decide,
    "revising.undo": revising.undo,
    "revising.publish": revising.publish,
    "revisions.keep": keepComment,
    "answers.give": answers.give,
    "answers.takeBack": answers.takeBack,
    "answers.pin": answers.pin,
    "answers.accept": answers.accept,
    "discussions.change": discussions.change,
    "discussions.closeNow": discussions.closeNow,
    "discussions.publishResponse": discussions.publishResponse,
    "decisions.acknowledge": appeals.acknowledge,
    "decisions.objectByLink": appeals.objectByLink,
    "decisions.writeByLink": appeals.writeByLink,
    "appeals.open": appeals.open,
    "appeals.write": appeals.write,
    "appeals.decide": appeals.decide,
    "notices.markAll": appeals.markAllNotices,
    "record.redact": appeals.redact,
    "assignments.setGate": assignments.setGate,
    "assignments.setGateFor": assignments.setGateFor,
    "assignments.reveal": assignments.reveal,
    "assignments.extend": assignments.extend,
    "assignments.takeBackExtension": assignments.takeBackExtension,
    "assignments.moveStudents": assignments.moveStudents,
    "assignments.regroup": assignments.regroup,
    "assignments.takeNewer": assignments.takeNewer,
    "members.mute": muteMember,
    "members.unmute": unmuteMember,
    "administration.changeRole": changeRole,
    "administration.suspend": suspend,
    "administration.reinstate": reinstate,
    "administration.endSessions": endSessions,
    "administration.makeCard": makeCard,
    "administration.makeMember": makeMember,
    "administration.retryMail": retryMail,
    "administration.sendTestMail": sendTestMail,
    "moderation.decide": moderation.decide,
    "moderation.bulk": moderation.bulk,
    "moderation.decideClassCase": moderation.decideClassCase,
    "moderation.decideAll": moderation.decideAll,
    "moderation.move": moderation.move,
    "moderation.undo": moderation.undo,
    "moderation.claim": moderation.claim,
    "moderation.release": moderation.release,
    "moderation.snooze": moderation.snooze,
    "moderation.note": moderation.note,
    "moderation.ask": moderation.ask,
    signInByCard,
    "oidc.begin": beginOidc,
    "oidc.link": linkOidc,
    "oidc.signUp": signUpByOidc,
    "oidc.unlink": unlinkOidc,
    "members.mailSignInLink": mailSignInLink,
    "members.signInByLink": signInByLink,
    "members.mailResetLink": mailResetLink,
    "members.resetPassword": resetPassword,
    "members.mailConfirmLink": mailConfirmLink,
    "members.confirmAddress": confirmAddress,
    "members.changeAddress": changeAddress,
    "members.confirmNewAddress": confirmNewAddress,
    "members.changePassword": changePassword,
    "members.rename": rename,
    "members.setDisplayName": setDisplayName,
    "members.setCredited": setCredited,
    "members.endOtherSessions": endOtherSessions,
    "members.deleteAccount": deleteAccount,
    "reading.markAll": markAllRead,
    "sign-up": signUp,
    "sign-in": signIn,
    "sign-out": signOut,
    setup,
    "sessions.end": endSession,
  }),
);

const FORM_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

async function givenIn(request: Request): Promise<{ given: [string, string][]; files: Map<string, File> }> {
  if (!FORM_TYPES.test(request.headers.get("content-type") ?? "")) throw new Refusal("BAD_REQUEST", "invalid");
  try {
    const given = [...(await request.formData())];
    return {
      given: given.flatMap(([name, value]): [string, string][] => (typeof value === "string" ? [[name, value]] : [])),
      files: new Map(given.flatMap(([name, value]) => (typeof value !== "string" && value.size > 0 ? [[name, value]] : []))),
    };
  } catch (cause) {
    throw new Refusal("BAD_REQUEST", "invalid", {}, cause);
  }
}

export async function POST(request: Request, { params }: { params: Promise<{ procedure: string }> }): Promise<Response> {
  const [words, path] = [wordsOf(languageOf(request)), pathOf(request)];
  let written: string | null = null;
  try {
    const form = forms.get((await params).procedure);
    if (!form) throw noSuch("page");
    const { given, files } = await givenIn(request);
    const fields = new Map(given);
    written = fields.get("body") || fields.get("text") || null;
    const context = await contextOf(request.headers);
    return await form({ words, context, ask: callerOf(context), headers: request.headers, field: (name) => fields.get(name) ?? "", all: (name) => given.flatMap(([of, value]) => (of === name ? [value] : [])), file: (name) => files.get(name) ?? null, names: () => [...fields.keys()] });
  } catch (error) {
    return refusedPage(error, words, path, written);
  }
}
