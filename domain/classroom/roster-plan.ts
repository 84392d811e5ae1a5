/** What a class list changes: who joins, leaves, is called otherwise or is in another section. Deciding alone; nobody's work is touched by it. */
import type { RosterRow } from "./roster";
import { distinctRows, foldedEmail, foldedName, foldedNumber, grouped, of, type Doubled } from "./roster-likeness";

/** A place of the class, also of who has left it. */
export type Enrolled = { id: string; name: string; email: string | null; externalId: string | null; section: string | null; hasLeft: boolean };

/** Siblings, a parent's or a boarding house's address: what more places share is nobody's. More candidates than that nobody looks through. */
const MOST_ALIKE = 20;

export type RosterChange = "returns" | "renamed" | "moved" | "contact";

/** What the place is to hold afterwards. `contact`: another address or number. */
export type Changed = { line: number; enrolled: Enrolled; what: RosterChange[]; name: string; email: string | null; externalId: string | null; section: string | null };

/** `name`: of a nameless row its number or address, so that it is found in the list. `needsCard`: without an address they cannot sign in by themselves. */
export type Joining = { line: number; name: string; email: string | null; externalId: string | null; section: string | null; needsCard: boolean };

/** Perhaps the same person: `name`, called the same without a number or address in common; `email`, of one address with another number (siblings have that). At most 20 are told. */
export type Likely = { line: number; row: RosterRow; candidates: { enrolled: Enrolled; because: "name" | "email" }[] };

/**
 * Each row is in exactly one of `joins`, `changes`, `unchanged`, `likely`, `doubled`; each place of who is in the class in at most one of
 * `changes`, `unchanged`, `leaves`, or a candidate. `twins`: lines that join and are called the same: told, never merged.
 */
export type RosterPlan = { joins: Joining[]; changes: Changed[]; unchanged: Changed[]; leaves: Enrolled[]; likely: Likely[]; doubled: Doubled[]; twins: number[][] };

/**
 * A row is somebody's when it has their number, or their address while not both have a number. Two who are only called the same wait as `likely`
 * until `choices` says by line whose row it is, or null: another person's. Until then neither joins or leaves. What a row does not say stays as it is.
 * Names without numbers or addresses are `likely` at every later list: to say "all of them the same" see `allTheSame`.
 */
export function rosterPlan(rows: readonly RosterRow[], enrolled: readonly Enrolled[], choices: ReadonlyMap<number, string | null> = new Map()): RosterPlan {
  const { distinct, doubled } = distinctRows(rows);
  const taken = new Map<string, RosterRow>();
  const owners = new Map<RosterRow, Enrolled>();
  const take = (row: RosterRow, candidates: readonly Enrolled[]): void => {
    const owner = candidates.find(({ id }) => !taken.has(id));
    if (!owner || owners.has(row)) return;
    taken.set(owner.id, row);
    owners.set(row, owner);
  };
  const byNumber = grouped(enrolled, ({ externalId }) => foldedNumber(externalId));
  const byEmail = new Map([...grouped(enrolled, ({ email }) => foldedEmail(email))].filter(([, places]) => places.length <= MOST_ALIKE));
  const byId = grouped(enrolled, ({ id }) => id);
  // All numbers first: an address in common must not take a place that another line names by its number.
  for (const row of distinct) take(row, of(byNumber, foldedNumber(row.externalId)));
  for (const row of distinct) take(row, nearest(row, of(byEmail, foldedEmail(row.email)).filter((one) => row.externalId === null || one.externalId === null)));
  for (const row of distinct) take(row, of(byId, choices.get(row.line) ?? null));

  const isFree = ({ id }: Enrolled): boolean => !taken.has(id);
  const freeByName = grouped(enrolled.filter(isFree), ({ name }) => foldedName(name));
  const likely = distinct.flatMap((row): Likely[] => {
    if (owners.has(row) || choices.get(row.line) === null) return [];
    const named = row.name === null ? [] : of(freeByName, foldedName(row.name)).slice(0, MOST_ALIKE);
    const addressed = of(byEmail, foldedEmail(row.email)).filter((one) => isFree(one) && !named.includes(one));
    const candidates = [...named.map((one) => ({ enrolled: one, because: "name" as const })), ...addressed.map((one) => ({ enrolled: one, because: "email" as const }))];
    return candidates.length === 0 ? [] : [{ line: row.line, row, candidates }];
  });
  const waiting = new Set(likely.map(({ row }) => row));
  const waitingNames = new Set(likely.flatMap(({ row }) => (row.name === null ? [] : foldedName(row.name))));
  const held = new Set([...likely.flatMap(({ candidates }) => candidates.map(({ enrolled: { id } }) => id)), ...[...waitingNames].flatMap((name) => of(freeByName, name).map(({ id }) => id))]);
  const matched = distinct.flatMap((row) => {
    const owner = owners.get(row);
    return owner ? [changeOf(row, owner)] : [];
  });
  const joining = distinct.filter((row) => !owners.has(row) && !waiting.has(row));
  return {
    joins: joining.map(joiningOf),
    changes: matched.filter(({ what }) => what.length > 0),
    unchanged: matched.filter(({ what }) => what.length === 0),
    leaves: enrolled.filter((one) => isFree(one) && !one.hasLeft && !held.has(one.id)),
    likely,
    doubled,
    twins: [...grouped(joining, ({ name }) => (name === null ? null : foldedName(name))).values()].filter((same) => same.length > 1).map((same) => same.map(({ line }) => line)),
  };
}

/** The choice that each row is the first of those it is likely to be; no place is chosen twice, and a row beyond those told is left out. */
export function allTheSame({ likely }: Pick<RosterPlan, "likely">): Map<number, string> {
  const chosen = new Set<string>();
  return new Map(
    likely.flatMap(({ line, candidates }) => {
      const found = candidates.find(({ enrolled }) => !chosen.has(enrolled.id));
      if (!found) return [];
      chosen.add(found.enrolled.id);
      return [[line, found.enrolled.id] as const];
    }),
  );
}

/** Of several with one address: who is in the class, is called the same, and then by id, so that the same list always says the same. */
function nearest(row: RosterRow, candidates: readonly Enrolled[]): Enrolled[] {
  const rank = (one: Enrolled): number => (one.hasLeft ? 2 : 0) + (row.name !== null && foldedName(one.name) !== foldedName(row.name) ? 1 : 0);
  return [...candidates].sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
}

function changeOf(row: RosterRow, enrolled: Enrolled): Changed {
  const [name, email, externalId, section] = [row.name ?? enrolled.name, row.email ?? enrolled.email, row.externalId ?? enrolled.externalId, row.section ?? enrolled.section];
  const what: RosterChange[] = [
    ...(enrolled.hasLeft ? (["returns"] as const) : []),
    ...(name !== enrolled.name ? (["renamed"] as const) : []),
    ...(section !== enrolled.section ? (["moved"] as const) : []),
    ...(email !== enrolled.email || externalId !== enrolled.externalId ? (["contact"] as const) : []),
  ];
  return { line: row.line, enrolled, what, name, email, externalId, section };
}

function joiningOf({ line, name, email, externalId, section }: RosterRow): Joining {
  return { line, name: name ?? externalId ?? email ?? "", email, externalId, section, needsCard: email === null };
}
