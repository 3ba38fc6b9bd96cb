/** The field to write in: Enter sends, a counter warns near the limit, a draft survives a reload. */

import { el, formulier, icoon, uniek } from './dom.js';

const WAARSCHUW = 0.8;

export class Invoer {
  #bezig = false;

  /**
   * @param {number} meeste characters that the server takes
   * @param {import('./geheugen.js').Geheugen} geheugen
   * @param {(tekst: string) => void} stuur
   */
  constructor(meeste, geheugen, stuur) {
    this.meeste = meeste;
    this.geheugen = geheugen;
    this.stuur = stuur;
    const [veld, hulp] = [uniek('veld'), uniek('hulp')];
    this.veld = el('textarea', { id: veld, rows: 2, 'aria-describedby': hulp, enterkeyhint: 'send', autocomplete: 'off' });
    this.teller = el('p', { class: 'teller', role: 'status' });
    this.knop = el('button', { class: 'knop hoofd' }, el('span', { class: 'woord' }, 'Verstuur'), icoon('stuur'));
    this.element = formulier(
      { class: 'invoer' },
      () => this.#verstuur(),
      el('label', { for: veld }, 'Uw bericht'),
      el('div', { class: 'rij' }, this.veld, this.knop),
      el('p', { id: hulp, class: 'hulp' }, 'Noem geen namen. ', el('span', { class: 'toetsen' }, 'Shift + Enter geeft een nieuwe regel.')),
      this.teller,
    );
    this.veld.value = geheugen.concept;
    this.#luister();
    this.#tel();
  }

  #luister() {
    this.veld.addEventListener('keydown', (gebeurtenis) => {
      if (gebeurtenis.key !== 'Enter' || gebeurtenis.shiftKey || gebeurtenis.isComposing) return;
      gebeurtenis.preventDefault();
      this.#verstuur();
    });
    this.veld.addEventListener('input', () => this.#tel());
  }

  #verstuur() {
    const tekst = this.veld.value.trim();
    if (!tekst || this.#bezig || tekst.length > this.meeste) return;
    this.zet('');
    this.stuur(tekst);
  }

  #tel() {
    const aantal = this.veld.value.trim().length;
    this.geheugen.concept = this.veld.value;
    const over = aantal > this.meeste;
    this.veld.setAttribute('aria-invalid', String(over));
    this.teller.hidden = aantal < this.meeste * WAARSCHUW;
    this.teller.textContent = this.teller.hidden ? '' : `${aantal} van ${this.meeste} tekens${over ? ': te lang, kort het in' : ''}`;
  }

  /** @param {string} tekst */
  zet(tekst) {
    this.veld.value = tekst;
    this.#tel();
    this.focus();
  }

  /** @param {boolean} bezig */
  bezig(bezig) {
    this.#bezig = bezig;
    this.knop.setAttribute('aria-disabled', String(bezig));
  }

  focus() {
    this.veld.focus();
  }
}
