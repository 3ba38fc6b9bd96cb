/** Figures: a chart as an image, and the same figures as a table. */

import { el } from './dom.js';
import { tekening } from './tekening.js';

/**
 * @param {Record<string, string>[]} rijen
 * @param {{svg: string, alt: string} | null} grafiek
 */
export function cijfers(rijen, grafiek) {
  return el(
    'figure',
    { class: 'cijfers' },
    grafiek && tekening(grafiek.svg, grafiek.alt),
    rijen.length > 0 && tabel(rijen),
  );
}

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
  return el(
    'div',
    { class: 'tabel', role: 'region', tabindex: 0, 'aria-label': 'Tabel met cijfers' },
    el('table', {}, titel && el('caption', {}, titel), el('thead', {}, kop), el('tbody', {}, ...lijf)),
  );
}
