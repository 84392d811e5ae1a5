/** A discussion's dates, its prompt and its response: what happens when an editor sets them. */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { discussion } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { momentIn, PROMPT_LENGTH, timeZones } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { editedArticle } from "../editing/visible";
import { badField, changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** Times as clocks of `timeZone` show them, "2027-01-12T17:00"; empty: none. `version`: of what the editor saw. */
export type DiscussionWish = { slug: string; version: number; opensAt: string; closesAt: string; timeZone: string; prompt: string; /** Null: as it is here in general. */ mode: "after" | "before" | null };

/** @throws Refusal noSuch.article; badField opensAt, closesAt, timeZone, prompt; conflict.changed */
export async function changeDiscussion(ctx: Asked, input: DiscussionWish): Promise<{ slug: string }> {
  const { slug, id: articleId, discussionId } = await editedArticle(ctx, input.slug);
  const set = checked(input);
  const at = ctx.now();
  try {
    await writeTogether(
      (w) => [must(w.update(discussion).set({ ...set, version: input.version + 1 }).where(and(eq(discussion.id, discussionId), eq(discussion.version, input.version))), "discussion")],
      [{ id: newId(), kind: "discussion.changed", articleId, discussionId, subjectId: discussionId, actorId: ctx.reader.id, at }],
    );
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
  return { slug };
}

function checked({ opensAt, closesAt, timeZone, prompt, mode }: DiscussionWish) {
  if (!timeZones().includes(timeZone)) throw badField("timeZone", { fault: "notATimeZone" });
  const moment = (field: string, written: string): Date | null => {
    if (written.trim() === "") return null;
    const at = momentIn(written.trim(), timeZone);
    if (!at) throw badField(field, { fault: "notATime" });
    return at;
  };
  const dates = { opensAt: moment("opensAt", opensAt), closesAt: moment("closesAt", closesAt) };
  if (dates.opensAt && dates.closesAt && dates.closesAt <= dates.opensAt) throw badField("closesAt", { fault: "closesFirst" });
  const asked = normalised(prompt);
  const fault = asked === "" ? null : faultOfText(asked, { most: PROMPT_LENGTH });
  if (fault) throw badField("prompt", fault);
  return { ...dates, timeZone, mode, prompt: asked || null };
}

/** Makes the response to the comments public, or takes it from the public again. Twice is once. @throws Refusal noSuch.article */
export async function publishResponse(ctx: Asked, input: { slug: string; published: boolean }): Promise<{ slug: string }> {
  const { slug, id: articleId, discussionId } = await editedArticle(ctx, input.slug);
  const at = ctx.now();
  await writeTogether(
    (w) => [w.update(discussion).set({ responseAt: input.published ? at : null }).where(eq(discussion.id, discussionId))],
    [{ id: newId(), kind: input.published ? "response.published" : "response.withdrawn", articleId, discussionId, subjectId: discussionId, actorId: ctx.reader.id, at }],
  );
  return { slug };
}
