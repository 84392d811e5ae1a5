/** Classes by forms. */
import { endings } from "../../domain/classroom/classes";
import { parseJoinCode } from "../../domain/classroom/join-code";
import { classRoles } from "../../domain/classroom/terms";
import type { Reader } from "../../domain/permissions";
import { codeRoles } from "../../server/classes/codes";
import type { RosterSource } from "../../server/classes/roster";
import { badField, noSuch } from "../../server/refusals";
import { settings } from "../../server/settings";
import { refusalOf } from "../../server/trpc";
import { fileAnswer } from "../_asking/file-answer";
import { ownDocument } from "../_asking/answers";
import { wholeNumber } from "../_asking/request";
import { ClassFormPage, type WrittenClass } from "../_ui/classes/class-form-page";
import { CodesPage } from "../_ui/classes/codes-page";
import type { ClassAct } from "../_ui/classes/frame";
import { EnterCodePage, JoinPage } from "../_ui/classes/join-page";
import { PlacePage } from "../_ui/classes/place-page";
import { RosterPage } from "../_ui/classes/roster-page";
import { RosterPreviewPage, type WrittenChoices } from "../_ui/classes/roster-preview-page";
import { classPath, joinPath, withQuery } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

export function readerOf(sent: Sent): Reader {
  const { reader } = sent.context;
  if (!reader) throw noSuch("page");
  return reader;
}

export function toClass(sent: Sent, id: string, page: Parameters<typeof classPath>[1], done: ClassAct): Response {
  return leadTo(sent, withQuery(sent.words.to(classPath(encodeURIComponent(id), page)), { done }));
}

export function classIn({ field }: Pick<Sent, "field">): WrittenClass {
  return {
    ...{ name: field("name"), term: field("term"), teacher: field("teacher"), timeZone: field("timeZone"), retainUntil: field("retainUntil") },
    language: field("language") === "zh" ? "zh" : "en",
    endsWith: endings.find((ending) => ending === field("endsWith")) ?? null,
  };
}

export const make: Form = async (sent) => {
  const { ask, words } = sent;
  const written = classIn(sent);
  try {
    const { id } = await ask.classes.make(written);
    return toClass(sent, id, undefined, "made");
  } catch (error) {
    throwIfNowhere(error);
    const reader = readerOf(sent);
    return comeBack(sent, error, (why) => <ClassFormPage words={words} reader={reader} written={written} error={why} />);
  }
};

const placeIn = ({ field }: Sent) => ({ class: field("class"), place: field("place"), version: wholeNumber(field("version")) ?? 0 });

/** On the place's page, which tells what was wrong; otherwise back to the people. */
function ofPlace(done: ClassAct, act: (sent: Sent) => Promise<unknown>): Form {
  return async (sent) => {
    const { class: of, place } = placeIn(sent);
    try {
      await act(sent);
      return toClass(sent, of, "people", done);
    } catch (error) {
      throwIfNowhere(error);
      const [view, reader] = [await sent.ask.classes.place({ class: of, place }), readerOf(sent)];
      const written = done === "changed" ? placeWritten(sent) : null;
      return comeBack(sent, error, (why) => <PlacePage words={sent.words} reader={reader} view={view} written={written} error={why} />);
    }
  };
}

const placeWritten = ({ field }: Sent) => ({ name: field("name"), section: field("section"), role: classRoles.find((role) => role === field("role")) ?? ("student" as const) });

export const changePlace = ofPlace("changed", (sent) => sent.ask.classes.changePlace({ ...placeIn(sent), ...placeWritten(sent) }));
export const removePlace = ofPlace("removed", (sent) => sent.ask.classes.removePlace(placeIn(sent)));
export const returnPlace = ofPlace("returned", (sent) => sent.ask.classes.returnPlace(placeIn(sent)));

export const makeCode: Form = async (sent) => {
  const { field, ask, words } = sent;
  const written = { role: codeRoles.find((role) => role === field("role")) ?? ("student" as const), section: field("section") };
  try {
    await ask.classes.makeCode({ class: field("class"), ...written });
    return toClass(sent, field("class"), "codes", "code");
  } catch (error) {
    throwIfNowhere(error);
    const [view, reader] = [await ask.classes.codes({ class: field("class") }), readerOf(sent)];
    return comeBack(sent, error, (why) => <CodesPage words={words} reader={reader} origin={settings().publicUrl.origin} view={view} after={null} done={null} written={written} error={why} />);
  }
};

