/** The top of the window: what this is, for which region, and the ways out. */

import { el, knop, voorgelezen } from './dom.js';
import { icoon } from './icoon.js';

/** @typedef {import('./typen.js').Site} Site */

/**
 * @param {Site} site
 * @param {string} id of the heading
 * @param {HTMLElement} regio
 * @param {() => void} wis
 * @param {(() => void) | null} sluit
 */
export function kop(site, id, regio, wis, sluit) {
  const dicht = sluit && el('button', { type: 'button', class: 'knop kopknop', title: 'Sluit', onclick: sluit }, icoon('kruis'), voorgelezen('Sluit'));
  return el(
    'header',
    {},
    el('div', { class: 'naambalk' }, el('h2', { id }, site.titel), dicht),
    el('div', { class: 'regiobalk' }, regio, knop('Wis gesprek', wis, { class: 'knop als-link' }, 'prullenbak')),
  );
}

/**
 * The region that answers are for; choosing keeps it for this tab.
 * @param {Site} site
 * @param {import('./geheugen.js').Geheugen} geheugen
 * @param {(naam: string) => void} gekozen
 */
export function regiokeuze(site, geheugen, gekozen) {
  const huidig = geheugen.inhoud.regio || site.regio || '';
  geheugen.zet({ regio: huidig });
  const opties = site.regios.map((r) => el('option', { value: r.id, selected: r.id === huidig }, r.naam));
  const keuze = el('select', {}, el('option', { value: '', disabled: Boolean(huidig) }, 'Kies een regio'), ...opties);
  keuze.addEventListener('change', () => {
    geheugen.zet({ regio: keuze.value });
    keuze.options[0].disabled = true;
    gekozen(keuze.selectedOptions[0].text);
  });
  return el('label', { class: 'regio' }, 'Regio ', keuze);
}
