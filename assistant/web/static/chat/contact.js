/** Whom to call: only what the sources say, and what still has to be confirmed. */

import { el, hoofdletter } from './dom.js';
import { kopieerknop } from './meenemen.js';
import { veilig } from './markdown.js';

/** @typedef {import('./typen.js').Contact} Contact */

/** @param {import('./typen.js').Advies} advies */
export function contacten({ contact, contact_toelichting }) {
  if (contact.length === 0 && !contact_toelichting) return null;
  return el(
    'div',
    { class: 'deel' },
    el('h5', {}, 'Contact'),
    contact.length > 0 && el('ul', { class: 'contacten' }, ...contact.map(regel)),
    contact_toelichting && el('p', {}, contact_toelichting),
  );
}

/** @param {Contact} c */
function regel(c) {
  const bereik = [c.gegevens, ...(c.gegevens ? [] : [c.telefoon, c.email])].filter(Boolean);
  const regels = [c.organisatie, c.rol, ...bereik].filter(Boolean);
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
