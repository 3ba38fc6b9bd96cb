/** Taking a result along: to the clipboard, to a file, to paper. */

import { el, icoon, knop, voorgelezen } from './dom.js';

/** @typedef {import('./typen.js').Gesprek} Gesprek */

/**
 * Buttons for the file and for paper.
 * @param {string} bewijs
 * @param {Gesprek} gesprek
 */
export function meenemen(bewijs, gesprek) {
  return el(
    'div',
    { class: 'knoppen' },
    kopieerknop('Kopieer voor dossier', () => gesprek.dossier(bewijs)),
    el('a', { class: 'knop', href: gesprek.afdruk(bewijs), target: '_blank', rel: 'noopener' }, icoon('afdruk'), 'Afdrukken', voorgelezen(' (nieuw tabblad)')),
  );
}

/**
 * A button that copies; where the browser refuses, the text is shown so that it can be selected.
 * @param {string} label
 * @param {() => Promise<string>} haal
 * @param {string} [naam] fuller name for who does not see the surroundings
 */
export function kopieerknop(label, haal, naam) {
  const melding = el('span', { role: 'status', class: 'melding' });
  const kopieer = async () => {
    melding.textContent = '';
    try {
      const tekst = await haal();
      await navigator.clipboard.writeText(tekst).then(
        () => (melding.textContent = 'Gekopieerd.'),
        () => toonTekst(melding, tekst),
      );
    } catch (fout) {
      melding.textContent = `Niet gelukt. ${/** @type {Error} */ (fout).message}`;
    }
  };
  return el('span', { class: 'kopie', 'aria-live': 'off' }, knop(label, () => void kopieer(), { 'aria-label': naam }, 'kopie'), melding);
}

/**
 * @param {HTMLElement} plek
 * @param {string} tekst
 */
function toonTekst(plek, tekst) {
  const vak = el('textarea', { readonly: true, rows: 6, 'aria-label': 'Tekst om te kopiëren' }, tekst);
  plek.replaceChildren('Kopiëren mag hier niet; kopieer de geselecteerde tekst zelf. ', vak);
  vak.focus();
  vak.select();
}
