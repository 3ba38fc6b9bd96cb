/** Signing in and out: what an account opens, and how one gets there from this page. */

import { el, knop } from './dom.js';

/** @typedef {import('./typen.js').Gesprek} Gesprek */
/** @typedef {import('./typen.js').Plek} Plek */

/**
 * A way to sign in, or to a page where one can.
 * @param {Plek} plek
 * @param {string} tekst
 * @param {string} klas
 */
export const inlogkoppeling = ({ adres, soort }, tekst, klas) =>
  el('a', { class: klas, href: adres, ...(soort !== 'hier' && { target: '_blank', rel: 'noopener' }) }, tekst);

/**
 * Who is signed in, with the way out; else the way in, where there is something to win by it.
 * @param {Gesprek} gesprek
 * @param {() => void} logUit
 */
export function aanmeldstand({ plek, aanmelding, site }, logUit) {
  const delen = aanmelding
    ? [el('span', { class: 'wie', title: aanmelding.naam }, el('span', {}, 'Ingelogd als '), el('strong', {}, aanmelding.naam)), knop('Log uit', logUit, { class: 'knop als-link' })]
    : [plek.soort === 'hier' && site.inloggen !== 'nee' && inlogkoppeling(plek, 'Log in', 'knop als-link')];
  return el('div', { class: 'aanmelding' }, ...delen);
}

/**
 * What somebody can do whose question needs an account: sign in and come back, or ask it again.
 * @param {Gesprek} gesprek
 * @param {string} vraag
 */
export function inlogvraag(gesprek, vraag) {
  return el('div', { class: 'inlogvraag', 'data-nu': 'weg', 'data-vraag': vraag }, ...stappen(gesprek, vraag));
}

/**
 * @param {Gesprek} gesprek
 * @param {string} vraag
 */
function stappen(gesprek, vraag) {
  const { plek, aanmelding } = gesprek;
  if (aanmelding) return [el('p', {}, 'U bent nu ingelogd.'), knop('Stel de vraag opnieuw', () => gesprek.stuur(vraag), { class: 'knop snel' })];
  if (plek.soort === 'hier') {
    return [el('p', {}, 'Dit gesprek blijft staan. Na het inloggen bent u hier terug.'), inlogkoppeling(plek, 'Log in', 'knop hoofd')];
  }
  if (plek.soort === 'tab') {
    return [
      el('p', {}, 'Log in op een nieuw tabblad en kom hier terug. Bent u hier dan nog niet ingelogd, stel uw vraag dan daar.'),
      inlogkoppeling(plek, 'Log in (nieuw tabblad)', 'knop hoofd'),
    ];
  }
  return [
    el('p', {}, 'Op deze pagina kan dat niet: uw browser deelt een aanmelding niet met andere sites. Stel deze vraag in Routewijzer zelf.'),
    inlogkoppeling(plek, 'Open Routewijzer (nieuw tabblad)', 'knop'),
  ];
}
