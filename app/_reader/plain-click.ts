/** A press without intent to open elsewhere; whoever handled it before has said so. */
export function isPlainClick(event: MouseEvent): event is MouseEvent & { target: Element } {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.target instanceof Element && !event.defaultPrevented && event.button === 0 && !modified;
}
