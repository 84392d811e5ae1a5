import { isHouseRule } from "../../../domain/moderation/house-rules";
import { phases } from "../../../domain/moderation/phases";
import { roles } from "../../../domain/permissions";
import type { LogRowView } from "../../../server/record/log";
import { articlePath } from "../paths";
import type { Words } from "../words";
import { groundSays } from "./ground-says";
import { phaseSaid } from "./said";

type Props = { words: Words; row: LogRowView };

/** "comment removed". */
export function actSays(words: Words, { act, object }: Pick<LogRowView, "act" | "object">): string {
  return words.t(`publicLog.acts.${act}`, { object });
}

/** A role and an alias, or the rule that decided by itself. */
export function whoSays(words: Words, { role, alias }: Pick<LogRowView, "role" | "alias">): string {
  if (role === "rule") return alias === "operator" ? words.t("publicLog.operator") : words.t("publicLog.rule", { phase: phaseNamed(words, alias) });
  const known = roles.find((one) => one === role);
  return words.t("publicLog.alias", { role: known ? words.t(`roles.${known}`) : role, alias });
}

/** The log keeps a rule by its id; one that is no more is told by that. */
function phaseNamed(words: Words, id: string): string {
  const known = [...phases, "sanction" as const, "reports" as const].find((one) => one === id);
  return known ? phaseSaid(words, known) : id;
}

/** Ground, where, until when: what is known of it beside the act. */
export function LogFacts({ words, row }: Props) {
  const { ground, citation, until, article, hasArticle } = row;
  return (
    <>
      {ground !== null && <span>{ground === "law" && citation ? words.t("publicLog.law", { law: citation.trim() }) : isHouseRule(ground) || ground === "law" ? groundSays(words, ground) : words.t("publicLog.review")}</span>}
      {until !== null && <span>{words.t("publicLog.until", { day: words.minute(until) })}</span>}
      {article ? (
        <span>
          <a href={words.to(articlePath(article.slug))} lang={article.language}>
            <bdi>{article.title}</bdi>
          </a>
        </span>
      ) : (
        hasArticle && <span>{words.t("publicLog.gone")}</span>
      )}
    </>
  );
}

/** The reasons as they were written, or that they were blanked. */
export function LogReason({ words, row: { reason, redacted } }: Props) {
  if (reason !== null && reason !== "") {
    return (
      <p className="told" dir="auto">
        {reason}
      </p>
    );
  }
  return redacted ? <p className="quiet">{words.t("publicLog.redacted")}</p> : null;
}
