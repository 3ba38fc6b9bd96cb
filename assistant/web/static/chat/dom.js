/** Building elements.  Text always goes in as text, so nothing that a person or a source wrote becomes markup. */

/** @typedef {keyof typeof LIJNEN} Icoonnaam */
/** @typedef {Node | string | null | undefined | false} Kind */

const SVG = 'http://www.w3.org/2000/svg';

const LIJNEN = {
  afdruk: 'M7 8V3h10v5M7 18H4V8h16v10h-3M7 14h10v7H7z',
  duimneer: 'M7 4v10l4 7q3-1 2-5V14h6l1-10zM3 4v10',
  duimop: 'M7 20V10l4-7q3 1 2 5v2h6l1 10zM3 20V10',
  kopie: 'M8 8h12v12H8zM16 8V4H4v12h4',
  kruis: 'M6 6l12 12M18 6 6 18',
  pen: 'M4 20l1-5L16 4l4 4L9 19z',
  prullenbak: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
  route: 'M6 20V9a4 4 0 0 1 4-4h8m-4-3 4 3-4 4',
  stuur: 'M4 12h15m-6-6 6 6-6 6',
  terug: 'M20 12H5m6-6-6 6 6 6',
  vink: 'M5 13l5 5 9-12',
  vraag: 'M8 9q0-4 4-4t4 3.500q0 2.500-4 4.500v2M12 19v.5',
};

let volgnummer = 0;

/**
 * An id that is unique within the page.
 * @param {string} naam
 */
export const uniek = (naam) => `${naam}-${++volgnummer}`;

/**
 * An element with attributes, event handlers (`onclick`) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} soort
 * @param {Record<string, unknown>} [eigenschappen]
 * @param {...Kind} kinderen
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(soort, eigenschappen = {}, ...kinderen) {
  const element = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(eigenschappen)) {
    if (typeof waarde === 'function') element.addEventListener(naam.slice(2), /** @type {EventListener} */ (waarde));
    else if (waarde === true) element.setAttribute(naam, '');
    else if (waarde !== false && waarde !== null && waarde !== undefined) element.setAttribute(naam, String(waarde));
  }
  element.append(...bestaand(kinderen));
  return element;
}

/**
 * A button with a text, and perhaps a drawing before it.
 * @param {string} tekst
 * @param {() => void} doe
 * @param {Record<string, unknown>} [eigenschappen]
 * @param {Icoonnaam} [beeld]
 */
export const knop = (tekst, doe, eigenschappen = {}, beeld) =>
  el('button', { type: 'button', class: 'knop', onclick: doe, ...eigenschappen }, beeld && icoon(beeld), tekst);

/**
 * A form that is handled here.
 * @param {Record<string, unknown>} eigenschappen
 * @param {() => void} verstuur
 * @param {...Kind} kinderen
 */
export function formulier(eigenschappen, verstuur, ...kinderen) {
  /** @param {Event} gebeurtenis */
  const onsubmit = (gebeurtenis) => {
    gebeurtenis.preventDefault();
    verstuur();
  };
  return el('form', { ...eigenschappen, onsubmit }, ...kinderen);
}

/**
 * Escape leaves this part, and nothing around it.
 * @param {HTMLElement} deel
 * @param {() => void} sluit
 */
export function metEscape(deel, sluit) {
  deel.addEventListener('keydown', (gebeurtenis) => {
    if (gebeurtenis.key !== 'Escape') return;
    gebeurtenis.stopPropagation();
    sluit();
  });
}

/**
 * A part that opens under its summary.
 * @param {Kind} titel
 * @param {...Kind} inhoud
 */
export const uitklap = (titel, ...inhoud) => el('details', {}, el('summary', {}, titel), el('div', { class: 'uitgeklapt' }, ...inhoud));

/**
 * A list, or nothing when there is nothing to list.
 * @param {Kind[]} regels
 * @param {string} [klas]
 */
export const lijst = (regels, klas) =>
  regels.length > 0 && el('ul', { class: klas }, ...regels.map((regel) => el('li', {}, regel)));

/** @param {string} tekst */
export const hoofdletter = (tekst) => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/**
 * A part that only a screen reader says.
 * @param {string} tekst
 */
export const voorgelezen = (tekst) => el('span', { class: 'alleen-voorlezen' }, tekst);

/**
 * @param {Kind[]} kinderen
 * @returns {(Node | string)[]}
 */
const bestaand = (kinderen) => /** @type {(Node | string)[]} */ (kinderen.filter((kind) => kind || kind === ''));

/**
 * A small drawing beside words; never the only bearer of a meaning, so hidden from screen readers.
 * @param {Icoonnaam} naam
 */
export function icoon(naam) {
  const svg = document.createElementNS(SVG, 'svg');
  const lijn = document.createElementNS(SVG, 'path');
  lijn.setAttribute('d', LIJNEN[naam]);
  for (const [eigenschap, waarde] of Object.entries({ viewBox: '0 0 24 24', class: 'icoon', 'aria-hidden': 'true' })) {
    svg.setAttribute(eigenschap, waarde);
  }
  svg.append(lijn);
  return svg;
}
