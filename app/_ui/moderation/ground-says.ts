import { isHouseRule } from "../../../domain/moderation/house-rules";
import type { Ground } from "../../../domain/moderation/decision";
import { groundName } from "./reasons-fields";
import type { Words } from "../words";

/** A ground by its name, "3. Answer words, not people"; what only waits for a look has none yet. */
export function groundSays(words: Words, ground: Ground): string {
  return isHouseRule(ground) || ground === "law" ? groundName(words, ground) : words.t("publicLog.review");
}
