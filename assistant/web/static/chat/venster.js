/** The window of a conversation: the log, the notices and the field to write in. */

import { aanmeldstand, inlogvraag } from './aanmelding.js';
import { antwoordbericht, eigenBericht } from './bericht.js';
import { Dienst, VerzoekMislukt } from './dienst.js';
import { el, metEscape, uniek } from './dom.js';
import { Geheugen } from './geheugen.js';
import { Invoer } from './invoer.js';
import { kop, regiokeuze, wisvraag } from './kop.js';
import { Logboek } from './logboek.js';
import { mislukt, moetInloggen, redenVan } from './mislukt.js';
import { stapVan } from './stap.js';
import { welkom } from './welkom.js';

/** @typedef {import('./typen.js').Antwoord} Antwoord */
/** @typedef {import('./typen.js').Regel} Regel */
/** @typedef {import('./typen.js').Site} Site */
/** @typedef {import('./typen.js').Waarde} Waarde */
/** @typedef {Record<string, Waarde | null>} Wijziging */
/** @typedef {{tekst: string, kenmerken?: Wijziging, doel?: 'route' | 'toets'}} Bericht */

const TRAAG = 6_000;
const SCHERMVULLEND = matchMedia('(width < 30rem), (height < 30rem)'); // as in chat.css
const LAAG = matchMedia('(height < 30rem)');
const BEREIKBAAR = 'a[href], button:enabled, input, select, textarea, summary, [tabindex="0"]';

export class Venster {
  /** @type {import('./typen.js').Veld[]} */
  velden = [];
  #bezig = false;

  /** @type {Map<HTMLElement, number>} answers about cases, with their place in the conversation */
  #zaken = new Map();

