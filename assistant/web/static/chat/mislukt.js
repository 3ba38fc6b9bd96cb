/** A message that did not arrive: why, and what one can do; its text is never lost. */

import { inlogkoppeling } from './aanmelding.js';
import { VerzoekMislukt } from './dienst.js';
import { el, knop } from './dom.js';

/**
 * What went wrong, for the user.
 * @param {unknown} fout
 */
export const redenVan = (fout) => (fout instanceof VerzoekMislukt ? fout.message : 'Er ging iets mis.');

/** @param {unknown} fout */
export const moetInloggen = (fout) => fout instanceof VerzoekMislukt && fout.inloggen;

/**
 * @param {unknown} fout
 * @param {() => void} opnieuw
 * @param {(() => void) | null} aanpassen
 * @param {import('./typen.js').Plek} plek
 */
export function mislukt(fout, opnieuw, aanpassen, plek) {
  const nogmaals = knop('Probeer opnieuw', opnieuw);
  if (fout instanceof VerzoekMislukt && fout.wacht > 0) wacht(nogmaals, fout.wacht);
  return el(
    'div',
    { class: 'mislukt' },
    el('p', {}, el('strong', {}, 'Niet verzonden. '), redenVan(fout)),
    el('div', { class: 'knoppen' }, moetInloggen(fout) && inlogkoppeling(plek, 'Log in', 'knop hoofd'), nogmaals, aanpassen && knop('Pas de tekst aan', aanpassen)),
  );
}

/**
 * Holds the retry back as long as the server asks.
 * @param {HTMLButtonElement} opnieuw
 * @param {number} seconden
 */
function wacht(opnieuw, seconden) {
  opnieuw.disabled = true;
  const einde = Date.now() + seconden * 1000;
  const tik = setInterval(() => {
    const rest = Math.ceil((einde - Date.now()) / 1000);
    opnieuw.textContent = rest > 0 ? `Opnieuw over ${rest} seconden` : 'Probeer opnieuw';
    if (rest > 0) return;
    opnieuw.disabled = false;
    clearInterval(tik);
  }, 500);
}
