/** `<routewijzer-chat>`: the launcher that a host page loads; the conversation itself is fetched when it is opened. */

import { Dienst } from './dienst.js';
import { el } from './dom.js';
import { Geheugen } from './geheugen.js';
import { icoon } from './icoon.js';

/** @typedef {import('./typen.js').Site} Site */

const BASIS = new URL('../..', import.meta.url).href.replace(/\/$/, '');

/** @type {Promise<CSSStyleSheet> | undefined} */
let opmaak;

/** The style sheet, fetched once for all chats on the page. */
const haalOpmaak = () =>
  (opmaak ??= fetch(new URL('./chat.css', import.meta.url)).then(async (antwoord) => {
    if (!antwoord.ok) throw new Error(`chat.css: ${antwoord.status}`);
    return new CSSStyleSheet().replace(await antwoord.text());
  }));

/**
 * The house style of a site, set property by property so that a value can never be more than a value.
 * @param {Record<string, string>} thema
 */
function themablad(thema) {
  const blad = new CSSStyleSheet();
  const regel = /** @type {CSSStyleRule} */ (blad.cssRules[blad.insertRule(':host {}')]);
  for (const [naam, waarde] of Object.entries(thema)) regel.style.setProperty(naam, waarde);
  return blad;
}

export class RoutewijzerChat extends HTMLElement {
  /** @type {import('./venster.js').Venster | undefined} */
  #venster;

  #wortel = this.attachShadow({ mode: 'open' });

  connectedCallback() {
    if (this.#wortel.childElementCount === 0) void this.#begin();
  }

  get #zwevend() {
    return !['inline', 'pagina'].includes(this.getAttribute('modus') ?? '');
  }

  async #begin() {
    const dienst = new Dienst(BASIS, this.getAttribute('site') ?? 'routewijzer');
    if (!this.#zwevend) void import('./venster.js').catch(() => {}); // needed in any case: fetched beside the rest
    try {
      const [site, blad] = await Promise.all([dienst.gegevens(), haalOpmaak()]);
      this.#wortel.adoptedStyleSheets = [blad, themablad(site.thema)];
      if (site.open) return this.#bouw(dienst, site);
      this.#dicht(`De chat is nu niet beschikbaar. ${site.bereikbaarheid}`);
    } catch {
      this.#dicht('De chat is nu niet bereikbaar. Laad de pagina later opnieuw.');
    }
  }

  /**
   * A floating chat that cannot work stays out of sight; a page that is nothing but the chat says so.
   * @param {string} reden
   */
  #dicht(reden) {
    if (this.getAttribute('modus') === 'pagina') this.#wortel.append(el('p', { role: 'status' }, reden));
    else this.hidden = true;
  }

  /**
   * @param {Dienst} dienst
   * @param {Site} site
   */
  #bouw(dienst, site) {
    const geheugen = new Geheugen(dienst.site);
    const eigen = {
      ...site,
      titel: this.getAttribute('titel') ?? site.titel,
      opening: this.getAttribute('opening') ?? site.opening,
      regio: this.getAttribute('regio') ?? site.regio,
    };
    if (this.#zwevend) this.#wortel.append(this.#starter(() => this.#open(dienst, eigen, geheugen), eigen.titel));
    if (!this.#zwevend || geheugen.inhoud.open) void this.#open(dienst, eigen, geheugen, false);
    performance.mark('routewijzer-klaar');
  }

  /**
   * @param {() => Promise<void>} open
   * @param {string} titel
   */
  #starter(open, titel) {
    const inladen = () => void import('./venster.js');
    return el(
      'button',
      { type: 'button', class: 'starter', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: open, onpointerenter: inladen, onfocus: inladen },
      icoon('bericht'),
      titel,
    );
  }

  /**
   * @param {Dienst} dienst
   * @param {Site} site
   * @param {Geheugen} geheugen
   * @param {boolean} [focus]
   */
  async #open(dienst, site, geheugen, focus = true) {
    const { Venster } = await import('./venster.js');
    const sluit = this.#zwevend ? () => this.#sluit(geheugen) : null;
    if (!this.#venster) {
      this.#venster = new Venster({ dienst, site, geheugen, sluit });
      this.#wortel.append(this.#venster.element);
    }
    geheugen.zet({ open: true });
    this.#toon(true);
    if (focus) this.#venster.focus();
  }

  /** @param {Geheugen} geheugen */
  #sluit(geheugen) {
    geheugen.zet({ open: false });
    this.#toon(false);
    this.#wortel.querySelector('button')?.focus();
  }

  /** @param {boolean} open */
  #toon(open) {
    if (this.#venster) this.#venster.element.hidden = !open;
    const starter = this.#zwevend && this.#wortel.querySelector('button');
    if (starter) {
      starter.setAttribute('aria-expanded', String(open));
      starter.hidden = open;
    }
  }
}

customElements.define('routewijzer-chat', RoutewijzerChat);