export const revokeCode: Form = async (sent) => {
  await sent.ask.classes.revokeCode({ class: sent.field("class"), code: sent.field("code") });
  return toClass(sent, sent.field("class"), "codes", "revoked");
};

/** To the page of the code; what is none is told beside the field, and counted there. */
export const lookAtCode: Form = async (sent) => {
  const typed = sent.field("code");
  const reader = readerOf(sent);
  const code = parseJoinCode(typed);
  if (code !== null) return leadTo(sent, sent.words.to(joinPath(code)));
  try {
    await sent.ask.classes.lookAtCode({ code: typed });
    return leadTo(sent, sent.words.to(joinPath()));
  } catch (error) {
    return comeBack(sent, error, (why) => <EnterCodePage words={sent.words} reader={reader} written={typed} error={why} />);
  }
};

export const join: Form = async (sent) => {
  const { field, ask, words } = sent;
  const written = { name: field("name"), place: field("place") };
  try {
    const { class: id } = await ask.classes.join({ code: field("code"), name: written.name, place: written.place || null });
    return toClass(sent, id, undefined, "joined");
  } catch (error) {
    const refusal = refusalOf(error);
    const reader = readerOf(sent);
    if (refusal?.field === "code") return comeBack(sent, error, (why) => <EnterCodePage words={words} reader={reader} written="" error={why} />);
    if (refusal?.field !== "name" && refusal?.field !== "place") throw error;
    const view = await ask.classes.lookAtCode({ code: field("code") });
    return comeBack(sent, error, (why) => <JoinPage words={words} reader={reader} view={view} written={written} error={why} />);
  }
};

/** What was pasted counts before a file: it may be the file's list put right. @throws Refusal field roster */
async function rosterIn({ field, file }: Sent): Promise<RosterSource> {
  const [text, chosen] = [field("roster"), file("file")];
  if (chosen !== null) return { bytes: new Uint8Array(await chosen.arrayBuffer()) };
  if (text.trim() === "") throw badField("roster", { fault: "noFile" });
  return { text };
}

const undecided: WrittenChoices = { byLine: {}, allSame: false };

export const previewRoster: Form = async (sent) => {
  const { field, ask, words } = sent;
  const id = field("class");
  try {
    const preview = await ask.classes.previewRoster({ class: id, source: await rosterIn(sent) });
    return await ownDocument(<RosterPreviewPage words={words} reader={readerOf(sent)} preview={preview} written={undecided} error={null} />);
  } catch (error) {
    if (refusalOf(error)?.field !== "roster") throw error;
    const [of, reader] = [await ask.classes.taught({ class: id }), readerOf(sent)];
    return comeBack(sent, error, (why) => <RosterPage words={words} reader={reader} of={of} written={field("roster")} done={null} error={why} />);
  }
};

export const applyRoster: Form = async (sent) => {
  const { field, ask, words, names } = sent;
  const [id, text] = [field("class"), field("text")];
  const written: WrittenChoices = {
    byLine: Object.fromEntries(names().flatMap((name) => (/^line-\d{1,6}$/.test(name) && field(name) !== "" ? [[name.slice("line-".length), field(name)]] : []))),
    allSame: field("allSame") !== "",
  };
  try {
    const byLine = Object.fromEntries(Object.entries(written.byLine).map(([line, choice]) => [line, choice === "new" ? null : choice]));
    const done = await ask.classes.applyRoster({ class: id, text, seal: field("seal"), choices: { byLine, allSame: written.allSame } });
    return leadTo(sent, withQuery(words.to(classPath(encodeURIComponent(id), "roster")), Object.fromEntries(Object.entries(done).map(([name, count]) => [name, String(count)]))));
  } catch (error) {
    if (refusalOf(error)?.field !== "roster") throw error;
    const [preview, reader] = [await ask.classes.previewRoster({ class: id, source: { text } }), readerOf(sent)];
    return comeBack(sent, error, (why) => <RosterPreviewPage words={words} reader={reader} preview={preview} written={written} error={why} />);
  }
};

export const rosterFile: Form = async ({ ask, field }) => {
  const { name, csv } = await ask.classes.rosterFile({ class: field("class") });
  return fileAnswer(csv, "text/csv; charset=utf-8", `${name}.csv`);
};
