/** The resources of the server, with errors that say what a person can do. */

/** @typedef {import('./typen.js').Beurt} Beurt */
/** @typedef {import('./typen.js').Veld} Veld */
/** @typedef {import('./typen.js').Oordeel} Oordeel */
/** @typedef {import('./typen.js').Site} Site */

const GEDULD = 45_000;

/** The request failed; `message` is for the user. */
export class VerzoekMislukt extends Error {
  /**
   * @param {string} tekst
   * @param {number} [wacht] seconds until another try makes sense
   * @param {boolean} [inloggen] whether one must sign in first
   */
  constructor(tekst, wacht = 0, inloggen = false) {
    super(tekst);
    this.wacht = wacht;
    this.inloggen = inloggen;
  }
}

export class Dienst {
  /** The token of whoever is signed in. */
  csrf = '';

  /**
   * @param {string} basis address of the server, without a slash at the end
   * @param {string} site
   */
  constructor(basis, site) {
    this.basis = basis;
    this.site = site;
  }

  /** @returns {Promise<Site>} */
  gegevens() {
    return this.#vraag('GET', `/sites/${encodeURIComponent(this.site)}`);
  }

  /** Ends the session, as the button of the console does; with the token of now, for in another tab it may have changed. */
  async logUit() {
    const { aanmelding } = await this.gegevens();
    const body = new URLSearchParams({ csrf: aanmelding?.csrf ?? '' });
    await fetch(`${this.basis}/console/uitloggen`, { method: 'POST', body, redirect: 'manual' }).catch(onbereikbaar);
  }

  /**
   * @param {string} regio
   * @returns {Promise<{gesprek_id: string}>}
   */
  begin(regio) {
    return this.#vraag('POST', '/gesprekken', regio ? { regio } : {});
  }

  /**
   * @param {string} gesprek
   * @param {{tekst: string, regio?: string, kenmerken?: Record<string, unknown>, doel?: string}} bericht
   * @returns {Promise<Beurt>}
   */
  stuur(gesprek, bericht) {
    return this.#vraag('POST', `/gesprekken/${gesprek}/berichten`, bericht);
  }

  /** @param {string} gesprek */
  wis(gesprek) {
    return this.#vraag('DELETE', `/gesprekken/${gesprek}`);
  }

  /**
   * @param {string} gesprek
   * @param {Oordeel} oordeel
   */
  beoordeel(gesprek, oordeel) {
    return this.#vraag('POST', `/gesprekken/${gesprek}/oordelen`, oordeel);
  }

  /** @type {Promise<Veld[]> | undefined} */
  #velden;

  /** @returns {Promise<Veld[]>} */
  kenmerken() {
    this.#velden ??= this.#vraag('GET', '/kenmerken').catch((fout) => {
      this.#velden = undefined;
      throw fout;
    });
    return this.#velden;
  }

  /**
   * @param {string} bewijs
   * @returns {Promise<{tekst: string}>}
   */
  dossier(bewijs) {
    return this.#vraag('GET', `/bewijzen/${encodeURIComponent(bewijs)}/dossier`);
  }

  /** @param {string} bewijs */
  afdruk(bewijs) {
    return `${this.basis}/afdruk/${encodeURIComponent(bewijs)}`;
  }

  /**
   * @param {string} methode
   * @param {string} pad
   * @param {object} [inhoud]
   * @returns {Promise<any>}
   */
  async #vraag(methode, pad, inhoud) {
    const antwoord = await fetch(`${this.basis}/api/v1${pad}`, {
      method: methode,
      headers: {
        'Routewijzer-Site': this.site,
        ...(inhoud && { 'Content-Type': 'application/json' }),
        ...(this.csrf && { 'Routewijzer-Csrf': this.csrf }),
      },
      body: inhoud && JSON.stringify(inhoud),
      signal: AbortSignal.timeout(GEDULD),
      credentials: 'same-origin',
    }).catch(onbereikbaar);
    if (!antwoord.ok) throw await mislukt(antwoord);
    return antwoord.status === 204 ? null : antwoord.json();
  }
}

/**
 * @param {unknown} fout
 * @returns {never}
 */
function onbereikbaar(fout) {
  const traag = fout instanceof DOMException && fout.name === 'TimeoutError';
  throw new VerzoekMislukt(traag ? 'Het antwoord bleef te lang uit.' : 'Ik kan de server niet bereiken.');
}

/** @param {Response} antwoord */
async function mislukt(antwoord) {
  const probleem = await antwoord.json().catch(() => ({}));
  const wacht = antwoord.status === 429 ? Number(antwoord.headers.get('Retry-After')) || 60 : 0;
  return new VerzoekMislukt(probleem.detail ?? 'Er ging iets mis op de server.', wacht, antwoord.status === 401);
}
