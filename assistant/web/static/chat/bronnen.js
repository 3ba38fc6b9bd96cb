/** Where an answer comes from. */

import { el, lijst } from './dom.js';

/** @typedef {import('./typen.js').Bron} Bron */

/**
 * Sources, with a mark where the document has ended.
 * @param {Bron[]} bronnen
 */
export function bronnenlijst(bronnen) {
  if (bronnen.length === 0) return null;
  return el('div', { class: 'bronnen' }, el('p', { class: 'kopje' }, bronnen.length > 1 ? 'Bronnen' : 'Bron'), lijst(bronnen.map(bronregel)));
}

/** @param {Bron} bron */
export function bronregel(bron) {
  const jaar = bron.looptijd_tot?.slice(0, 4);
  const afgelopen = bron.verlopen && el('span', { class: 'merk' }, `afgelopen${jaar ? ` (tot en met ${jaar})` : ''}`);
  return el('span', {}, `${bron.titel}, ${bron.sectie} `, afgelopen);
}
