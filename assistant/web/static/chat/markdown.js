/** The Markdown subset of answers (bold, italic, lists, links) as nodes; anything else stays text. */

import { el } from './dom.js';

const SCHEMAS = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const INLINE = /\*\*(.+?)\*\*|(?<![\w_])_(.+?)_(?![\w_])|\[([^\][]+)\]\(([^\s()]+)\)/s;
const PUNT = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

/**
 * Blocks: paragraphs and lists.
 * @param {string} tekst
 * @returns {HTMLElement[]}
 */
export function blokken(tekst) {
  /** @type {HTMLElement[]} */
  const uit = [];
  for (const alinea of tekst.split(/\n\s*\n/)) {
    /** @type {HTMLElement | null} */
    let open = null;
    for (const regel of alinea.split('\n').filter((r) => r.trim())) {
      open = voegRegelToe(open, regel, uit);
    }
  }
  return uit;
}

/**
 * @param {HTMLElement | null} open the block that the line may continue
 * @param {string} regel
 * @param {HTMLElement[]} uit
 */
function voegRegelToe(open, regel, uit) {
  const punt = PUNT.exec(regel);
  const soort = punt ? (punt[1] ? 'ol' : 'ul') : 'p';
  if (open?.localName !== soort) {
    open = el(soort, punt?.[1] && punt[1] !== '1' ? { start: punt[1] } : {});
    uit.push(open);
  } else if (!punt) {
    open.append(el('br'));
  }
  if (punt) open.append(el('li', {}, ...inline(punt[2])));
  else open.append(...inline(regel));
  return open;
}

/**
 * Bold, italic and links within a line.
 * @param {string} tekst
 * @returns {(Node | string)[]}
 */
export function inline(tekst) {
  const raak = INLINE.exec(tekst);
  if (!raak) return tekst ? [tekst] : [];
  const [geheel, vet, schuin, label, adres] = raak;
  const voor = tekst.slice(0, raak.index);
  const na = tekst.slice(raak.index + geheel.length);
  return [...(voor ? [voor] : []), vorm(vet, schuin, label, adres), ...inline(na)];
}

/**
 * @param {string | undefined} vet
 * @param {string | undefined} schuin
 * @param {string} label
 * @param {string} adres
 */
function vorm(vet, schuin, label, adres) {
  if (vet !== undefined) return el('strong', {}, ...inline(vet));
  if (schuin !== undefined) return el('em', {}, ...inline(schuin));
  return veilig(adres) ? el('a', { href: adres, target: '_blank', rel: 'noopener noreferrer' }, label) : `${label} (${adres})`;
}

/**
 * Whether an address may be a link: absolute, with a scheme of the list.
 * @param {string} adres
 */
export const veilig = (adres) => URL.canParse(adres) && SCHEMAS.has(new URL(adres).protocol);
