/** What a form carries unseen: an idempotency key, where to return. */
export function HiddenFields({ hidden }: { hidden: Record<string, string> }) {
  return Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
