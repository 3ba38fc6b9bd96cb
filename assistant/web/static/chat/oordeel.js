/** The judgement on an answer: good, or what is wrong with it. */

import { el, formulier, knop, metEscape, uniek } from './dom.js';

/** @typedef {import('./typen.js').Antwoord} Antwoord */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

const REDENEN = {
  onjuist: 'Onjuist: het klopt niet',
  onvolledig: 'Onvolledig: er ontbreekt iets',
  verouderd: 'Verouderd: het geldt niet meer',
  onduidelijk: 'Onduidelijk: ik begrijp het niet',
  anders: 'Iets anders',
};

/**
 * @param {Antwoord} antwoord
 * @param {string} vraag
 * @param {Gesprek} gesprek
 */
export function oordeelvraag(antwoord, vraag, gesprek) {
  const vast = {
    vraag,
    items: antwoord.items.map((item) => item.id),
    bewijs_id: antwoord.advies?.bewijs_id ?? antwoord.toets?.bewijs_id,
  };
  const melding = el('span', { role: 'status', tabindex: -1 });
  /** @param {{goed: boolean, reden?: string, toelichting?: string}} oordeel */
  const stuur = async (oordeel) => {
    try {
      await gesprek.beoordeel(antwoord, { ...vast, ...oordeel });
      vak.replaceChildren(melding);
      melding.textContent = 'Dank u, uw oordeel is bewaard.';
      melding.focus();
    } catch (fout) {
      melding.textContent = `Niet bewaard. ${/** @type {Error} */ (fout).message}`;
    }
  };
  const goed = knop('Goed antwoord', () => void stuur({ goed: true }), { class: 'knop duim' }, 'duimop');
  const fout = knop('Niet goed', () => open(redenvorm.hidden), { class: 'knop duim', 'aria-expanded': 'false' }, 'duimneer');
  /** @param {boolean} nu */
  const open = (nu) => {
    redenvorm.hidden = !nu;
    fout.setAttribute('aria-expanded', String(nu));
    (nu ? redenvorm.querySelector('input') : fout)?.focus();
    if (nu) redenvorm.scrollIntoView({ block: 'nearest' });
  };
  const redenvorm = redenen((reden, toelichting) => void stuur({ goed: false, reden, toelichting }), () => open(false));
  const vak = el('div', { class: 'oordeel', 'aria-live': 'off' }, goed, fout, melding, redenvorm);
  return vak;
}

/**
 * @param {(reden: string, toelichting: string) => void} klaar
 * @param {() => void} sluit
 */
function redenen(klaar, sluit) {
  const naam = uniek('reden');
  const keuzes = Object.entries(REDENEN).map(([reden, tekst]) =>
    el('label', {}, el('input', { type: 'radio', name: naam, value: reden, required: true }), tekst),
  );
  const toelichting = el('textarea', { rows: 2, maxlength: 1000 });
  const klaarmaken = () => klaar(String(new FormData(vorm).get(naam)), toelichting.value.trim());
  const vorm = formulier(
    { hidden: true, class: 'bijstellen' },
    klaarmaken,
    el('fieldset', {}, el('legend', {}, 'Wat is er niet goed?'), ...keuzes),
    el('label', {}, 'Toelichting (hoeft niet, noem geen namen)', toelichting),
    el('div', { class: 'knoppen' }, el('button', { class: 'knop hoofd' }, 'Verstuur oordeel'), knop('Annuleer', sluit)),
  );
  metEscape(vorm, sluit);
  return vorm;
}
