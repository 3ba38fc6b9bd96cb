/** One answer of the assistant: its text, sources and whatever comes with it. */

import { inlogvraag } from './aanmelding.js';
import { advieskaart, fragmenten } from './advieskaart.js';
import { bronnenlijst } from './bronnen.js';
import { cijfers } from './cijfers.js';
import { el, icoon, knop, uitklap, uniek, voorgelezen } from './dom.js';
import { kenmerken } from './kenmerken.js';
import { blokken } from './markdown.js';
import { oordeelvraag } from './oordeel.js';
import { stapper } from './stap.js';
import { toetskaart } from './toetskaart.js';

/** @typedef {import('./typen.js').Antwoord} Antwoord */
/** @typedef {import('./typen.js').Gesprek} Gesprek */

const LANG = 1200;
const BEOORDEELBAAR = new Set(['antwoord', 'weet-niet', 'verduidelijk', 'buiten-bereik']);

/**
 * An answer as an element.
 * @param {Antwoord} antwoord
 * @param {Gesprek} gesprek
 * @param {{stap: import('./stap.js').Stap | null, vraag: string, beoordeeld: boolean}} rond what surrounds it
 */
export function antwoordbericht(antwoord, gesprek, rond) {
  const kaart = kaartVan(antwoord, gesprek);
  const waarderen = BEOORDEELBAAR.has(antwoord.gedrag) && !antwoord.inloggen && !rond.beoordeeld;
  return el(
    'article',
    { class: `bericht antwoord ${antwoord.gedrag}` },
    afzender(),
    rond.stap && stapper(rond.stap, gesprek),
    ...inklapbaar(blokken(tekstVan(antwoord, Boolean(kaart || rond.stap))), LANG),
    antwoord.inloggen && inlogvraag(gesprek, rond.vraag),
    antwoord.tabel && cijfers(antwoord.tabel, antwoord.grafiek),
    kaart,
    !kaart && bronnenlijst(antwoord.bronnen),
    snelleAntwoorden(antwoord, gesprek),
    rond.stap && bekend(antwoord, gesprek),
    waarderen && oordeelvraag(antwoord, rond.vraag, gesprek),
  );
}

/** Who speaks. */
export const afzender = () => el('h3', { class: 'afzender' }, icoon('route'), 'Routewijzer');

/**
 * The words of an answer; beside a card or the known facts only what those do not say already.
 * @param {Antwoord} antwoord
 * @param {boolean} kort
 */
const tekstVan = (antwoord, kort) => (kort && antwoord.inleiding != null ? antwoord.inleiding : antwoord.tekst);

/**
 * @param {Antwoord} antwoord
 * @param {Gesprek} gesprek
 */
function kaartVan(antwoord, gesprek) {
  if (antwoord.advies?.route) return advieskaart(antwoord.advies, antwoord.bronnen, gesprek);
  const toets = antwoord.toets ?? antwoord.advies?.jikp;
  return toets && antwoord.gedrag !== 'vraag' ? toetskaart(toets, antwoord.bronnen, gesprek) : null;
}

/**
 * What the running check knows by now, to look at and to correct.
 * @param {Antwoord} antwoord
 * @param {Gesprek} gesprek
 */
function bekend({ advies, toets }, gesprek) {
  const feiten = (advies ?? toets)?.kenmerken ?? {};
  const woorden = advies ? fragmenten(advies) : {};
  const chips = kenmerken(feiten, woorden, gesprek.velden, (tekst, nieuw) => gesprek.stuur(tekst, nieuw));
  return chips && uitklap('Wat ik al weet', chips);
}

/**
 * A long text starts short; the rest opens with a button.
 * @param {HTMLElement[]} delen
 * @param {number} grens
 * @returns {HTMLElement[]}
 */
export function inklapbaar(delen, grens) {
  let tekens = 0;
  const van = delen.findIndex((deel, i) => (tekens += deel.textContent?.length ?? 0) > grens && i > 0);
  if (van < 0) return delen;
  const id = uniek('rest');
  const rest = el('div', { id, class: 'rest', hidden: true, tabindex: -1 }, ...delen.slice(van));
  const meer = knop('Lees verder', () => {
    rest.hidden = !rest.hidden;
    meer.setAttribute('aria-expanded', String(!rest.hidden));
    meer.textContent = rest.hidden ? 'Lees verder' : 'Lees minder';
    if (!rest.hidden) rest.focus({ preventScroll: true }); // reading goes on where the text did
  }, { class: 'knop als-link', 'aria-expanded': 'false', 'aria-controls': id });
  return [...delen.slice(0, van), rest, meer];
}

/**
 * @param {Antwoord} antwoord
 * @param {Gesprek} gesprek
 */
function snelleAntwoorden(antwoord, gesprek) {
  const knoppen = antwoord.knoppen.map((k) => knop(k.tekst, () => gesprek.stuur(k.bericht), { class: 'knop snel' }));
  return knoppen.length > 0 && el('div', { class: 'knoppen', role: 'group', 'aria-label': 'Snelle antwoorden', 'data-nu': 'weg' }, ...knoppen);
}

/**
 * What the user said.
 * @param {string} tekst
 * @param {string[]} [gemaskeerd]
 */
export function eigenBericht(tekst, gemaskeerd = []) {
  return el(
    'article',
    { class: 'bericht eigen' },
    voorgelezen('U: '),
    el('p', { class: 'tekst' }, tekst),
    gemaskeerd.length > 0 &&
      el('p', { class: 'let-op' }, `Weggehaald voordat ik iets bewaarde: ${gemaskeerd.join(', ')}. Noem geen gegevens van personen.`),
  );
}
