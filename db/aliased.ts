/** A table under another name, with types of its own: the general `aliasedTable` loses which of two joins may find nothing. The same object for both databases. */
export { alias as aliased } from "drizzle-orm/pg-core";
