/** The JIKP outcome per definition, each with its criteria. */

import { bronnenlijst, bronnenuitklap, verlopenmelding } from './bronnen.js';
import { el, hoofdletter, icoon, lijst, uitklap } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { meenemen } from './meenemen.js';

/** @typedef {import('./typen.js').Toets} Toets */
/** @typedef {import('./typen.js').Uitkomst} Uitkomst */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

const WOORD = { ja: 'Ja', nee: 'Nee', onbekend: 'Nog niet te zeggen' };

/**
 * What a card is, what it says, and how that stands.
 * @param {string} soort
 * @param {string} titel
 * @param {string} [status]
 */
export function kaartkop(soort, titel, status) {
  return el(
    'div',
    { class: 'kaartkop' },
    el('p', { class: 'soort' }, soort),
    el('h4', {}, titel),
    status && el('p', {}, el('span', { class: 'merk' }, `Status: ${status}`)),
  );
}

/**
 * @param {Toets} toets
 * @param {import('./typen.js').Bron[]} bronnen
 * @param {Gesprek} gesprek
 */
export function toetskaart(toets, bronnen, gesprek) {
  return el(
    'section',
    { class: 'kaart' },
    kaartkop('Jongere in een kwetsbare positie?', 'JIKP-toets'),
    verlopenmelding(bronnen),
    uitkomsten(toets, false),
    kenmerken(toets.kenmerken, {}, gesprek.velden, (tekst, nieuw) => gesprek.stuur(tekst, nieuw, 'toets')),
    el('div', { class: 'uitklappers' }, bronnenuitklap(bronnen)),
    meenemen(toets.bewijs_id, gesprek),
  );
}

/**
 * @param {Toets} toets
 * @param {boolean} [kop]
 */
export function uitkomsten(toets, kop = true) {
  return el(
    'div',
    { class: 'deel' },
    kop && el('h5', {}, 'Jongere in een kwetsbare positie (JIKP)?'),
    el('div', { class: 'uitklappers' }, ...toets.uitkomsten.map(uitkomst)),
    lijst(toets.zonder_uitkomst.map((z) => `${z.definitie}: ${z.reden}`)),
    lijst(toets.opmerkingen),
  );
}

/** @param {Uitkomst} u */
function uitkomst(u) {
  const kop = el('span', { class: 'uitkomst' }, oordeel(u.uitkomst, WOORD[u.uitkomst]), el('span', {}, u.titel || u.definitie));
  return uitklap(kop, el('p', {}, u.uitleg), lijst(u.criteria.map(criterium), 'criteria'), lijst(u.opmerkingen), bronnenlijst([u.bron]));
}

/** @param {import('./typen.js').Criterium} c */
function criterium(c) {
  return el('div', {}, oordeel(c.uitkomst, hoofdletter(c.uitkomst)), hoofdletter(c.tekst), ' ', el('small', {}, `(${c.bron.sectie})`));
}

/**
 * A verdict as a word with its drawing.
 * @param {string} uitkomst
 * @param {string} woord
 */
function oordeel(uitkomst, woord) {
  const ja = uitkomst === 'ja' || uitkomst === 'voldaan';
  const nee = uitkomst === 'nee' || uitkomst === 'niet voldaan';
  return el('strong', { class: `vonnis ${ja ? 'ja' : nee ? 'nee' : 'open'}` }, icoon(ja ? 'vink' : nee ? 'kruis' : 'vraag'), woord);
}
