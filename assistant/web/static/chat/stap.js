/** The running check as a stepper: which question this is, how many may follow, and the way back. */

import { el, knop } from './dom.js';

/** @typedef {import('./typen.js').Antwoord} Antwoord */
/** @typedef {import('./typen.js').Regel} Regel */
/** @typedef {import('./typen.js').Gesprek} Gesprek */
/** @typedef {{nummer: number, nog: number, vorig: string | null}} Stap */

/**
 * Where an answer stands in the running check, or null when it asks nothing.
 * @param {Antwoord} antwoord
 * @param {Regel[]} eerder the lines before it
 * @returns {Stap | null}
 */
export function stapVan(antwoord, eerder) {
  if (!gevraagd(antwoord)) return null;
  const antwoorden = eerder.flatMap((regel) => (regel.van === 'routewijzer' ? [regel.antwoord] : []));
  const vorige = antwoorden.slice(antwoorden.findLastIndex((a) => !gevraagd(a)) + 1).map(gevraagd);
  const velden = [...new Set([...vorige, gevraagd(antwoord)])];
  const plek = velden.indexOf(gevraagd(antwoord)); // earlier than the last after a step back
  return { nummer: plek + 1, nog: open(antwoord) - 1, vorig: plek > 0 ? velden[plek - 1] : null };
}

/** @param {Antwoord} antwoord */
function gevraagd(antwoord) {
  const vraag = antwoord.toets?.volgende_vraag ?? antwoord.advies?.volgende_vraag;
  return antwoord.gedrag === 'vraag' && vraag ? vraag.veld : null;
}

/**
 * How many facts can still change the outcome.
 * @param {Antwoord} antwoord
 */
function open(antwoord) {
  const ontbreekt = antwoord.advies?.ontbreekt ?? antwoord.toets?.uitkomsten.flatMap((u) => u.ontbreekt) ?? [];
  return Math.max(1, new Set(ontbreekt).size);
}

/**
 * @param {Stap} stap
 * @param {Gesprek} gesprek
 */
export function stapper({ nummer, nog, vorig }, gesprek) {
  const rest = nog > 0 ? ` van hoogstens ${nummer + nog}` : ', de laatste';
  const terug = () => gesprek.stuur('Terug naar de vorige vraag', { [/** @type {string} */ (vorig)]: null });
  return el(
    'div',
    { class: 'stap' },
    el('p', {}, `Vraag ${nummer}${rest}`),
    vorig !== null && knop('Vorige vraag', terug, { class: 'knop als-link', 'data-nu': 'weg' }, 'terug'),
    el('progress', { max: nummer + nog, value: nummer, 'aria-label': `Vraag ${nummer}${rest}` }),
  );
}
