/** Another rule, other words: as long as nobody has written their own. */

function saysOf(select: HTMLSelectElement): string {
  return select.selectedOptions[0]?.dataset.says ?? "";
}

export function wakeReasons(): void {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.name === "ground") fill(target);
  });
}

function fill(select: HTMLSelectElement): void {
  const facts = select.form?.elements.namedItem("facts");
  if (!(facts instanceof HTMLTextAreaElement)) return;
  const sentences = [...select.options].flatMap(({ dataset }) => dataset.says ?? []);
  const written = facts.value.trim();
  if (written === "" || sentences.includes(written)) facts.value = saysOf(select);
}

/** Chooses a rule in the form that decides; its name, to be told. */
export function chooseRule(rule: string): string | null {
  const select = document.querySelector<HTMLSelectElement>("form[data-decide] select[name=ground]");
  if (!select) return null;
  select.value = rule;
  fill(select);
  return select.selectedOptions[0]?.text ?? null;
}
