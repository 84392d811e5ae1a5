/** Making an account, whoever asks for it. */
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { isDuplicate } from "../../db/faults";
import { member } from "../../db/schema/members";
import { writeTogether, type NewEvent } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { foldedAddress, isPlainAddress } from "../../domain/addresses";
import { faultOfName, skeletonOf } from "../../domain/names";
import { faultOfPassword } from "../../domain/passwords";
import type { Role } from "../../domain/permissions";
import { badField } from "../refusals";
import type { Context } from "../trpc";
import { refuseTakenName } from "./names";
import { hashPassword } from "./proof";

export type Application = { name: string; email: string; password: string };

/** The account applied for, checked. @throws Refusal naming the field */
export async function checkedApplication(ctx: Pick<Context, "db">, { name, email, password }: Application): Promise<Application> {
  const trimmed = { name: name.normalize("NFC").trim(), email: email.trim(), password };
  const nameFault = faultOfName(trimmed.name);
  if (nameFault) throw badField("name", nameFault);
  if (!isPlainAddress(trimmed.email)) throw badField("email", { fault: "notAnAddress" });
  const passwordFault = faultOfPassword(password, trimmed);
  if (passwordFault) throw badField("password", passwordFault);
  await refuseTakenName(ctx.db, trimmed.name);
  return trimmed;
}

type NewMember = { name: string; email: string | null; confirmed: boolean; passwordHash: string | null; role: Role; displayName?: string | null; language?: string; now: Date };

/** The writes that make a member, for units that make one together with something else; `row`: for a write of many. */
export function newMember({ name, email, confirmed, passwordHash, role, displayName = null, language, now }: NewMember) {
  const id = newId();
  const address = email === null ? null : foldedAddress(email);
  const row = { id, name, displayName, nameSkeleton: skeletonOf(name), email: address, confirmedEmail: confirmed ? address : null, passwordHash, role, language, createdAt: now };
  const joined: NewEvent = { id: newId(), kind: "member.joined", subjectId: id, actorId: id, at: now };
  return { id, address, joined, row, write: (w: Writer): Write => w.insert(member).values(row) };
}

/** The name wished for, as it is kept. @throws Refusal field name */
export async function checkedName(db: Db, wish: string): Promise<string> {
  const name = wish.normalize("NFC").trim();
  const fault = faultOfName(name);
  if (fault) throw badField("name", fault);
  await refuseTakenName(db, name);
  return name;
}

/** Makes a member by the word of the operator, or of an administrator (`by`), who vouches for the address. A password may be absent. */
export async function createMember(
  ctx: Pick<Context, "db" | "now">,
  input: { name: string; displayName?: string | null; email: string | null; password: string | null; role: Role; by?: string },
): Promise<{ id: string; name: string }> {
  const name = await checkedName(ctx.db, input.name);
  if (input.email !== null && !isPlainAddress(input.email.trim())) throw badField("email", { fault: "notAnAddress" });
  const passwordFault = input.password === null ? null : faultOfPassword(input.password, { name, email: input.email ?? "" });
  if (passwordFault) throw badField("password", passwordFault);
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  const made = newMember({ name, email: input.email, confirmed: input.email !== null, passwordHash, role: input.role, displayName: input.displayName, now: ctx.now() });
  try {
    await writeTogether((w) => [made.write(w)], [{ ...made.joined, actorId: input.by ?? null }]);
  } catch (error) {
    throw isDuplicate(error) ? badField("email", { fault: "addressTaken" }) : error;
  }
  return { id: made.id, name };
}
