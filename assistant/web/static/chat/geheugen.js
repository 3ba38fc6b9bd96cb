/** What one tab remembers of a conversation, until the tab closes. */

/** @typedef {import('./typen.js').Regel} Regel */
/** @typedef {{gesprek: string | null, regio: string, regels: Regel[], wie: string | null}} Inhoud */

const UITGELOGD = 'Dit antwoord over zaken staat hier alleen zolang u bent ingelogd.';

/** @returns {Inhoud} */
const leeg = () => ({ gesprek: null, regio: '', regels: [], wie: null });

export class Geheugen {
  /** @param {string} site */
  constructor(site) {
    this.sleutel = `routewijzer:${site}`;
    /** @type {Inhoud} */
    this.inhoud = this.#lees();
  }

  /** @returns {Inhoud} */
  #lees() {
    try {
      return { ...leeg(), ...JSON.parse(sessionStorage.getItem(this.sleutel) ?? '{}') };
    } catch {
      return leeg(); // storage is refused or holds something else: this page simply starts afresh
    }
  }

  /** @param {Partial<Inhoud>} nieuw */
  zet(nieuw) {
    Object.assign(this.inhoud, nieuw);
    try {
      sessionStorage.setItem(this.sleutel, JSON.stringify(this.inhoud));
    } catch {
      // full or refused: the conversation goes on, it will not survive a reload
    }
  }

  /** @param {Regel} regel */
  voegToe(regel) {
    this.zet({ regels: [...this.inhoud.regels, regel] });
  }

  /**
   * Keeps what was read about cases for whoever read it, and for nobody else.
   * @param {string | null} naam who is signed in now
   */
  alleenVan(naam) {
    if (this.inhoud.wie === naam) return;
    const regels = this.inhoud.regels.map((regel) =>
      regel.van === 'routewijzer' && regel.antwoord.zaken
        ? { ...regel, antwoord: { ...regel.antwoord, tekst: UITGELOGD, gedrag: /** @type {const} */ ('smalltalk'), zaken: false } }
        : regel,
    );
    this.zet({ regels, wie: naam });
  }

  /** What was typed and not yet sent. */
  get concept() {
    try {
      return sessionStorage.getItem(`${this.sleutel}:concept`) ?? '';
    } catch {
      return '';
    }
  }

  set concept(tekst) {
    try {
      sessionStorage.setItem(`${this.sleutel}:concept`, tekst);
    } catch {
      // as above: only a reload would miss it
    }
  }

  /** Forgets the conversation, keeps the region. */
  wis() {
    this.zet({ ...leeg(), regio: this.inhoud.regio, wie: this.inhoud.wie });
  }
}
