// What a teacher takes away: a link for students, one of their own that opens the maker again, and lines for a course page. Pure.
import {frameCode} from '../../embed/code.js';
import {ALLOW, SANDBOX} from '../../embed/rights.js';

/** @typedef {{root: string, hash: string, title: string, height: number, lang: string, from?: string, poster?: string}} HandedOut root: the address of the home; hash: of a student's link, with its "#" */

/** What a student opens. @param {HandedOut} of */
export const studentLink = ({root, hash, lang}) => root + inLanguage(hash, lang);

/** @param {string} hash @param {string} lang */
const inLanguage = (hash, lang) => (lang ? `${hash}&lang=${lang}` : hash);

/** What only the maker asks of its own address: a page that speaks takes `lang` out of it. @param {string} edit of a teacher's link, with its "#" @param {Pick<HandedOut, 'lang' | 'height' | 'from'> & {position: number}} of */
export function teacherHash(edit, {lang, height, from, position}) {
  const kept = Object.entries({tongue: lang, tall: height, from: from ?? '', at: position}).filter(([, value]) => value);
  return edit + kept.map(([name, value]) => `&${name}=${value}`).join('');
}

/** The same from an address. @param {URLSearchParams} parameters */
export function readTeacher(parameters) {
  const number = (/** @type {string} */ name, /** @type {number} */ most) => {
    const said = Number(parameters.get(name));
    return Number.isInteger(said) && said > 0 && said <= most ? said : 0;
  };
  const named = (/** @type {string} */ name, /** @type {RegExp} */ form) => {
    const said = parameters.get(name) ?? '';
    return form.test(said) ? said : '';
  };
  return {
    lang: named('tongue', /^[a-z]{2,3}$/),
    height: number('tall', 4000),
    from: named('from', /^[a-z][a-z0-9-]{0,39}$/),
    position: number('at', 7),
  };
}

/** A frame. Where a page lets no frame or script stand, what is inside it stays: a picture and a plain link. @param {HandedOut} of */
export function frameLine(of) {
  const {root, hash, title, height, lang} = of;
  const source = new URL('embed.html', root);
  source.hash = inLanguage(hash, lang);
  return frameCode({source, title, height, sandbox: SANDBOX, allow: ALLOW, inside: insideOf(of)});
}

/** @param {HandedOut} of */
function insideOf(of) {
  const [href, src, alt] = [studentLink(of), of.poster ?? '', of.title].map(escaped);
  const picture = of.poster ? `<img src="${src}" alt="" width="400"><br>` : '';
  return `<a href="${href}">${picture}${alt}</a>`;
}

/** The same as an element, for pages that may load a script. @param {HandedOut} of */
export function elementLine(of) {
  const {root, hash, title, height, lang} = of;
  const attributes = [['state', hash], ['title', title], ['height', String(height)], ...(lang ? [['lang', lang]] : [])]; // prettier-ignore
  const written = attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');
  const script = escaped(new URL('unrolled-lab.js', root).href);
  return `<script src="${script}" defer></script><unrolled-lab ${written}>${insideOf(of)}</unrolled-lab>`;
}

/** @param {string} value */
const escaped = (value) =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
