/** Pictures: what is kept of them. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { media } from "../../db/schema/media";

export async function keptPicture(db: Db, hash: string): Promise<{ type: string; bytes: Buffer } | null> {
  const [row] = await db.select({ type: media.type, bytes: media.bytes }).from(media).where(eq(media.hash, hash));
  return row ?? null;
}