  /** @param {{basis: string, sleutel: string, site: Site, plek: import('./typen.js').Plek, sluit: (() => void) | null}} delen */
  constructor({ basis, sleutel, site, plek, sluit }) {
    this.dienst = new Dienst(basis, sleutel);
    this.geheugen = new Geheugen(sleutel);
    this.site = site;
    this.plek = plek;
    /** @type {import('./typen.js').Aanmelding | null} */
    this.aanmelding = null;
    this.aanmeldstand = el('div');
    this.logboek = new Logboek();
    this.melding = el('p', { class: 'melding', role: 'status' });
    this.invoer = new Invoer(site.max_tekens, this.geheugen, (tekst) => this.stuur(tekst));
    this.element = this.#bouw(sluit);
    this.#zetAanmelding(site.aanmelding);
    this.#letOpAanmelding();
    addEventListener('offline', () => this.#meld('U bent offline. Uw tekst blijft staan.'));
    addEventListener('online', () => this.#meld('U bent weer online.'));
    void this.#herstel();
  }

  focus() {
    this.invoer.focus();
  }

  /** @param {(() => void) | null} sluit */
  #bouw(sluit) {
    const id = uniek('titel');
    const regio = regiokeuze(this.site, this.geheugen, (naam) => this.#meld(`Regio: ${naam}`));
    const element = el(
      'div',
      { class: `venster${sluit ? ' zwevend' : ''}`, role: sluit ? 'dialog' : 'region', 'aria-labelledby': id, lang: 'nl' },
      kop(this.site, id, regio, this.aanmeldstand, () => this.#vraagWissen(), sluit),
      this.logboek.element,
      this.melding,
      this.invoer.element,
    );
    if (!sluit) return element;
    metEscape(element, sluit);
    element.addEventListener('keydown', (gebeurtenis) => {
      if (gebeurtenis.key === 'Tab' && SCHERMVULLEND.matches) this.#blijfBinnen(gebeurtenis);
    });
    return element;
  }

  /**
   * Keeps the focus in a window that covers the page: what lies behind it cannot be seen.
   * @param {KeyboardEvent} gebeurtenis
   */
  #blijfBinnen(gebeurtenis) {
    const alle = /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(BEREIKBAAR));
    const plekken = [...alle].filter((plek) => plek.checkVisibility());
    if (gebeurtenis.shiftKey) plekken.reverse();
    if (/** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement !== plekken[plekken.length - 1]) return;
    gebeurtenis.preventDefault();
    plekken[0].focus();
  }

  /** In another tab somebody may sign in or out; a page that comes back from the history is as old as it was left. */
  #letOpAanmelding() {
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.#ververs());
    addEventListener('pageshow', ({ persisted }) => persisted && void this.#ververs());
  }

  /** Looks again who is signed in. */
  async #ververs() {
    if (this.plek.soort === 'elders') return;
    const site = await this.dienst.gegevens().catch(() => null);
    if (!site) return;
    const eerst = this.aanmelding?.naam;
    this.#zetAanmelding(site.aanmelding);
    const naam = this.aanmelding?.naam;
    if (naam !== eerst) this.#meld(naam ? `U bent ingelogd als ${naam}.` : 'U bent uitgelogd.');
  }

  /** @param {import('./typen.js').Aanmelding | null} nieuw */
  #zetAanmelding(nieuw) {
    this.aanmelding = nieuw;
    this.dienst.csrf = nieuw?.csrf ?? '';
    this.geheugen.alleenVan(nieuw?.naam ?? null);
    const stand = aanmeldstand(this, () => void this.#logUit());
    this.aanmeldstand.replaceWith(stand);
    this.aanmeldstand = stand;
    for (const vraag of this.element.querySelectorAll('.inlogvraag')) {
      vraag.replaceWith(inlogvraag(this, /** @type {HTMLElement} */ (vraag).dataset.vraag ?? ''));
    }
    for (const [bericht, plek] of this.#zaken) {
      const regel = this.geheugen.inhoud.regels[plek];
      if (regel?.van !== 'routewijzer' || regel.antwoord.zaken) continue;
      bericht.replaceWith(this.#antwoord(regel, plek));
      this.#zaken.delete(bericht);
    }
  }

  async #logUit() {
    try {
      await this.dienst.logUit();
    } catch (fout) {
      return this.#meld(`Uitloggen is niet gelukt. ${redenVan(fout)} Probeer het opnieuw.`);
    }
    await this.#ververs();
    if (this.aanmelding) this.#meld('Uitloggen is niet gelukt. Probeer het opnieuw.');
    this.focus();
  }

  /** Shows what this tab remembers; none of it is announced as new. */
  async #herstel() {
    this.logboek.stil(() => this.logboek.voegToe(welkom(this.site, this)));
    this.velden = await this.dienst.kenmerken().catch(() => []);
    const { regels } = this.geheugen.inhoud;
    this.logboek.stil(() => regels.forEach((regel, i) => this.#toon(regel, i)));
    if (regels.length > 0) this.logboek.naarEinde();
    if (this.aanmelding) this.#verwelkom(this.aanmelding.naam);
  }

  /**
   * Who went to sign in for a question finds it where she left it.
   * @param {string} naam
   */
  #verwelkom(naam) {
    const opnieuw = /** @type {HTMLElement | null} */ (this.element.querySelector('.inlogvraag button'));
    if (!opnieuw) return;
    this.#meld(`U bent ingelogd als ${naam}.`);
    opnieuw.focus();
  }

  /**
   * Sends a message, or a correction of facts with the words that stand for it.
   * @param {string} tekst
   * @param {Wijziging} [kenmerken]
   * @param {'route' | 'toets'} [doel] what is decided again
   */
  async stuur(tekst, kenmerken, doel) {
    if (this.#bezig) return this.#meld('Een ogenblik, het vorige bericht is nog onderweg.');
    const eigen = eigenBericht(tekst);
    this.logboek.verouder();
    this.logboek.voegToe(eigen);
    this.focus();
    await this.#verzend(eigen, { tekst, ...(kenmerken && { kenmerken, doel }) });
  }

  /**
   * @param {HTMLElement} eigen
   * @param {Bericht} bericht
   */
  async #verzend(eigen, bericht) {
    this.#zetBezig(true);
    const traag = setTimeout(() => this.#meld('Dit duurt langer dan gewoonlijk. Ik zoek nog.'), TRAAG);
    try {
      const beurt = await this.dienst.stuur(await this.#gesprek(), {
        ...bericht,
        ...(this.geheugen.inhoud.regio && { regio: this.geheugen.inhoud.regio }),
      });
      if (beurt.antwoorden.length === 0) throw new VerzoekMislukt('Er kwam geen antwoord.');
      this.#meld('');
      this.#verwerk(eigen, beurt);
      if (beurt.antwoorden.some((antwoord) => antwoord.inloggen)) void this.#ververs();
      if (LAAG.matches) this.logboek.element.scrollIntoView(); // here the field to write in may hide the answer
    } catch (fout) {
      this.#mislukt(eigen, bericht, fout);
    } finally {
      clearTimeout(traag);
      this.#zetBezig(false);
    }
  }

  /** The conversation on the server, started when the first message goes out. */
  async #gesprek() {
    if (!this.geheugen.inhoud.gesprek) {
      const { gesprek_id } = await this.dienst.begin(this.geheugen.inhoud.regio);
      this.geheugen.zet({ gesprek: gesprek_id });
    }
    return /** @type {string} */ (this.geheugen.inhoud.gesprek);
  }

  /**
   * @param {HTMLElement} eigen
   * @param {import('./typen.js').Beurt} beurt
   */
  #verwerk(eigen, { tekst, gemaskeerd, antwoorden }) {
    eigen.replaceWith(eigenBericht(tekst, gemaskeerd));
    this.geheugen.voegToe({ van: 'u', tekst, gemaskeerd });
    for (const antwoord of antwoorden) {
      this.geheugen.voegToe({ van: 'routewijzer', antwoord });
      this.#toon({ van: 'routewijzer', antwoord }, this.geheugen.inhoud.regels.length - 1);
    }
  }

