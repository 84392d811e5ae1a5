/** The first comments of a member are looked at before others see them. */
import type { Catch } from "./phases";

/** `approved`: so many must have been approved before the next shows by itself; 0: off. */
export type NewMemberRule = { approved: number };

/** Off: whoever comes to a discussion to answer once should be read while it lasts. A place under attack turns it on; one or two suffice. */
export const defaultNewMemberRule: NewMemberRule = { approved: 0 };

export function newMember(approvedComments: number, { approved }: NewMemberRule): Catch | null {
  return approvedComments >= approved ? null : { rule: "new-member", span: null, what: "hold", values: { approved: approvedComments, needed: approved } };
}
