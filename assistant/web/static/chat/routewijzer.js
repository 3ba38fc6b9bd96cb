/** `<routewijzer-chat>`: the launcher, in one small file without imports; the conversation comes when somebody may want it. */

/** @typedef {import('./typen.js').Site} Site */
/** @typedef {[typeof import('./venster.js'), CSSStyleSheet]} Onderdelen */

const BASIS = new URL('../..', import.meta.url).href.replace(/\/$/, '');
const GEDULD = 45_000;

/** Where the rest is.  The server writes here its version, so that a browser keeps it until it changes, and sends all modules as one. */
const MAP = '.';
const VENSTER = 'venster.js';

/** What the launcher looks like, and the colours that the conversation shares with it, by their NL Design System (Utrecht) names. */
const basisblad = new CSSStyleSheet();
basisblad.replaceSync(`
:host {
  all: initial;
  display: block;
  color-scheme: light dark;
  --_inkt: var(--utrecht-document-color, light-dark(#1b1b1b, #f2f2f2));
  --_accent: var(--utrecht-button-primary-action-background-color, light-dark(#154273, #2f6db3));
  --_accent-hover: var(--utrecht-button-primary-action-hover-background-color, light-dark(#0e2f53, #255a96));
  --_op-accent: var(--utrecht-button-primary-action-color, #fff);
  --_focus: var(--utrecht-focus-outline-color, currentColor);
  font-family: var(--utrecht-document-font-family, system-ui, sans-serif);
  font-size: var(--utrecht-document-font-size, 1rem);
  line-height: var(--utrecht-document-line-height, 1.5);
  color: var(--_inkt);
}
:host([hidden]), [hidden] { display: none !important; }
:host([modus="pagina"]) { block-size: 100%; }
:host([modus="inline"]) { block-size: 36rem; max-block-size: 100dvh; }
:focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
.icoon { flex: none; inline-size: 1.125em; block-size: 1.125em; vertical-align: -.2em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.starter, .zwevend { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483000; box-shadow: 0 6px 24px #0005; }
:host([positie="links"]) :is(.starter, .zwevend) { inset-inline: 1rem auto; }
.starter { box-sizing: border-box; display: flex; align-items: center; gap: .625rem; max-inline-size: calc(100vw - 2rem); min-block-size: 3.25rem; padding: .75rem 1.5rem; border-radius: 2rem; font: inherit; font-weight: bold; text-align: start; }
.starter, .hoofd { border: 2px solid transparent; background: var(--_accent); color: var(--_op-accent); cursor: pointer; }
:is(.starter, .hoofd):hover { background: var(--_accent-hover); }
[aria-busy="true"] { cursor: progress; }
.dicht a { color: inherit; }
.dicht, .storing:not(:empty) { margin: 0; padding: .75rem 1rem; }
.storing:not(:empty) { position: fixed; inset-block-end: 5rem; inset-inline-end: 1rem; z-index: 2147483000; max-inline-size: min(20rem, 100vw - 4rem); border: 2px solid var(--_accent); border-radius: 6px; background: Canvas; color: CanvasText; }
:host([positie="links"]) .storing { inset-inline: 1rem auto; }
@media (forced-colors: active) { .starter, .hoofd { border-color: ButtonText; } }
@media print { .starter, .zwevend { display: none; } }
`);

/** @type {Promise<Onderdelen> | undefined} */
let onderdelen;

/** The conversation, fetched once for all chats on the page; after a failure the next call tries again. */
const laad = () =>
  (onderdelen ??= haal().catch((fout) => {
    onderdelen = undefined;
    throw fout;
  }));

/** @returns {Promise<Onderdelen>} */
const haal = () => Promise.all([import(`${MAP}/${VENSTER}`), haalOpmaak()]);

async function haalOpmaak() {
  const antwoord = await fetch(new URL(`${MAP}/chat.css`, import.meta.url));
  if (!antwoord.ok) throw new Error(`chat.css: ${antwoord.status}`);
  return new CSSStyleSheet().replace(await antwoord.text());
}

