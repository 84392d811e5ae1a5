/** A mosaic of four cells cut from a participant's random id. It adds recognition and never stands without the name. */

/** Three cuts of a 10 by 10 cell: a quarter disc, a half square, a leaf. Each is turned by quarters. */
const CUTS = ["M0 0H10A10 10 0 0 1 0 10Z", "M0 0H10L0 10Z", "M0 0H10V5A5 5 0 0 1 0 5Z"];
const PLACES = ["0 0", "10 0", "0 10", "10 10"];

/** As many pairs of tones as the stylesheet has classes `tone-0` and on. */
const TONES = 6;

/** FNV-1a, 32 bits: ids are random already, it only spreads them. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export function Tile({ id }: { id: string }) {
  const hash = hashOf(id);
  return (
    <svg className={`tile tone-${hash % TONES}`} viewBox="0 0 20 20" aria-hidden="true">
      {PLACES.map((place, index) => {
        const bits = hash >>> (8 + index * 5);
        return <path key={place} d={CUTS[(bits >>> 2) % CUTS.length]} transform={`translate(${place})rotate(${(bits % 4) * 90} 5 5)`} />;
      })}
    </svg>
  );
}
