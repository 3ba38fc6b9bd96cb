/** The advice: route, contact, facts that may be corrected, outcomes and reasons. */

import { bronnenuitklap, bronregel, verlopenmelding } from './bronnen.js';
import { contacten } from './contact.js';
import { el, lijst, uitklap } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { meenemen } from './meenemen.js';
import { kaartkop, uitkomsten } from './toetskaart.js';

/** @typedef {import('./typen.js').Advies} Advies */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

/**
 * @param {Advies} advies
 * @param {import('./typen.js').Bron[]} gebruikt
 * @param {Gesprek} gesprek
 */
export function advieskaart(advies, gebruikt, gesprek) {
  const bronnen = gebruikt.length > 0 ? gebruikt : advies.jikp.uitkomsten.map((u) => u.bron);
  return el(
    'section',
    { class: 'kaart' },
    kaartkop('Routeadvies', advies.naam, advies.status),
    verlopenmelding(bronnen),
    contacten(advies),
    kenmerken(advies.kenmerken, fragmenten(advies), gesprek.velden, (tekst, nieuw) => gesprek.stuur(tekst, nieuw)),
    uitkomsten(advies.jikp),
    el(
      'div',
      { class: 'uitklappers' },
      uitklap('Waarom dit advies?', ...redenen(advies)),
      uitklap('Wat zou dit veranderen?', ...alternatieven(advies)),
      advies.aanvullend.length > 0 && uitklap('Ook passend', lijst(advies.aanvullend.map(aanvulling))),
      bronnenuitklap(bronnen),
    ),
    meenemen(advies.bewijs_id, gesprek),
  );
}

/**
 * Per fact the words it came from.
 * @param {Advies} advies
 */
export function fragmenten(advies) {
  /** @type {Record<string, string>} */
  const uit = {};
  for (const bewijs of advies.bewijs) if (bewijs.oordeel === 'genoemd') uit[bewijs.veld] ??= bewijs.fragment;
  return uit;
}

/** @param {Advies} advies */
function redenen(advies) {
  return [
    el('p', {}, advies.uitleg),
    advies.rij && el('p', {}, 'De regel die beslist: ', el('strong', {}, advies.rij.tekst), ` (regel ${advies.rij.nummer}).`),
    advies.rij && el('p', {}, el('small', {}, 'Bron: ', bronregel(advies.rij.bron))),
    lijst(advies.aannames.map((a) => `Aangenomen, want niet genoemd: ${a.tekst}`)),
    lijst(advies.opmerkingen),
  ];
}

/** @param {Advies} advies */
function alternatieven(advies) {
  if (advies.alternatieven.length === 0) return [el('p', {}, 'Geen enkele losse wijziging leidt naar een andere route.')];
  const regels = advies.alternatieven.map((a) => el('span', {}, `Als ${a.als}, dan `, el('strong', {}, a.naam || a.route), '.'));
  return [el('p', {}, 'Bij één verandering wordt de route anders:'), lijst(regels)];
}

/** @param {Advies['aanvullend'][number]} a */
function aanvulling(a) {
  return el('span', {}, el('strong', {}, a.naam), '. ', a.toelichting && `${a.toelichting} `, el('small', {}, 'Bron: ', bronregel(a.bron)));
}
