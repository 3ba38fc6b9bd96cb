/** The advice: route, contact, facts that may be corrected, outcomes and reasons. */

import { bronnenlijst, bronregel } from './bronnen.js';
import { el, lijst, uitklap } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { kopieerknop, meenemen } from './meenemen.js';
import { uitkomsten } from './toetskaart.js';

/** @typedef {import('./typen.js').Advies} Advies */
/** @typedef {import('./typen.js').Contact} Contact */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

/**
 * @param {Advies} advies
 * @param {import('./typen.js').Bron[]} bronnen
 * @param {Gesprek} gesprek
 */
export function advieskaart(advies, bronnen, gesprek) {
  return el(
    'section',
    { class: 'kaart' },
    el('h4', {}, advies.naam || advies.route),
    advies.status && el('p', { class: 'status' }, 'Status: ', el('span', { class: 'merk' }, advies.status)),
    kenmerken(advies.kenmerken, fragmenten(advies), gesprek.velden, (tekst, nieuw) => gesprek.stuur(tekst, nieuw)),
    contacten(advies),
    uitkomsten(advies.jikp),
    uitklap('Waarom dit advies?', ...redenen(advies)),
    uitklap('Wat zou dit veranderen?', alternatieven(advies)),
    advies.aanvullend.length > 0 && uitklap('Ook passend', lijst(advies.aanvullend.map(aanvulling))),
    bronnenlijst(bronnen.length > 0 ? bronnen : advies.jikp.uitkomsten.map((u) => u.bron)),
    meenemen(advies.bewijs_id, gesprek),
  );
}

/**
 * Per fact the words it came from.
 * @param {Advies} advies
 */
function fragmenten(advies) {
  /** @type {Record<string, string>} */
  const uit = {};
  for (const bewijs of advies.bewijs) if (bewijs.oordeel === 'genoemd') uit[bewijs.veld] ??= bewijs.fragment;
  return uit;
}

/** @param {Advies} advies */
function contacten(advies) {
  if (advies.contact.length === 0) return advies.contact_toelichting && el('p', {}, advies.contact_toelichting);
  return el(
    'div',
    { class: 'contact' },
    el('h5', {}, 'Contact'),
    lijst(advies.contact.map(contact)),
    advies.contact_toelichting && el('p', {}, advies.contact_toelichting),
  );
}

/** @param {Contact} c */
function contact(c) {
  const wie = [c.organisatie, c.rol].filter(Boolean).join(', ');
  const hoe = c.gegevens || [c.telefoon, c.email].filter(Boolean).join(', ');
  return el(
    'span',
    {},
    el('strong', {}, wie),
    hoe && `: ${hoe}`,
    ' ',
    c.te_bevestigen && el('span', { class: 'merk' }, 'te bevestigen'),
    c.toelichting && ` ${c.toelichting}`,
    ' ',
    kopieerknop('Kopieer', async () => [wie, hoe].filter(Boolean).join(': '), `Kopieer contact ${c.organisatie}`),
  );
}

/** @param {Advies} advies */
function redenen(advies) {
  return [
    el('p', {}, advies.uitleg),
    advies.rij && el('p', {}, `Beslissende regel ${advies.rij.nummer}: ${advies.rij.tekst} `, el('small', {}, '(', bronregel(advies.rij.bron), ')')),
    lijst(advies.aannames.map((a) => `Aangenomen: ${a.tekst}`)),
    lijst(advies.opmerkingen),
  ];
}

/** @param {Advies} advies */
function alternatieven(advies) {
  const regels = advies.alternatieven.map((a) => el('span', {}, `Als ${a.als}: `, el('strong', {}, a.naam || a.route)));
  return lijst(regels) || el('p', {}, 'Geen enkele losse wijziging leidt naar een andere route.');
}

/** @param {Advies['aanvullend'][number]} a */
function aanvulling(a) {
  return el('span', {}, el('strong', {}, a.naam), a.toelichting && `: ${a.toelichting}`, ' ', el('small', {}, '(', bronregel(a.bron), ')'));
}
