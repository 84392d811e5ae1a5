import type { ReactNode } from "react";

type Choice = { name: string; href: string; chosen: boolean; says: ReactNode };

/** Ways to see the same list, as links: one of them is taken. */
export function Choices({ look, label, choices }: { look: "tabs" | "chips"; label: string; choices: readonly Choice[] }) {
  return (
    <nav className={look} aria-label={label}>
      {choices.map(({ name, href, chosen, says }) => (
        <a key={name} href={href} aria-current={chosen ? "true" : undefined}>
          {says}
        </a>
      ))}
    </nav>
  );
}
