/** Where the pieces of a streamed page go; written as `SLOT` in render.ts expects it. */
export function Slot() {
  return <wbr data-slot="" />;
}
