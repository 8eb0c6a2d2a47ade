// Formulas as MathML: Temml makes nodes, no text to be parsed, of what stands in our own modules. It comes with the first of them.
import {part} from './late.js';

/** Whatever has its TeX in data-tex is written, once. @param {ParentNode} root */
export async function writeFormulas(root) {
  if (!root.querySelector('[data-tex]')) return;
  const code = await part(() => import('temml')).catch(() => null); // then they are missing, and the page says so
  for (const at of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-tex]'))) {
    const {tex, written} = at.dataset;
    if (!code || !tex || tex === written) continue;
    code.default.render(tex, at, {displayMode: at.matches('.formula'), annotate: false});
    at.dataset.written = tex;
  }
}
