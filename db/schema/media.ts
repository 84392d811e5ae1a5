/** Pictures of articles: fetched once, kept here, so that every instance serves them and no reader asks another origin. */
import { bytes, integer, moment, table, text } from "../columns";

export const media = table("media", {
  /** SHA-256 of the bytes, in hexadecimal: its name in `/media/HASH`. */
  hash: text().primaryKey(),
  /** "image/png" and the like, by what the bytes are, never by what somebody said. */
  type: text().notNull(),
  /** In pixels. */
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: bytes().notNull(),
  createdAt: moment().notNull(),
});
