/** Figures: a chart as a drawing, and the same figures as a table. */

import { el } from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const VORMEN = new Set(['svg', 'g', 'path', 'rect', 'line', 'text', 'tspan', 'circle']);
const KENMERKEN = new Set(
  ('d fill stroke stroke-width stroke-miterlimit stroke-dasharray transform x y x1 x2 y1 y2 cx cy r width height viewBox opacity ' +
    'fill-opacity text-anchor font-size font-family font-weight display').split(' '),
);

/** What a chart of ours never holds; a drawing with any of it is refused before it is read. */
const VREEMD = /\s(on\w+|style)\s*=|<(script|iframe|foreignObject)/i;

/**
 * @param {Record<string, string>[]} rijen
 * @param {{svg: string, alt: string} | null} grafiek
 */
export function cijfers(rijen, grafiek) {
  const beeld = grafiek && tekening(grafiek.svg, grafiek.alt);
  return el('figure', { class: 'cijfers' }, beeld && schuifbaar('Grafiek', beeld), rijen.length > 0 && tabel(rijen));
}

/**
 * What may be wider than a small window: it scrolls by itself, also by keyboard.
 * @param {string} naam
 * @param {Element} inhoud
 */
const schuifbaar = (naam, inhoud) => el('div', { class: 'schuif', role: 'region', tabindex: 0, 'aria-label': naam }, inhoud);

/**
 * A table; a column that says the same in every row becomes its caption.
 * @param {Record<string, string>[]} rijen
 */
function tabel(rijen) {
  const alle = [...new Set(rijen.flatMap(Object.keys))]; // a row may lack a figure that another has
  const vast = rijen.length > 1 ? alle.filter((naam) => rijen.every((rij) => rij[naam] === rijen[0][naam])) : [];
  const kolommen = alle.filter((naam) => !vast.includes(naam));
  const titel = vast.map((naam) => `${naam}: ${rijen[0][naam]}`).join(', ');
  const kop = el('tr', {}, ...kolommen.map((naam) => el('th', { scope: 'col' }, naam)));
  const lijf = rijen.map((rij) =>
    el('tr', {}, ...kolommen.map((naam, i) => el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, rij[naam] ?? '–'))),
  );
  const geheel = el('table', {}, titel && el('caption', {}, titel), el('thead', {}, kop), el('tbody', {}, ...lijf));
  return schuifbaar('Tabel met cijfers', geheel);
}

/**
 * A chart from the server as a drawing, or nothing when it cannot be trusted or read.  Only shapes and their looks are
 * taken over, so nothing in it can run or fetch.
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
