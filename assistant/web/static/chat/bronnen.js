/** Where an answer comes from. */

import { el, lijst, uitklap } from './dom.js';

/** @typedef {import('./typen.js').Bron} Bron */

/**
 * Sources: each document once with its sections, and a mark where it has ended.
 * @param {Bron[]} bronnen
 */
export function bronnenlijst(bronnen) {
  const documenten = perDocument(bronnen);
  if (documenten.length === 0) return null;
  return el('div', { class: 'bronnen' }, el('p', { class: 'kopje' }, documenten.length > 1 ? 'Bronnen' : 'Bron'), regels(documenten));
}

/**
 * The same, behind a heading that says how many there are.
 * @param {Bron[]} bronnen
 */
export function bronnenuitklap(bronnen) {
  const documenten = perDocument(bronnen);
  return documenten.length > 0 && uitklap(`Bronnen (${documenten.length})`, el('div', { class: 'bronnen' }, regels(documenten)));
}

/**
 * What somebody must know before using an answer from a document that has ended.
 * @param {Bron[]} bronnen
 */
export function verlopenmelding(bronnen) {
  const jaren = bronnen.flatMap((bron) => (bron?.verlopen && bron.looptijd_tot ? [bron.looptijd_tot.slice(0, 4)] : []));
  const jaar = jaren.sort().at(-1);
  return jaar && el('p', { class: 'let-op' }, `De bron liep tot en met ${jaar}. Ga na of dit nog geldt.`);
}

/** @param {Bron} bron */
export const bronregel = (bron) => el('span', {}, `${bron.titel}, ${bron.sectie} `, afgelopen(bron));

/** @param {Bron} bron */
function afgelopen(bron) {
  const jaar = bron.looptijd_tot?.slice(0, 4);
  return bron.verlopen && el('span', { class: 'merk oud' }, `afgelopen${jaar ? ` (tot en met ${jaar})` : ''}`);
}

/** @param {Bron[]} bronnen */
function perDocument(bronnen) {
  /** @type {Map<string, Bron[]>} */
  const uit = new Map();
  for (const bron of bronnen) if (bron) uit.set(bron.document, [...(uit.get(bron.document) ?? []), bron]);
  return [...uit.values()];
}

/** @param {Bron[][]} documenten */
const regels = (documenten) =>
  lijst(
    documenten.map((delen) => {
      const secties = [...new Set(delen.map((bron) => bron.sectie))].join('; ');
      return el('span', {}, el('cite', {}, delen[0].titel), `, ${secties} `, afgelopen(delen[0]));
    }),
  );
