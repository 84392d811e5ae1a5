/** After the page was renewed in place, whoever laid something over it does so anew. */
const listeners: (() => void)[] = [];

export function onRenewal(listener: () => void): void {
  listeners.push(listener);
}

export function renewed(): void {
  for (const listener of listeners) listener();
}
