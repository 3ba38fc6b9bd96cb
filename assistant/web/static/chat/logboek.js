/** The log: messages in order, announced politely as they come, scrolled so that an answer is read from its start. */

import { el, knop } from './dom.js';

const BIJNA_ONDERAAN = 120;
const ZELF_ROLLEN = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

export class Logboek {
  /** Whether the reader moved through the log since the last message of their own. */
  #zelf = false;

  constructor() {
    this.rol = el('div', { class: 'rol', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': 'Gesprek', tabindex: 0 });
    this.stippen = el('div', { class: 'stippen', 'aria-hidden': 'true', hidden: true }, el('span'), el('span'), el('span'));
    this.nieuw = knop('Naar het nieuwe antwoord', () => this.naarEinde(), { class: 'knop nieuw', hidden: true });
    this.rol.addEventListener('scroll', () => this.#onderaan && (this.nieuw.hidden = true));
    for (const soort of ZELF_ROLLEN) this.rol.addEventListener(soort, () => (this.#zelf = true), { passive: true });
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
    const eigen = bericht.classList.contains('eigen');
    if (eigen) this.#zelf = false;
    const volgt = !this.#zelf || this.#onderaan;
    this.rol.append(bericht);
    if (volgt) this.naarEinde();
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

  /** Stays where the last question stands when a notice takes room, unless the reader went elsewhere. */
  volg() {
    if (!this.#zelf) this.naarEinde();
  }

  /** To the last question, so that its answer is read from the start. */
  naarEinde() {
    this.nieuw.hidden = true;
    const vragen = /** @type {NodeListOf<HTMLElement>} */ (this.rol.querySelectorAll('.eigen'));
    this.rol.scrollTop = vragen.length > 0 ? vragen[vragen.length - 1].offsetTop - 12 : 0;
  }

  /** @param {boolean} bezig */
  bezig(bezig) {
    this.stippen.hidden = !bezig;
    this.volg();
  }

  leeg() {
    this.rol.replaceChildren();
  }
}
