/** Keeps what is being written on the server, a moment after the last stroke, so that it can be finished on another device. */
import { comeBack, fieldsOf } from "./form";

/** Long enough that a word is finished, short enough that little is lost with the battery. */
const PAUSE_MS = 1_500;

type Keeping = { timer: number; sending: Promise<void> | null; sent: string };

const kept = new WeakMap<HTMLFormElement, Keeping>();

export function keepDraft(form: HTMLFormElement): void {
  const button = form.querySelector("[data-save-draft]");
  if (!button) return;
  // It saves itself from here on.
  button.remove();
  const address = button.getAttribute("formaction") ?? "";
  const keeping: Keeping = { timer: 0, sending: null, sent: textOf(form) };
  kept.set(form, keeping);
  form.addEventListener("input", () => {
    clearTimeout(keeping.timer);
    keeping.timer = window.setTimeout(() => save(form, address), PAUSE_MS);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && form.isConnected && save(form, address));
}

/** Waits for a save on its way, and begins none: what is being sent must know which save it comes after. */
export async function draftSettled(form: HTMLFormElement): Promise<void> {
  const keeping = kept.get(form);
  clearTimeout(keeping?.timer);
  await keeping?.sending;
}

function save(form: HTMLFormElement, address: string): void {
  const keeping = kept.get(form);
  const text = textOf(form);
  if (!keeping || keeping.sent === text || form.ariaBusy === "true") return;
  if (keeping.sending) return void keeping.sending.then(() => save(form, address));
  keeping.sending = send(form, address)
    .then((isSaved) => void (isSaved && (keeping.sent = text)))
    .finally(() => (keeping.sending = null));
}

/** Whether it was kept; where it was not, the next stroke tries again. */
async function send(form: HTMLFormElement, address: string): Promise<boolean> {
  const answer = await fetch(address, { method: "POST", body: fieldsOf(form), headers: { accept: "application/json, text/html" }, keepalive: true }).catch(() => null);
  if (!answer || answer.status >= 500) return false;
  if (answer.ok) return noteSaved(form, await answer.json());
  // Another tab or device saved other words meanwhile: both are shown, and what was typed since the save stays.
  if (answer.status === 409) comeBack(form, await answer.text(), { keepText: true });
  return answer.status === 409;
}

function noteSaved(form: HTMLFormElement, answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || !("version" in answer) || !("said" in answer)) return false;
  const version = form.querySelector<HTMLInputElement>('input[name="draftVersion"]');
  if (version) version.value = String(answer.version);
  const line = form.querySelector("[data-draft]") ?? document.createElement("p");
  line.className = "quiet";
  line.setAttribute("data-draft", "");
  line.textContent = answer.said ? `${String(answer.said)} ${new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format()}` : "";
  if (!line.isConnected) form.append(line);
  return true;
}

function textOf(form: HTMLFormElement): string {
  return fieldsOf(form, ["body", "kind", "proposal"]).toString();
}
