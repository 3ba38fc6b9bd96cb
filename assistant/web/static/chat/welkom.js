/** The first message: what this is, what it keeps and for how long. */

import { afzender } from './bericht.js';
import { el, knop } from './dom.js';

const VOORBEELDEN = ['Ik zoek een route voor een leerling', 'Ik wil checken of een leerling JIKP is', 'Wat kun je?'];

/**
 * @param {import('./typen.js').Site} site
 * @param {import('./typen.js').Gesprek} gesprek
 */
export function welkom(site, gesprek) {
  return el(
    'article',
    { class: 'bericht antwoord welkom' },
    afzender(),
    site.opening && el('p', {}, site.opening),
    el(
      'p',
      {},
      'Ik ben Routewijzer, een geautomatiseerde assistent. Stel een vraag over de aanpak van schooluitval, ' +
        'of beschrijf een leerling voor een route. Ik adviseer, u beslist.',
    ),
    el(
      'p',
      { class: 'let-op' },
      el('strong', {}, 'Noem geen namen. '),
      'Namen, nummers en adressen haal ik weg voordat ik iets bewaar. ' +
        `Het gesprek blijft ${site.bewaren_dagen} dagen bewaard. Met ‘Wis gesprek’ is het meteen weg.`,
    ),
    el(
      'div',
      { class: 'knoppen', role: 'group', 'aria-label': 'Snelle antwoorden', 'data-nu': 'weg' },
      ...VOORBEELDEN.map((tekst) => knop(tekst, () => gesprek.stuur(tekst), { class: 'knop snel' })),
    ),
    site.bereikbaarheid && el('p', {}, site.bereikbaarheid),
  );
}
