import { announce } from "../_reader/said";
import { send } from "./send";

/** As the button would that does the same. */
export async function done(name: string, block: HTMLElement, more: Record<string, string> = {}): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form#acts");
  if (!form) return;
  const of = form.querySelector<HTMLInputElement>("input[name=of]")?.value ?? "";
  const failed = await send(form.action.replace(/[^.]+$/, name), { of, block: block.dataset.edited ?? "", ...more });
  if (failed?.refused) announce(failed.refused);
}
