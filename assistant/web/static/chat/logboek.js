/** The log: messages in order, announced politely as they come, scrolled so that an answer is read from its start. */

import { el, knop } from './dom.js';

const BIJNA_ONDERAAN = 120;

export class Logboek {
  constructor() {
    this.rol = el('div', { class: 'rol', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': 'Gesprek', tabindex: 0 });
    this.stippen = el('div', { class: 'stippen', 'aria-hidden': 'true', hidden: true }, el('span'), el('span'), el('span'));
    this.nieuw = knop('Naar het nieuwe antwoord', () => this.naarEinde(), { class: 'knop nieuw', hidden: true });
    this.rol.addEventListener('scroll', () => this.#onderaan && (this.nieuw.hidden = true));
    this.element = el('div', { class: 'log' }, this.rol, this.stippen, this.nieuw);
  }

  get #onderaan() {
    return this.rol.scrollHeight - this.rol.scrollTop - this.rol.clientHeight < BIJNA_ONDERAAN;
  }

  /**
   * Adds a message; who is reading further up is left there and told.
   * @param {HTMLElement} bericht
   */
  voegToe(bericht) {
    const volgt = this.#onderaan || bericht.classList.contains('eigen');
    this.rol.append(bericht);
    if (volgt) this.rol.scrollTop = bericht.offsetTop - 12;
    else this.nieuw.hidden = false;
  }

  /**
   * Adds without announcing.
   * @param {() => void} doe
   */
  stil(doe) {
    this.rol.setAttribute('aria-live', 'off');
    doe();
    this.nieuw.hidden = true;
    setTimeout(() => this.rol.setAttribute('aria-live', 'polite'), 500);
  }

  /** What only makes sense under the last answer goes: quick replies, corrections. */
  verouder() {
    for (const deel of this.rol.querySelectorAll('[data-nu="weg"]')) deel.remove();
    for (const chip of this.rol.querySelectorAll('button[data-nu="dicht"]')) chip.setAttribute('disabled', '');
    for (const open of this.rol.querySelectorAll('form.bijstellen')) if (open.closest('.kenmerken')) open.remove();
  }

  naarEinde() {
    this.nieuw.hidden = true;
    const laatste = /** @type {HTMLElement | null} */ (this.rol.lastElementChild);
    this.rol.scrollTop = laatste ? laatste.offsetTop - 12 : 0;
  }

  /** @param {boolean} bezig */
  bezig(bezig) {
    this.stippen.hidden = !bezig;
  }

  leeg() {
    this.rol.replaceChildren();
  }
}
