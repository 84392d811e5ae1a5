/** Finding an article its slug: the one wished for, or one made from its title and numbered until it is free. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { formerSlug } from "../../db/schema/articles";
import { isSlug, numberedSlug, slugOf } from "../../domain/slugs";
import { badField } from "../refusals";

/** Articles of one title: after so many a person should choose the slug. */
const MOST_TRIES = 50;

/** Writes under the first slug that is free. @throws Refusal badField slug */
export async function underSlug<Made>(db: Db, title: string, wished: string | null, write: (slug: string) => Promise<Made>): Promise<Made> {
  if (wished !== null && !isSlug(wished)) throw badField("slug", { fault: "slugShape" });
  for (let count = 1; ; count += 1) {
    const slug = wished ?? numberedSlug(slugOf(title), count);
    try {
      if (!(await isClaimed(db, slug))) return await write(slug);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
    if (wished !== null || count === MOST_TRIES) throw badField("slug", { fault: "slugTaken" });
  }
}

/** Whether a write failed for its slug, which somebody else has. */
export function isTaken(error: unknown): boolean {
  return isDuplicate(error) || (error instanceof Overtaken && error.what === "slug");
}

/** Whether an article has or had it; a draft's is its own only when published. */
async function isClaimed(db: Db, slug: string): Promise<boolean> {
  const [found] = await db.select({ slug: formerSlug.slug }).from(formerSlug).where(eq(formerSlug.slug, slug));
  return found !== undefined;
}
