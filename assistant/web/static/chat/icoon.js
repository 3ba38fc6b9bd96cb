/** Small drawings beside words; never the only bearer of a meaning, so hidden from screen readers. */

const SVG = 'http://www.w3.org/2000/svg';

const LIJNEN = {
  afdruk: 'M7 8V3h10v5M7 18H4V8h16v10h-3M7 14h10v7H7z',
  bericht: 'M4 4h16v12H9l-5 4z',
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

/** @typedef {keyof typeof LIJNEN} Icoonnaam */

/** @param {Icoonnaam} naam */
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
