/** `member create`: an account by the operator's word. */
import { database } from "../../db/client";
import { type Role, roles } from "../../domain/permissions";
import { createMember } from "../../server/members/new-member";
import { Complaint } from "./complaint";
import { bytesOf } from "./input";
import { saidOf } from "./words";

type Options = { name?: string; email?: string; role: string; "password-stdin": boolean };

/** Longer than any password that is taken. */
const PASSWORD_BYTES = 4_096;

function isRole(word: string): word is Role {
  return roles.some((role) => role === word);
}

export async function memberCreate({ name, email, role, "password-stdin": fromInput }: Options): Promise<number> {
  if (!name) throw new Complaint("--name is missing");
  if (!isRole(role)) throw new Complaint(`--role is one of ${roles.join(", ")}; this was "${role}"`);
  const password = fromInput ? Buffer.from(await bytesOf("-", PASSWORD_BYTES)).toString("utf8").replace(/\r?\n$/, "") : null;
  try {
    const made = await createMember({ db: database(), now: () => new Date() }, { name, email: email ?? null, password, role });
    process.stdout.write(`Made ${role} ${made.name}${password === null ? ", who has no password yet" : ""}.\n`);
    return 0;
  } catch (error) {
    const said = saidOf(error);
    if (said === null) throw error;
    throw new Complaint(said);
  }
}
