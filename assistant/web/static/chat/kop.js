/** The top of the window: what this is, for which region, and the ways out. */

import { el, icoon, knop, metEscape, voorgelezen } from './dom.js';

/** @typedef {import('./typen.js').Site} Site */

/**
 * @param {Site} site
 * @param {string} id of the heading
 * @param {HTMLElement} regio
 * @param {HTMLElement} aanmelding
 * @param {() => void} wis
 * @param {(() => void) | null} sluit
 */
export function kop(site, id, regio, aanmelding, wis, sluit) {
  const dicht = sluit && el('button', { type: 'button', class: 'knop kopknop', title: 'Sluit', onclick: sluit }, icoon('kruis'), voorgelezen('Sluit'));
  return el(
    'header',
    {},
    el('div', { class: 'naambalk' }, el('h2', { id }, site.titel), aanmelding, dicht),
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

/**
 * Asks whether the conversation may go, here and on the server.
 * @param {(klaar: () => void) => void} wis
 * @param {() => void} terug where the focus goes when this is gone
 */
export function wisvraag(wis, terug) {
  const weg = () => {
    vraag.remove();
    terug();
  };
  const vraag = el(
    'div',
    { class: 'wissen', role: 'group', 'aria-label': 'Gesprek wissen' },
    el('p', {}, el('strong', {}, 'Het gesprek wissen?'), ' Het verdwijnt hier en op de server.'),
    el('div', { class: 'knoppen' }, knop('Ja, wis alles', () => wis(weg), { class: 'knop hoofd' }), knop('Nee', weg)),
  );
  metEscape(vraag, weg);
  return vraag;
}
