/** Figures: a chart as an image, and the same figures as a table. */

import { el } from './dom.js';

/**
 * @param {Record<string, string>[]} rijen
 * @param {{svg: string, alt: string} | null} grafiek
 */
export function cijfers(rijen, grafiek) {
  return el(
    'figure',
    { class: 'cijfers' },
    grafiek && el('img', { src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(grafiek.svg)}`, alt: grafiek.alt }),
    rijen.length > 0 && tabel(rijen),
  );
}

/** @param {Record<string, string>[]} rijen */
function tabel(rijen) {
  const kolommen = [...new Set(rijen.flatMap(Object.keys))]; // a row may lack a figure that another has
  const kop = el('tr', {}, ...kolommen.map((naam) => el('th', { scope: 'col' }, naam)));
  const lijf = rijen.map((rij) =>
    el('tr', {}, ...kolommen.map((naam, i) => el(i ? 'td' : 'th', i ? {} : { scope: 'row' }, rij[naam] ?? ''))),
  );
  return el(
    'div',
    { class: 'tabel', role: 'region', tabindex: 0, 'aria-label': 'Tabel met cijfers' },
    el('table', {}, el('thead', {}, kop), el('tbody', {}, ...lijf)),
  );
}