/** Fetches the conversation while nobody waits for anything; not for who saves data. */
function laadInRust() {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  const rustig = globalThis.requestIdleCallback ?? ((/** @type {() => void} */ doe) => setTimeout(doe, 1_000));
  rustig(() => void laad().catch(() => {}));
}

/**
 * Names the site in the address and nowhere else: a browser then asks no permission first, and the launcher is there sooner.
 * @param {string} sleutel
 * @returns {Promise<Site>}
 */
async function gegevens(sleutel) {
  const antwoord = await fetch(`${BASIS}/api/v1/sites/${encodeURIComponent(sleutel)}`, { signal: AbortSignal.timeout(GEDULD) });
  if (!antwoord.ok) throw new Error(`site: ${antwoord.status}`);
  return antwoord.json();
}

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

/** A balloon of speech. */
function beeldmerk() {
  const [svg, lijn] = ['svg', 'path'].map((soort) => document.createElementNS('http://www.w3.org/2000/svg', soort));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icoon');
  svg.setAttribute('aria-hidden', 'true');
  lijn.setAttribute('d', 'M4 4h16v12H9l-5 4z');
  svg.append(lijn);
  return svg;
}

/**
 * @param {import('./typen.js').Plek} plek
 */
function inlogkoppeling({ adres, soort }) {
  const koppeling = document.createElement('a');
  koppeling.href = adres;
  if (soort !== 'hier') koppeling.target = '_blank';
  koppeling.textContent = soort === 'elders' ? 'Open Routewijzer' : 'Log in';
  return koppeling;
}

export class RoutewijzerChat extends HTMLElement {
  #wortel = this.attachShadow({ mode: 'open' });
  #begonnen = false;

  /** @type {HTMLButtonElement | undefined} */
  #starter;

  #storing = document.createElement('p');

  /** @type {import('./venster.js').Venster | undefined} */
  #venster;

  connectedCallback() {
    if (this.#begonnen) return;
    this.#begonnen = true;
    this.#wortel.adoptedStyleSheets = [basisblad];
    void this.#begin();
  }

  get #sleutel() {
    return this.getAttribute('site') ?? 'routewijzer';
  }

