/** Building elements.  Text always goes in as text, so nothing that a person or a source wrote becomes markup. */

import { icoon } from './icoon.js';

/** @typedef {Node | string | null | undefined | false} Kind */

let volgnummer = 0;

/**
 * An id that is unique within the page.
 * @param {string} naam
 */
export const uniek = (naam) => `${naam}-${++volgnummer}`;

/**
 * An element with attributes, event handlers (`onclick`) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} soort
 * @param {Record<string, unknown>} [eigenschappen]
 * @param {...Kind} kinderen
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(soort, eigenschappen = {}, ...kinderen) {
  const element = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(eigenschappen)) {
    if (typeof waarde === 'function') element.addEventListener(naam.slice(2), /** @type {EventListener} */ (waarde));
    else if (waarde === true) element.setAttribute(naam, '');
    else if (waarde !== false && waarde !== null && waarde !== undefined) element.setAttribute(naam, String(waarde));
  }
  element.append(...bestaand(kinderen));
  return element;
}

/**
 * A button with a text, and perhaps a drawing before it.
 * @param {string} tekst
 * @param {() => void} doe
 * @param {Record<string, unknown>} [eigenschappen]
 * @param {import('./icoon.js').Icoonnaam} [beeld]
 */
export const knop = (tekst, doe, eigenschappen = {}, beeld) =>
  el('button', { type: 'button', class: 'knop', onclick: doe, ...eigenschappen }, beeld && icoon(beeld), tekst);

/**
 * A part that opens under its summary.
 * @param {Kind} titel
 * @param {...Kind} inhoud
 */
export const uitklap = (titel, ...inhoud) => el('details', {}, el('summary', {}, titel), el('div', { class: 'uitgeklapt' }, ...inhoud));

/**
 * A list, or nothing when there is nothing to list.
 * @param {Kind[]} regels
 * @param {string} [klas]
 */
export const lijst = (regels, klas) =>
  regels.length > 0 && el('ul', { class: klas }, ...regels.map((regel) => el('li', {}, regel)));

/** @param {string} tekst */
export const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/**
 * A part that only a screen reader says.
 * @param {string} tekst
 */
export const voorgelezen = (tekst) => el('span', { class: 'alleen-voorlezen' }, tekst);

/**
 * @param {Kind[]} kinderen
 * @returns {(Node | string)[]}
 */
const bestaand = (kinderen) => /** @type {(Node | string)[]} */ (kinderen.filter((kind) => kind || kind === ''));
