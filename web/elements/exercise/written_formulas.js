// Formulas that somebody else typed, as nodes of MathML made one by one from what is allowed (web/exercise/formula.js). Temml comes with the
// first of them.
import {css} from 'lit';
import {formulaOf} from '../../exercise/formula.js';
import {part} from '../parts/late.js';

/** @typedef {import('../../exercise/formula.js').Node} Node */

const MATHML = 'http://www.w3.org/1998/Math/MathML';

export const formulaStyles = css`
  .formula { overflow-wrap: normal; }
  .formula.display { display: block; overflow: auto hidden; padding: 4px 2px; font-size: 17px; }
  .formula.raw { font: 0.92em/1.4 var(--mono, monospace); overflow-wrap: anywhere; }
  math { font-family: "Cambria Math", "STIX Two Math", "Latin Modern Math", math; font-weight: 400; }
  .display math { width: max-content; margin-inline: 0; }
  mtd { padding: 3px 0.3em; }
  .tml-right { text-align: right; }
  .tml-left { text-align: left; }
`;

/** Whatever has its TeX in data-tex is written, once. @param {ParentNode} root */
export async function writeTeX(root) {
  const places = () => /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-tex]'));
  const waits = (/** @type {HTMLElement} */ {dataset}) => dataset.tex !== dataset.written;
  if (![...places()].some(waits)) return;
  const code = await part(() => import('temml')).catch(() => null); // then its TeX stands there, and the page says so
  for (const place of places()) if (waits(place)) write(place, code?.default ?? null);
}

/** @param {HTMLElement} place @param {typeof import('temml').default | null} temml */
function write(place, temml) {
  const {tex = ''} = place.dataset;
  const math = temml && formulaOf(temml, tex, place.classList.contains('display'));
  place.replaceChildren(math ? nodeOf(math) : tex);
  place.classList.toggle('raw', !math);
  place.dataset.written = tex;
}

/** @param {Node | string} of @returns {globalThis.Node} */
function nodeOf(of) {
  if (typeof of === 'string') return document.createTextNode(of);
  const element = document.createElementNS(MATHML, of.tag);
  for (const [name, value] of Object.entries(of.attributes)) element.setAttribute(name, value);
  element.append(...of.of.map(nodeOf));
  return element;
}
