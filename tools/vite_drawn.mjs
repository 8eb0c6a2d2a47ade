// A Vite plugin: `import picture from './thumbnail.svg?drawn'` gives the drawing as a Lit template: part of the page, in whose colours
// it then is, and fetched with its script. What only a file of its own needs, its name and description among it, stays behind.
import {readFileSync} from 'node:fs';

const SUFFIX = '?drawn';

/** @param {string} svg a drawing without styles or scripts @returns {string} its module */
export function asTemplate(svg) {
  if (/<style|\sstyle=|<script|\son\w+=/i.test(svg))
    throw new Error('a drawing for the page has neither styles nor scripts');
  const drawing = svg
    .replace(/<\?xml[^>]*\?>|<title[\s\S]*?<\/title>|<desc[\s\S]*?<\/desc>/g, '')
    .replace(/<svg[^>]*>/, (root) => `<svg ${/viewBox="[^"]*"/.exec(root)?.[0] ?? ''} aria-hidden="true">`)
    .replace(/\s*\n\s*/g, '')
    .replace(/[\\`$]/g, '\\$&');
  return `import {html} from 'lit';\nexport default html\`${drawing}\`;`;
}

/** @returns {import('vite').Plugin} */
export function drawn() {
  return {
    name: 'unrolled-drawn',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      this.addWatchFile(file);
      return {code: asTemplate(readFileSync(file, 'utf8')), map: null, moduleType: 'js'};
    },
  };
}
