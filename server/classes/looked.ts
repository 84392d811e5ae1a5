/** Keeps who read, exported or changed what for others in a class. */
import type { Writer } from "../../db/client";
import { accessLog, type Looked } from "../../db/schema/classes";
import { must, type Write } from "../../db/writes";

/** `why`: where a reason is asked for. */
export function keepLook(w: Writer, look: { classId: string; memberId: string | null; what: Looked; subjectId?: string; why?: string; at: Date }): Write {
  return must(w.insert(accessLog).values({ subjectId: null, why: null, ...look }), "look");
}
