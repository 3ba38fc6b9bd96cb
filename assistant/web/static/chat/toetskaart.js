/** The JIKP outcome per definition, each with its criteria. */

import { bronnenlijst, bronregel } from './bronnen.js';
import { el, lijst, uitklap } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { meenemen } from './meenemen.js';

/** @typedef {import('./typen.js').Toets} Toets */
/** @typedef {import('./typen.js').Uitkomst} Uitkomst */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

const TEKEN = { ja: '✓', nee: '✗', onbekend: '?', voldaan: '✓', 'niet voldaan': '✗' };
const WOORD = { ja: 'ja', nee: 'nee', onbekend: 'nog niet te zeggen' };

/**
 * @param {Toets} toets
 * @param {import('./typen.js').Bron[]} bronnen
 * @param {Gesprek} gesprek
 */
export function toetskaart(toets, bronnen, gesprek) {
  return el(
    'section',
    { class: 'kaart' },
    el('h4', {}, 'JIKP-toets'),
    kenmerken(toets.kenmerken, {}, gesprek.velden, (tekst, nieuw) => gesprek.stuur(tekst, nieuw, 'toets')),
    uitkomsten(toets),
    bronnenlijst(bronnen),
    meenemen(toets.bewijs_id, gesprek),
  );
}

/** @param {Toets} toets */
export function uitkomsten(toets) {
  return el(
    'div',
    { class: 'uitkomsten' },
    el('h5', {}, 'Jongere in een kwetsbare positie (JIKP)?'),
    ...toets.uitkomsten.map(uitkomst),
    lijst(toets.zonder_uitkomst.map((z) => `${z.definitie}: ${z.reden}`)),
    lijst(toets.opmerkingen),
  );
}

/** @param {Uitkomst} u */
function uitkomst(u) {
  return uitklap(
    `${u.titel || u.definitie}: ${TEKEN[u.uitkomst]} ${WOORD[u.uitkomst]}`,
    el('p', {}, u.uitleg),
    lijst(u.criteria.map(criterium), 'criteria'),
    lijst(u.opmerkingen),
  );
}

/** @param {import('./typen.js').Criterium} c */
function criterium(c) {
  const teken = TEKEN[/** @type {keyof typeof TEKEN} */ (c.uitkomst)] ?? '';
  return el('span', {}, `${teken} ${c.tekst}: `, el('strong', {}, c.uitkomst), ' ', el('small', {}, '(', bronregel(c.bron), ')'));
}
