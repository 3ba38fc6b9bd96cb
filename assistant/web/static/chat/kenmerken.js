/** The facts as chips; each opens a small form to correct or remove it, after which the advice is made again. */

import { el, formulier, icoon, knop, metEscape, uniek, voorgelezen } from './dom.js';

/** @typedef {import('./typen.js').Veld} Veld */
/** @typedef {import('./typen.js').Waarde} Waarde */
/** @typedef {(tekst: string, kenmerken: Record<string, Waarde | null>) => void} Wijzig */

/**
 * @param {import('./typen.js').Kenmerken} feiten
 * @param {Record<string, string>} fragmenten words of the user per fact
 * @param {Veld[]} velden
 * @param {Wijzig} wijzig
 */
export function kenmerken(feiten, fragmenten, velden, wijzig) {
  const bekend = velden.filter((veld) => veld.veld in feiten);
  if (bekend.length === 0) return null;
  const vak = el('div', { 'aria-live': 'off' });
  const chips = bekend.map((veld) => el('li', {}, chip(veld, feiten[veld.veld], fragmenten[veld.veld], vak, wijzig)));
  return el(
    'div',
    { class: 'kenmerken deel' },
    el('h5', {}, 'Dit heb ik begrepen'),
    el('p', { class: 'toelichting', 'data-nu': 'weg' }, 'Klopt er iets niet? Kies het om het te wijzigen.'),
    el('ul', { class: 'chips' }, ...chips),
    vak,
  );
}

/**
 * @param {Veld} veld
 * @param {Waarde} waarde
 * @param {string | undefined} fragment
 * @param {HTMLElement} vak where the form opens
 * @param {Wijzig} wijzig
 */
function chip(veld, waarde, fragment, vak, wijzig) {
  const sluit = () => {
    vak.replaceChildren();
    deze.setAttribute('aria-expanded', 'false');
    deze.focus();
  };
  const open = () => {
    if (deze.getAttribute('aria-expanded') === 'true') return sluit();
    for (const ander of deze.closest('ul')?.querySelectorAll('button') ?? []) ander.setAttribute('aria-expanded', 'false');
    deze.setAttribute('aria-expanded', 'true');
    vak.replaceChildren(bijstelling(veld, waarde, fragment, sluit, wijzig));
    /** @type {HTMLElement | null} */ (vak.querySelector('input, select'))?.focus();
    vak.scrollIntoView({ block: 'nearest' });
  };
  const deze = knop('', open, { class: 'knop chip', 'aria-expanded': 'false', 'data-nu': 'dicht' });
  deze.append(el('span', {}, `${veld.label}: `, el('strong', {}, inWoorden(veld, waarde)), voorgelezen(', wijzigen')), icoon('pen'));
  return deze;
}

/**
 * @param {Veld} veld
 * @param {Waarde} waarde
 * @param {string | undefined} fragment
 * @param {() => void} sluit
 * @param {Wijzig} wijzig
 */
function bijstelling(veld, waarde, fragment, sluit, wijzig) {
  const { element, lees } = invoer(veld, waarde);
  const stuur = () => {
    const nieuw = lees();
    if (nieuw !== '') wijzig(`Wijzig ${veld.label}: ${inWoorden(veld, nieuw)}`, { [veld.veld]: nieuw });
  };
  const weg = () => wijzig(`Verwijder ${veld.label}`, { [veld.veld]: null });
  const vorm = formulier(
    { class: 'bijstellen', 'aria-label': `${veld.label} wijzigen` },
    stuur,
    fragment && el('p', {}, 'Gelezen in: ', el('q', {}, fragment)),
    element,
    el('div', { class: 'knoppen' }, el('button', { class: 'knop hoofd' }, 'Wijzig'), knop('Verwijder', weg), knop('Annuleer', sluit)),
  );
  metEscape(vorm, sluit);
  return vorm;
}

/**
 * The field to fill in, and how to read it.
 * @param {Veld} veld
 * @param {Waarde} waarde
 * @returns {{element: HTMLElement, lees: () => Waarde}}
 */
function invoer(veld, waarde) {
  if (veld.soort === 'lijst') return vinkjes(veld, Array.isArray(waarde) ? waarde : []);
  const id = uniek('veld');
  const label = el('label', { for: id }, `${veld.label} `);
  if (veld.soort === 'keuze') {
    const opties = veld.keuzes.map((k) => el('option', { value: k.waarde, selected: k.waarde === waarde }, k.tekst));
    const keuze = el('select', { id }, ...opties);
    return { element: el('div', {}, label, keuze), lees: () => keuze.value };
  }
  const getal = veld.soort === 'getal';
  const lijst = uniek('lijst');
  const tekst = el('input', { id, value: waarde, required: true, autocomplete: 'off', ...(getal ? { type: 'number', min: 0, max: 120 } : { list: lijst }) });
  const suggesties = el('datalist', { id: lijst }, ...veld.keuzes.map((k) => el('option', { value: k.waarde })));
  return { element: el('div', {}, label, tekst, suggesties), lees: () => (getal ? tekst.valueAsNumber : tekst.value.trim()) };
}

/**
 * @param {Veld} veld
 * @param {string[]} aan
 * @returns {{element: HTMLElement, lees: () => Waarde}}
 */
function vinkjes(veld, aan) {
  const eigen = aan.filter((waarde) => !veld.keuzes.some((k) => k.waarde === waarde)); // in the user's own words: not lost
  const keuzes = [...veld.keuzes, ...eigen.map((waarde) => ({ waarde, tekst: waarde }))];
  const vakjes = keuzes.map((k) => el('input', { type: 'checkbox', value: k.waarde, checked: aan.includes(k.waarde) }));
  const regels = keuzes.map((k, i) => el('label', {}, vakjes[i], k.tekst));
  return {
    element: el('fieldset', {}, el('legend', {}, veld.label), ...regels),
    lees: () => vakjes.filter((vakje) => vakje.checked).map((vakje) => vakje.value),
  };
}

/**
 * A value as people say it.
 * @param {Veld} veld
 * @param {Waarde} waarde
 * @returns {string}
 */
function inWoorden(veld, waarde) {
  if (Array.isArray(waarde)) return waarde.map((w) => inWoorden(veld, w)).join(', ') || 'geen';
  const tekst = veld.keuzes.find((k) => k.waarde === String(waarde))?.tekst ?? String(waarde);
  return veld.soort === 'getal' ? `${tekst} jaar` : tekst;
}
