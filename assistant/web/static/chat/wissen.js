/** Asking whether the conversation may go, here and on the server. */

import { el, knop } from './dom.js';

/**
 * @param {(klaar: () => void) => void} wis
 * @param {() => void} terug where the focus goes when this is gone
 */
export function wisvraag(wis, terug) {
  const weg = () => {
    vraag.remove();
    terug();
  };
  const vraag = el(
    'div',
    { class: 'wissen', role: 'group', 'aria-label': 'Gesprek wissen' },
    el('p', {}, el('strong', {}, 'Het gesprek wissen?'), ' Het verdwijnt hier en op de server.'),
    el('div', { class: 'knoppen' }, knop('Ja, wis alles', () => wis(weg), { class: 'knop hoofd' }), knop('Nee', weg)),
  );
  vraag.addEventListener('keydown', (gebeurtenis) => {
    if (gebeurtenis.key !== 'Escape') return;
    gebeurtenis.stopPropagation();
    weg();
  });
  return vraag;
}
