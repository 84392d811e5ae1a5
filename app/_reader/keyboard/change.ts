/** The form that changes keys: every key at once, with what is wrong beside it. */
import { type Act, acts, defaultKeys, isFixed, type Keys, remapped } from "../../../domain/keys";
import { announce } from "../said";
import { keepKeys, keptKeys } from "./kept";
import { showKept } from "./shown-keys";

export function wakeKeysForm(): void {
  const form = document.querySelector<HTMLElement>("[data-keys]");
  if (!form) return;
  form.hidden = false;
  show(form);
  form.addEventListener("focusin", ({ target }) => target instanceof HTMLInputElement && target.select());
  form.addEventListener("input", (event) => {
    if (event instanceof InputEvent && !event.isComposing && event.target instanceof HTMLInputElement) change(form, event.target);
  });
  form.addEventListener("compositionend", ({ target }) => target instanceof HTMLInputElement && change(form, target));
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof HTMLButtonElement ? target : null;
    if (button?.dataset.turn) void turn(form, button, button.dataset.turn === "off");
  });
}

function change(form: HTMLElement, field: HTMLInputElement): void {
  const act = acts.find((known) => known === field.name);
  const keys = act && remapped(keptKeys(), act, field.value);
  if (!keys) return;
  const isWrong = typeof keys === "string";
  field.ariaInvalid = isWrong ? "true" : null;
  const error = document.getElementById(`${field.id}-error`);
  if (error) {
    error.hidden = !isWrong;
    error.textContent = isWrong ? (form.dataset[keys] ?? "") : "";
    if (isWrong) announce(error.textContent);
  }
  if (!isWrong) keep(form, keys);
}

/** All letters off, or all as they were at first; what was before can be brought back. */
async function turn(form: HTMLElement, button: HTMLElement, isOff: boolean): Promise<void> {
  const before = keptKeys();
  keep(form, isOff ? withoutLetters(before) : defaultKeys);
  show(form);
  const { toast } = await import("../overlays/toast");
  await toast((isOff ? form.dataset.allOff : form.dataset.allFirst) ?? "", {
    after: button,
    undo: () => {
      keep(form, before);
      show(form);
    },
  });
}

function withoutLetters(keys: Keys): Keys {
  return acts.reduce<Keys>((left, act: Act) => (isFixed(act) ? left : { ...left, [act]: null }), keys);
}

function keep(form: HTMLElement, keys: Keys): void {
  const said = keepKeys(keys) ? form.dataset.saved : form.dataset.unsaved;
  const status = form.querySelector("[data-status]");
  if (status) status.textContent = said ?? "";
  announce(said ?? "");
  showLists();
}

function show(form: HTMLElement): void {
  const keys = keptKeys();
  for (const act of acts) {
    const field = form.querySelector<HTMLInputElement>(`input[name="${act}"]`);
    if (!field) continue;
    field.value = keys[act] ?? "";
    field.ariaInvalid = null;
    const error = document.getElementById(`${field.id}-error`);
    if (error) error.hidden = true;
  }
  showLists();
}

function showLists(): void {
  for (const list of document.querySelectorAll<HTMLElement>("main .keys")) showKept(list);
}
