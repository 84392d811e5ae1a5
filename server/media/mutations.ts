/** Pictures: how they come to be kept. */
import type { Writer } from "../../db/client";
import { media } from "../../db/schema/media";
import type { Write } from "../../db/writes";
import type { Picture } from "./picture";

/** The writes that keep pictures, in the unit of the article that shows them; one that is there already stays as it is. */
export function pictureWrites(w: Writer, pictures: readonly Picture[], at: Date): Write[] {
  return pictures.map(({ bytes, ...picture }) => w.insert(media).values({ ...picture, bytes: Buffer.from(bytes), createdAt: at }).onConflictDoNothing());
}
