// A file on privacy in each language, made of the page that was built as those of the chapters are: all that can be read of it without
// JavaScript, and the page's own script, which says what is there now and deletes it.
import {NAMES} from '../web/words/languages.js';
import {KEPT, nameOf} from '../web/store/kept_list.js';
import {STYLE, TONGUES, replacedIn, sayingIn} from './chapter_pages.mjs';

/** @typedef {(typeof TONGUES)[number]} Tongue */

const FILE = 'privacy.html';

/** The name in dist/. @param {Tongue} tongue */
const fileOf = ({folder}) => `${folder}${FILE}`;

/** The way from a language's file to the folder of the page. @param {Tongue} tongue */
const upFrom = ({folder}) => (folder ? '../' : './');

/** Those of the other languages. @param {Tongue} tongue @param {string} site */
function alternatesOf(tongue, site) {
  const all = TONGUES.map((other) => /** @type {const} */ ([other.tag, other]));
  const links = [...all, /** @type {const} */ (['x-default', TONGUES[0]])].map(
    ([tag, other]) => `<link rel="alternate" hreflang="${tag}" href="${site || upFrom(tongue)}${fileOf(other)}" />`,
  );
  return site ? [...links, `<link rel="canonical" href="${site}${fileOf(tongue)}" />`] : links;
}

/** @param {ReturnType<typeof sayingIn>} say */
function tableOf(say) {
  const heads = ['what', 'where', 'name'].map((head) => `<th scope="col">${say(`privacy.${head}`)}</th>`);
  const rows = KEPT.map(
    (kept) =>
      `<tr><th scope="row">${say(`privacy.kept_${kept.id}`)}</th><td>${say(`privacy.where_${kept.place}`)}</td><td><code>${nameOf(kept)}</code></td></tr>`,
  );
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** @param {Tongue} tongue */
function bodyOf(tongue) {
  const say = sayingIn(tongue);
  const up = upFrom(tongue);
  const link = (/** @type {Tongue} */ {tag, folder}) =>
    `<a href="${up}${folder}${FILE}" lang="${tag}" hreflang="${tag}">${NAMES[tag]}</a>`;
  const others = TONGUES.filter((other) => other !== tongue).map((other) => ` · ${link(other)}`);
  const part = (/** @type {string} */ name, /** @type {string[]} */ inner) =>
    `<h2>${say(`privacy.${name}`)}</h2>\n${inner.map((text) => (text.startsWith('<') ? text : `<p>${say(`privacy.${text}`)}</p>`)).join('\n')}`;
  return `<article class="late">
<p><a href="${up}index.html">${say('lab.name')}</a>${others.join('')}</p>
<h1>${say('privacy.title')}</h1>
<p>${say('privacy.lead')}</p>
${part('leaves', ['leaves_what', 'leaves_host', 'leaves_link'])}
${part('kept', ['kept_what', tableOf(say), 'kept_name', 'frames'])}
${part('end', ['end_what'])}
${part('class', ['class_what'])}
</article>`;
}

/**
 * @param {string} page index.html as Vite left it @param {{site?: string}} [where] site: the address of the folder it will lie in, with its slash
 * @returns {Record<string, string>} files by their name in dist/, not sealed yet
 */
export const privacyPages = (page, {site = ''} = {}) =>
  Object.fromEntries(TONGUES.map((tongue) => [fileOf(tongue), pageOf(page, tongue, site)]));

/** @param {string} page @param {Tongue} tongue @param {string} site */
function pageOf(page, tongue, site) {
  const say = sayingIn(tongue);
  const title = say('home.title_chapter', {title: say('privacy.title')});
  const up = upFrom(tongue);
  const changes = /** @type {[RegExp, string][]} */ ([
    [/<html lang="en">/, `<html lang="${tongue.tag}">`],
    [/<title>.*?<\/title>/s, `<title>${title}</title>\n${alternatesOf(tongue, site).join('\n')}`],
    [/(<meta\s+name="description"\s+content=")[^"]*/, `$1${say('privacy.description')}`],
    [/<style>/, `<style>${STYLE}table { border-spacing: 0.6em; text-align: left; }\n`],
    [
      /<div id="page">.*?<\/div>/s,
      `<div id="page" data-home="${up}index.html" data-desk="privacy">\n${bodyOf(tongue)}\n</div>`,
    ],
  ]);
  const whole = changes.reduce((html, [place, text]) => replacedIn(html, place, text), page);
  return whole.replaceAll(/"\.\/(assets\/|manifest)/g, `"${up}$1`);
}
