/** The advice: route, contact, facts that may be corrected, outcomes and reasons. */

import { bronnenuitklap, bronregel, verlopenmelding } from './bronnen.js';
import { el, hoofdletter, lijst, uitklap } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { veilig } from './markdown.js';
import { kopieerknop, meenemen } from './meenemen.js';
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
    aanbod(advies.instrument),
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
 * What the region has on this route.
 * @param {string} instrument
 */
function aanbod(instrument) {
  return instrument ? el('div', { class: 'deel' }, el('h5', {}, 'Aanbod'), el('p', {}, hoofdletter(instrument))) : null;
}

/**
 * Whom to call: only what the sources say, and what still has to be confirmed.
 * @param {Advies} advies
 */
function contacten({ contact, contact_toelichting }) {
  if (contact.length === 0 && !contact_toelichting) return null;
  return el(
    'div',
    { class: 'deel' },
    el('h5', {}, 'Contact'),
    contact.length > 0 && el('ul', { class: 'contacten' }, ...contact.map(contactregel)),
    contact_toelichting && el('p', {}, contact_toelichting),
  );
}

/** @param {Advies['contact'][number]} c */
function contactregel(c) {
  const regels = [c.organisatie, c.rol, c.gegevens, c.telefoon, c.email].filter(Boolean);
  return el(
    'li',
    {},
    el(
      'div',
      {},
      el('strong', {}, hoofdletter(c.organisatie)),
      c.te_bevestigen && ' ',
      c.te_bevestigen && el('span', { class: 'merk' }, 'te bevestigen'),
      c.rol && el('p', {}, hoofdletter(c.rol)),
      c.gegevens && el('p', {}, c.gegevens),
      koppeling('tel:', c.telefoon),
      koppeling('mailto:', c.email),
      c.toelichting && el('p', { class: 'toelichting' }, c.toelichting),
    ),
    kopieerknop('Kopieer', async () => regels.join('\n'), `Kopieer contact ${c.organisatie}`),
  );
}

/**
 * A number or address to use at once.
 * @param {'tel:' | 'mailto:'} schema
 * @param {string} waar
 */
function koppeling(schema, waar) {
  const adres = schema + (schema === 'tel:' ? waar.replace(/[^+\d]/g, '') : encodeURI(waar));
  return waar && el('p', {}, veilig(adres) ? el('a', { href: adres }, waar) : waar);
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
