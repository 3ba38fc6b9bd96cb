/** A chart from the server as a drawing: only shapes and their looks are taken over, so nothing in it can run or fetch. */

const SVG = 'http://www.w3.org/2000/svg';
const VORMEN = new Set(['svg', 'g', 'path', 'rect', 'line', 'text', 'tspan', 'circle']);
const KENMERKEN = new Set(
  ('d fill stroke stroke-width stroke-miterlimit stroke-dasharray transform x y x1 x2 y1 y2 cx cy r width height viewBox opacity ' +
    'fill-opacity text-anchor font-size font-family font-weight display').split(' '),
);

/** What a chart of ours never holds; a drawing with any of it is refused before it is read. */
const VREEMD = /\s(on\w+|style)\s*=|<(script|iframe|foreignObject)/i;

/**
 * The drawing, or nothing when it cannot be trusted or read.
 * @param {string} bron
 * @param {string} alt what it shows, in words
 */
export function tekening(bron, alt) {
  if (!bron.startsWith('<svg') || VREEMD.test(bron)) return null;
  const wortel = new DOMParser().parseFromString(bron, 'image/svg+xml').documentElement;
  const beeld = wortel.localName === 'svg' && neemOver(wortel);
  if (!beeld) return null;
  beeld.setAttribute('role', 'img');
  beeld.setAttribute('aria-label', alt);
  return beeld;
}

/**
 * @param {Element} deel
 * @returns {SVGElement | null}
 */
function neemOver(deel) {
  if (!VORMEN.has(deel.localName)) return null;
  const uit = /** @type {SVGElement} */ (document.createElementNS(SVG, deel.localName));
  for (const { name, value } of deel.attributes) {
    if (KENMERKEN.has(name) && !value.includes('url')) uit.setAttribute(name, value);
  }
  for (const kind of deel.childNodes) {
    const nieuw = kind instanceof Element ? neemOver(kind) : kind instanceof Text ? kind.data : null;
    if (nieuw) uit.append(nieuw);
  }
  return uit;
}