  get #zwevend() {
    return !['inline', 'pagina'].includes(this.getAttribute('modus') ?? '');
  }

  /** A browser lends our pages the session, and no page of another site nor what stands in its frames. */
  get #plek() {
    const eigen = BASIS === location.origin && this.getAttribute('aanmelden') !== 'elders';
    if (!eigen) return { soort: /** @type {const} */ ('elders'), adres: `${BASIS}/` };
    const soort = /** @type {'hier' | 'tab'} */ (globalThis.top === globalThis.self ? 'hier' : 'tab');
    return { soort, adres: `${BASIS}/console/inloggen?terug=${encodeURIComponent(location.pathname)}` };
  }

  async #begin() {
    if (!this.#zwevend) void laad().catch(() => {}); // needed in any case: fetched beside the rest
    try {
      const site = await gegevens(this.#sleutel);
      this.#wortel.adoptedStyleSheets.push(themablad(site.thema));
      if (site.open) this.#bouw(site);
      else if (site.inloggen === 'moet') this.#dicht('Voor deze chat moet u inloggen.', this.#plek);
      else this.#dicht(`De chat is nu niet beschikbaar. ${site.bereikbaarheid}`);
    } catch {
      this.#dicht('De chat is nu niet bereikbaar. Laad de pagina later opnieuw.');
    }
  }

  /**
   * A floating chat that cannot work stays out of sight; where a place was kept for it, it says so there.
   * @param {string} reden
   * @param {import('./typen.js').Plek} [plek] where one signs in
   */
  #dicht(reden, plek) {
    if (this.#zwevend) {
      this.hidden = true;
      return;
    }
    const melding = document.createElement('p');
    melding.className = 'dicht';
    melding.role = 'status';
    melding.lang = 'nl';
    melding.textContent = reden;
    if (plek) melding.append(' ', inlogkoppeling(plek));
    this.#wortel.replaceChildren(melding);
  }

  /** @param {Site} gegeven */
  #bouw(gegeven) {
    const site = {
      ...gegeven,
      titel: this.getAttribute('titel') ?? gegeven.titel,
      opening: this.getAttribute('opening') ?? gegeven.opening,
      regio: this.getAttribute('regio') ?? gegeven.regio,
    };
    if (!this.#zwevend) return void this.#open(site, false);
    this.#starter = this.#maakStarter(site);
    this.#storing.className = 'storing';
    this.#storing.role = 'status';
    this.#storing.lang = 'nl';
    this.#wortel.append(this.#storing, this.#starter);
    performance.mark('routewijzer-klaar');
    if (this.#wasOpen) void this.#open(site, false);
    else laadInRust();
  }

  /** @param {Site} site */
  #maakStarter(site) {
    const knop = document.createElement('button');
    knop.type = 'button';
    knop.className = 'starter';
    knop.ariaHasPopup = 'dialog';
    knop.ariaExpanded = 'false';
    knop.lang = 'nl';
    knop.append(beeldmerk(), site.titel);
    knop.addEventListener('click', () => void this.#open(site));
    for (const soort of ['pointerenter', 'focus']) knop.addEventListener(soort, () => void laad().catch(() => {}));
    return knop;
  }

  /**
   * @param {Site} site
   * @param {boolean} [focus]
   */
  async #open(site, focus = true) {
    if (this.#starter) this.#starter.ariaBusy = 'true';
    this.#storing.textContent = '';
    try {
      const delen = await laad();
      this.#venster ??= this.#maakVenster(site, delen);
      this.#toon(true);
      if (focus) this.#venster.focus();
    } catch {
      this.#mislukt();
    }
  }

  /**
   * @param {Site} site
   * @param {Onderdelen} onderdelen
   */
  #maakVenster(site, [{ Venster }, opmaak]) {
    const [basis, thema] = this.#wortel.adoptedStyleSheets;
    this.#wortel.adoptedStyleSheets = [basis, opmaak, thema];
    const sluit = this.#zwevend ? () => this.#sluit() : null;
    const venster = new Venster({ basis: BASIS, sleutel: this.#sleutel, site, plek: this.#plek, sluit });
    this.#wortel.append(venster.element);
    return venster;
  }

  /** The server went away after the launcher came: whoever asked for the chat hears so, and may try again. */
  #mislukt() {
    if (!this.#starter) return this.#dicht('De chat is nu niet bereikbaar. Laad de pagina later opnieuw.');
    this.#starter.ariaBusy = 'false';
    this.#storing.textContent = 'De chat is nu niet bereikbaar. Probeer het later opnieuw.';
  }

  #sluit() {
    this.#toon(false);
    this.#starter?.focus();
  }

  /** @param {boolean} open */
  #toon(open) {
    if (this.#venster) this.#venster.element.hidden = !open;
    if (!this.#starter) return;
    this.#starter.ariaBusy = 'false';
    this.#starter.ariaExpanded = String(open);
    this.#starter.hidden = open;
    this.#wasOpen = open;
  }

  /** Whether the window stood open in this tab, so that it does so on the next page too. */
  get #wasOpen() {
    try {
      return sessionStorage.getItem(`routewijzer:${this.#sleutel}:open`) === 'ja';
    } catch {
      return false; // storage is refused: every page starts closed
    }
  }

  set #wasOpen(open) {
    try {
      sessionStorage.setItem(`routewijzer:${this.#sleutel}:open`, open ? 'ja' : 'nee');
    } catch {
      // as above
    }
  }
}

customElements.define('routewijzer-chat', RoutewijzerChat);
