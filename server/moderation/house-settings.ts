/** How this place is moderated, as its administrators set it: one row, its shape, and what holds where nobody set anything. */
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { question } from "../../db/prepared";
import { moderationSetting } from "../../db/schema/moderation";
import { Overtaken } from "../../db/faults";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { defaultHotThreadRule } from "../../domain/moderation/hot-thread";
import { defaultLinkRule } from "../../domain/moderation/link-count";
import { defaultNewMemberRule } from "../../domain/moderation/new-member";
import type { PhaseRules } from "../../domain/moderation/phases";
import { defaultHidingRule } from "../../domain/moderation/reports";
import { faultOfWordList, wordRules } from "../../domain/moderation/word-list";
import { canAdminister, type Reader } from "../../domain/permissions";
import { badField, changedMeanwhile, notAllowed, Refusal } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";

/** Whole numbers with their bounds: beyond them a rule would hold everything, or nothing, which there are plainer ways to say. */
export const BOUNDS = { newMemberApproved: [0, 20], linksMost: [0, 100], linksNewMember: [0, 100], hotThread: [0, 10_000], hidesAt: [1, 50] } as const;

/** A list of 2,000 words with remarks; more does not fit into a form. */
export const LONGEST_LIST = 50_000;

const whole = (name: keyof typeof BOUNDS, usual: number) => z.int().min(BOUNDS[name][0]).max(BOUNDS[name][1]).default(usual);
const list = z.string().max(LONGEST_LIST).default("");

export const houseSettings = z.object({
  /** Whether comments are seen at once, or after a moderator has looked; a discussion can say otherwise. */
  mode: z.enum(["after", "before"]).default("after"),
  /** So many comments of a new member must stand before the next shows by itself; 0: off. */
  newMemberApproved: whole("newMemberApproved", defaultNewMemberRule.approved),
  linksMost: whole("linksMost", defaultLinkRule.most),
  linksNewMember: whole("linksNewMember", defaultLinkRule.newMemberMost),
  banned: list,
  bannedWhat: z.enum(["hold", "refuse"]).default("hold"),
  suspect: list,
  /** Comments of a thread within ten minutes from which the next is held; 0: off, until somebody knows how much is too much here: a busy evening is no offence. */
  hotThread: whole("hotThread", 0),
  /** What open reports must weigh together to hide a comment until somebody has looked. */
  hidesAt: whole("hidesAt", defaultHidingRule.threshold),
  /** Whether the next comment in a heated thread waits. */
  brake: z.boolean().default(true),
});

export type HouseSettings = z.output<typeof houseSettings>;
export type Kept = { value: HouseSettings; version: number };

const SITE = "site";
const versions = question([], (db) => db.select({ version: moderationSetting.version }).from(moderationSetting).where(eq(moderationSetting.id, SITE)));

/** What was read last, by its version: the lists in it are long, the version is one row by its key. */
let last: Kept = { value: houseSettings.parse({}), version: 0 };

/** As they are now, whoever set them; version 0: nobody did. */
export async function houseSettingsNow(db: Context["db"]): Promise<Kept> {
  const version = (await versions(db, {}))[0]?.version ?? 0;
  if (version === last.version) return last;
  const [row] = await db.select().from(moderationSetting).where(eq(moderationSetting.id, SITE));
  const value = houseSettings.safeParse(row?.value ?? {});
  return (last = { value: value.success ? value.data : houseSettings.parse({}), version: row?.version ?? 0 });
}

const trees = new Map<string, ReturnType<typeof wordRules>>();
/** Both lists of the settings in force, and those before. */
const TREES_KEPT = 4;

/** The tree of a list, made once. */
function treeOf(words: string): ReturnType<typeof wordRules> {
  const tree = trees.get(words) ?? wordRules(words);
  if (!trees.has(words) && trees.size >= TREES_KEPT) trees.clear();
  trees.set(words, tree);
  return tree;
}

/** The rules of the phases, as they are set. `mode`: what the discussion says of itself. */
export function phaseRulesOf(house: HouseSettings, mode: "after" | "before" | null): PhaseRules {
  return {
    links: { ...defaultLinkRule, most: house.linksMost, newMemberMost: Math.min(house.linksNewMember, house.linksMost), ownHost: settings().publicUrl.host },
    banned: { words: treeOf(house.banned), what: house.bannedWhat },
    suspect: treeOf(house.suspect),
    newMember: { approved: house.newMemberApproved },
    hotThread: house.hotThread === 0 ? null : { ...defaultHotThreadRule, most: house.hotThread },
    mode: mode ?? house.mode,
  };
}

/** As a form sends them: numbers as they were written. */
export const wishedSettings = z.object({
  mode: z.enum(["after", "before"]), bannedWhat: z.enum(["hold", "refuse"]), brake: z.boolean(), banned: z.string(), suspect: z.string(), newMemberApproved: z.string(), linksMost: z.string(), linksNewMember: z.string(), hotThread: z.string(), hidesAt: z.string(),
});
export type WishedSettings = z.output<typeof wishedSettings>;

/** `version`: of what the administrator saw. @throws Refusal notAllowed.role, badField, conflict.changed */
export async function changeHouseSettings(ctx: Context & { reader: Reader }, { version, ...wished }: WishedSettings & { version: number }): Promise<void> {
  if (!canAdminister(ctx.reader)) throw notAllowed("role");
  const value = checked(wished);
  const now = ctx.now();
  const row = { value, version: version + 1, changedBy: ctx.reader.id, changedAt: now };
  try {
    await writeTogether(
      (w) => [
        version === 0
          ? must(w.insert(moderationSetting).values({ id: SITE, ...row }).onConflictDoNothing(), "settings")
          : must(w.update(moderationSetting).set(row).where(and(eq(moderationSetting.id, SITE), eq(moderationSetting.version, version))), "settings"),
      ],
      [{ id: newId(), kind: "moderation.set", subjectId: SITE, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}

const bounded = ["newMemberApproved", "linksMost", "linksNewMember", "hotThread", "hidesAt"] as const satisfies (keyof typeof BOUNDS)[];

function checked(wished: WishedSettings): HouseSettings {
  const numbers = Object.fromEntries(
    bounded.map((name) => {
      const [[least, most], written] = [BOUNDS[name], wished[name].trim()];
      const number = /^\d{1,6}$/.test(written) ? Number(written) : -1;
      if (number < least || number > most) throw new Refusal("BAD_REQUEST", "field.wholeNumber", { field: name, values: { least, most } });
      return [name, number];
    }),
  );
  for (const name of ["banned", "suspect"] as const) {
    if (wished[name].length > LONGEST_LIST) throw badField(name, { fault: "tooLong", limit: LONGEST_LIST, length: wished[name].length });
    const fault = faultOfWordList(wished[name]);
    if (fault) {
      const { fault: what, ...values } = fault;
      throw new Refusal("BAD_REQUEST", `wordList.${what}`, { field: name, values });
    }
  }
  return houseSettings.parse({ ...wished, ...numbers });
}