  /**
   * @param {HTMLElement} eigen
   * @param {Bericht} bericht
   * @param {unknown} fout
   */
  #mislukt(eigen, bericht, fout) {
    const opnieuw = () => {
      if (this.#bezig) return;
      nood.remove();
      this.focus();
      void this.#verzend(eigen, bericht);
    };
    const aanpassen = () => {
      eigen.remove();
      this.invoer.zet(bericht.tekst);
    };
    const nood = mislukt(fout, opnieuw, bericht.kenmerken ? null : aanpassen, this.plek);
    eigen.append(nood);
    if (moetInloggen(fout)) {
      this.geheugen.concept ||= bericht.tekst; // it stands in the field again after signing in
      void this.#ververs();
    }
    this.logboek.naarEinde();
    this.#meld(`Niet verzonden. ${redenVan(fout)}`, true);
  }

  /**
   * @param {Regel} regel
   * @param {number} plek
   */
  #toon(regel, plek) {
    if (regel.van === 'u') return this.logboek.voegToe(eigenBericht(regel.tekst, regel.gemaskeerd));
    this.logboek.verouder();
    const bericht = this.#antwoord(regel, plek);
    if (regel.antwoord.zaken) this.#zaken.set(bericht, plek);
    this.logboek.voegToe(bericht);
  }

  /**
   * @param {Extract<Regel, {van: 'routewijzer'}>} regel
   * @param {number} plek
   */
  #antwoord(regel, plek) {
    const eerder = this.geheugen.inhoud.regels.slice(0, plek);
    const vraag = eerder.findLast((r) => r.van === 'u');
    return antwoordbericht(regel.antwoord, this, {
      stap: stapVan(regel.antwoord, eerder),
      vraag: vraag?.van === 'u' ? vraag.tekst : '',
      beoordeeld: regel.oordeel === true,
    });
  }

  /**
   * @param {Antwoord} antwoord
   * @param {Omit<import('./typen.js').Oordeel, 'antwoord'>} oordeel
   */
  async beoordeel(antwoord, oordeel) {
    const { gesprek, regels } = this.geheugen.inhoud;
    const plek = regels.findIndex((r) => r.van === 'routewijzer' && r.antwoord === antwoord);
    await this.dienst.beoordeel(/** @type {string} */ (gesprek), { ...oordeel, antwoord: plek });
    this.geheugen.zet({ regels: regels.map((r, i) => (i === plek ? { ...r, oordeel: true } : r)) });
  }

  /** @param {string} bewijs */
  dossier = async (bewijs) => (await this.dienst.dossier(bewijs)).tekst;

  /** @param {string} bewijs */
  afdruk = (bewijs) => this.dienst.afdruk(bewijs);

  #vraagWissen() {
    this.element.querySelector('.wissen')?.remove();
    const vraag = wisvraag((klaar) => void this.#wis(klaar), () => this.focus());
    this.melding.before(vraag);
    vraag.querySelector('button')?.focus();
  }

  /** @param {() => void} klaar */
  async #wis(klaar) {
    if (this.#bezig) return this.#meld('Een ogenblik, het vorige bericht is nog onderweg.');
    const { gesprek } = this.geheugen.inhoud;
    try {
      if (gesprek) await this.dienst.wis(gesprek);
    } catch (fout) {
      return this.#meld(`Wissen is niet gelukt. ${/** @type {Error} */ (fout).message} Probeer het opnieuw.`);
    }
    this.geheugen.wis();
    this.#zaken.clear();
    this.logboek.leeg();
    klaar();
    await this.#herstel();
    this.#meld('Het gesprek is gewist, hier en op de server.');
  }

  /** @param {boolean} bezig */
  #zetBezig(bezig) {
    this.#bezig = bezig;
    this.logboek.bezig(bezig);
    this.invoer.bezig(bezig);
    if (bezig) this.#meld('Routewijzer zoekt het op.');
  }

  /**
   * Tells how things stand; what the log already shows is only said, not written again.
   * @param {string} tekst
   * @param {boolean} [alleenVoorlezen]
   */
  #meld(tekst, alleenVoorlezen = false) {
    this.melding.classList.toggle('alleen-voorlezen', alleenVoorlezen);
    this.melding.textContent = tekst;
    this.logboek.volg();
  }
}
