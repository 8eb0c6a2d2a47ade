// What a built page may do, written into the page itself: a Content-Security-Policy that allows what the page has and
// nothing else, so that "asks for nothing" does not rest on the code alone; and the hash of every script that it names, or
// will fetch late.
import {createHash} from 'node:crypto';
import {posix} from 'node:path';

/** @param {string | Buffer} content */
const digest = (content) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

/** What stands inside the elements of a name that run or hold when they are inline. @param {string} html @param {RegExp} element */
const inline = (html, element) => [...html.matchAll(element)].map(([, content]) => `'${digest(content)}'`);

/**
 * Lit writes into style sheets that it constructs, which no policy has to allow; an attribute `style` in a template would
 * be one. `data:` is the icon that keeps browsers from asking for one.
 * @param {string} html @param {boolean} alone whether the page is one file and asks for nothing @param {boolean} [pictures] whether it shows some of its own
 */
export function policyOf(html, alone, pictures = false) {
  const scripts = inline(html, /<script(?: type="importmap")?>(.*?)<\/script>/gs);
  const styles = inline(html, /<style>(.*?)<\/style>/gs);
  const own = alone ? [] : ["'self'"];
  const directives = {
    'default-src': ["'none'"],
    'script-src': [...own, ...scripts, "'wasm-unsafe-eval'"],
    'worker-src': [...own, 'blob:'],
    'frame-src': own, // what somebody makes is shown to them as others will have it
    'connect-src': own,
    'style-src': styles,
    'manifest-src': own,
    'img-src': [...(pictures ? own : []), 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['lit-html', 'unrolled'],
  };
  return Object.entries(directives)
    .filter(([, allowed]) => allowed.length > 0)
    .map(([name, allowed]) => `${name} ${allowed.join(' ')}`)
    .join(';');
}

/** Without what only makes its source readable. @param {string} html without scripts */
export const tight = (html) => html.replace(/\s*\n\s*/g, '\n');

/** @typedef {(name: string) => Buffer} Read a file by the name that stands in the page */

/** What a script imports at once. */
const AT_ONCE = /(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g;
/** The same, and what it will import late. */
const EVER = /(?:\bfrom|\bimport)\s*\(?["`](\.[^"`]+\.js)["`]/g;

/** The files that a script of the page imports, and those that they do. @param {string} name @param {RegExp} how @param {Read} read */
function importedBy(name, how, read) {
  const seen = new Set([name]);
  for (const file of seen)
    for (const [, other] of String(read(file)).matchAll(how)) seen.add(`./${posix.join(posix.dirname(file), other)}`);
  return [...seen].slice(1);
}

/**
 * The page's one script with the hash of its file; what it imports, to be fetched at the same time; and before both, so that it
 * holds for all, a map of what it will import late. Browsers that do not know such hashes pass over them.
 * @param {string} html @param {Read} read
 */
export function withIntegrity(html, read) {
  const hash = (/** @type {string} */ name) => digest(read(name));
  return html.replace(/(<script type="module"[^>]*src="([^"]+)")(.*?<\/script>)/, (_, before, name, after) => {
    const now = importedBy(name, AT_ONCE, read);
    const late = importedBy(name, EVER, read).filter((other) => !now.includes(other));
    const integrity = Object.fromEntries(late.map((other) => [other, hash(other)]));
    const map = late.length ? `<script type="importmap">${JSON.stringify({integrity})}</script>` : '';
    const preload = (/** @type {string} */ other) =>
      `<link rel="modulepreload" crossorigin href="${other}" integrity="${hash(other)}">`;
    return `${map}${before} integrity="${hash(name)}"${after}${now.map(preload).join('')}`;
  });
}

/**
 * @param {string} html a whole page @param {{read?: Read, pictures?: boolean}} [files] read: without it the page is one file; pictures: it shows some of its own
 * @returns {string} the same with its policy, which holds for all that follows it
 */
export function sealed(html, {read, pictures} = {}) {
  const whole = read ? withIntegrity(html, read) : html;
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(whole, !read, pictures)}" />`;
  const [before, after] = whole.split(/(?<=<meta charset="utf-8" \/>)/);
  if (!after) throw new Error('a page without <meta charset>, behind which its policy is to stand');
  return `${before}\n${policy}${after}`;
}
