/** All acts by name, and the list of keys: both are the section that the page carries. */
import { type Deed, deeds, type ItemAct, itemActs, type QueueAct } from "../../domain/moderation/queue-keys";
import { openDialog } from "../_reader/overlays/dialog";

type Named = { name: string; key: string; act: QueueAct };

const section = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-queue-keys]");

export async function showKeys(): Promise<void> {
  const [title, list] = [section()?.querySelector("h2")?.textContent, section()?.querySelector(".keys")];
  if (!title || !list || document.querySelector("dialog[open]")) return;
  await openDialog({ title, content: [document.importNode(list, true)] });
}

/** Only what is possible: an act that the form does not offer is not named. */
function named(): Named[] {
  return [...(section()?.querySelectorAll<HTMLElement>("[data-choose], [data-does]") ?? [])].flatMap((row): Named[] => {
    const [name, key] = [row.querySelector("dt")?.textContent ?? "", row.querySelector("kbd")?.textContent ?? ""];
    const [choose, does] = [itemActs.find((act): act is ItemAct => act === row.dataset.choose), deeds.find((deed): deed is Deed => deed === row.dataset.does)];
    if (choose) return document.querySelector(`form[data-decide] [data-act="${choose}"]`) ? [{ name, key, act: { choose } }] : [];
    return does && does !== "palette" ? [{ name, key, act: { do: does } }] : [];
  });
}

/** `perform`: what is taken. */
export async function openPalette(perform: (act: QueueAct) => void): Promise<void> {
  const words = section()?.dataset;
  if (!words || document.querySelector("dialog[open]")) return;
  const all = named();
  const [field, list] = [document.createElement("input"), document.createElement("div")];
  Object.assign(field, { type: "search", className: "field", ariaLabel: words.find ?? "", autocomplete: "off" });
  list.className = "palette";
  const dialog = await openDialog({ title: words.palette ?? "", content: [field, list] });
  const take = (one: Named) => {
    dialog.close();
    perform(one.act);
  };
  const found = () => all.filter(({ name }) => name.toLocaleLowerCase().includes(field.value.trim().toLocaleLowerCase()));
  const fill = () => list.replaceChildren(...found().map((one) => entry(one, take)));
  field.addEventListener("input", fill);
  field.addEventListener("keydown", (event) => {
    const first = found()[0];
    if (event.isComposing) return;
    if (event.key === "Enter" && first) {
      event.preventDefault();
      take(first);
    }
    if (event.key === "ArrowDown") list.querySelector<HTMLElement>("button")?.focus();
  });
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? "nextElementSibling" : event.key === "ArrowUp" ? "previousElementSibling" : null;
    const wanted = step && document.activeElement?.[step];
    if (step) event.preventDefault();
    if (wanted instanceof HTMLElement) wanted.focus();
    else if (step === "previousElementSibling") field.focus();
  });
  fill();
  field.focus();
}

function entry(one: Named, take: (one: Named) => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  const name = document.createElement("span");
  name.textContent = one.name;
  button.append(name);
  if (one.key) {
    const key = document.createElement("kbd");
    key.textContent = one.key;
    button.append(key);
  }
  button.addEventListener("click", () => take(one));
  return button;
}
