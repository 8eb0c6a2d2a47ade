// A file for each chapter in each language that has its words, made of the page that was built: title, description and picture for whoever shows a link to it, all of its
// words and its picture for whoever reads without JavaScript, and the page's own script, which opens the chapter there.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import temml from 'temml';
import {CHAPTERS} from '../web/learn/index.js';
import {doorWord} from '../web/learn/words.js';
import course from '../web/words/course/en.js';
import english from '../web/words/en.js';
import {NAMES, OTHERS} from '../web/words/languages.js';
import {Words} from '../web/words/words.js';
import {workedPart} from './chapter_worked.mjs';

const learn = fileURLToPath(new URL('../web/learn', import.meta.url));
/** @type {Record<string, import('../web/learn/types').Paper>} */
const papers = JSON.parse(readFileSync(join(learn, 'papers.json'), 'utf8'));

/** A language with what belongs to its files. @typedef {{tag: string, words: Words, home: string, folder: string}} Tongue home, folder: of its files, the way to the page's folder and the name of their own within learn/ */

const texts = {en: `${english}\n${course}`};
for (const [tag, load] of Object.entries(OTHERS)) Object.assign(texts, {[tag]: (await load()).default});

/** English first. @type {Tongue[]} */
export const TONGUES = Object.keys(NAMES).map((tag) => ({
  tag,
  words: new Words(tag, texts),
  home: tag === 'en' ? '../' : '../../',
  folder: tag === 'en' ? '' : `${tag}/`,
}));

/** Whether a language has a chapter's words. @param {Tongue} tongue @param {string} id */
const has = ({words}, id) => words.has(`course.${id}.title`) && words.has(`course.${id}.remember`);

/** The address of a chapter's file in a language, from the folder learn/; in English where it has no words for it. @param {Tongue} tongue @param {string} id */
const fileOf = (tongue, id) => `${has(tongue, id) ? tongue.folder : ''}${id}.html`;

/** @typedef {import('../web/learn/types').Chapter} Chapter */
/** @typedef {(name: string) => string} Said by the name of a chapter's word */

/** @param {string} text */
export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {Tongue} tongue @param {string} id @returns {Said} */
const saidOf =
  ({words}, id) =>
  (name) =>
    escaped(words.say(`course.${id}.${name}`));
/** @param {Tongue} tongue @returns {(key: string, values?: import('../web/words/words.js').Values) => string} */
export const sayingIn =
  ({words}) =>
  (key, values) =>
    escaped(words.say(key, values));

/** The chapter's picture as it stands in its folder. @param {string} id @returns {string | null} */
export function thumbnailOf(id) {
  const file = join(learn, id, 'thumbnail.svg');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** What links to the chapters are shown with (tools/chapters/previews.mjs), by their name in dist/. @returns {Record<string, Buffer>} */
export const previews = () =>
  Object.fromEntries(CHAPTERS.map(({id}) => [`learn/${id}.png`, readFileSync(join(learn, id, 'preview.png'))]));

/** What a picture says of itself. @param {string | null} svg */
const titleOf = (svg) => /<title[^>]*>([^<]*)<\/title>/.exec(svg ?? '')?.[1] ?? '';

/** The chapters as links, for the page that is read without JavaScript: by their titles alone, since every first visit pays for it. @param {string} folder where their files are */
export function chapterList(folder) {
  const links = CHAPTERS.map(({id}) => `<li><a href="${folder}${id}.html">${saidOf(TONGUES[0], id)('title')}</a></li>`);
  return `<ol class="late">${links.join('')}</ol>`;
}

/** Where a file of learn/ lies, seen from a chapter's. @param {Tongue} tongue @param {string} file @param {string} site */
const learnt = ({folder}, file, site) => `${site ? `${site}learn/` : folder && '../'}${file}`;

/** The same chapter in other languages. @param {Tongue} tongue @param {string} id @param {string} site */
function alternatesOf(tongue, id, site) {
  const all = TONGUES.filter((other) => has(other, id));
  if (all.length < 2) return [];
  const link = (/** @type {string} */ tag, /** @type {Tongue} */ other) =>
    `<link rel="alternate" hreflang="${tag}" href="${learnt(tongue, fileOf(other, id), site)}" />`;
  return [...all.map((other) => link(other.tag, other)), link('x-default', all[0])];
}

/** @param {{tongue: Tongue, title: string, description: string, id: string, site: string}} of site: where the page will lie, '' where nobody knows */
function headOf({tongue, title, description, id, site}) {
  const picture = learnt(tongue, `${id}.png`, site);
  const say = sayingIn(tongue);
  const properties = {
    'og:type': 'article',
    'og:site_name': say('lab.name'),
    'og:locale': tongue.tag,
    'og:title': title,
    'og:description': description,
    'og:image': picture,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': description,
    'og:url': site && learnt(tongue, fileOf(tongue, id), site),
  };
  const lines = Object.entries(properties)
    .filter(([, content]) => content)
    .map(([property, content]) => `<meta property="${property}" content="${content}" />`)
    .concat('<meta name="twitter:card" content="summary_large_image" />');
  if (site) lines.push(`<link rel="canonical" href="${learnt(tongue, fileOf(tongue, id), site)}" />`);
  return [...lines, ...alternatesOf(tongue, id, site)].join('\n');
}

/** @param {string} summary @param {string} inner */
const folded = (summary, inner) => `<details><summary>${summary}</summary>${inner}</details>`;
/** @param {string[]} items */
const list = (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** @typedef {{tongue: Tongue, said: Said, say: (key: string, values?: import('../web/words/words.js').Values) => string}} Voice */

/** What may be answered, and folded what is replied to each. @param {Voice} voice @param {Chapter['choices']} choices @param {string} prefix @param {string} more */
function asked({said, say}, choices, prefix, more) {
  const replies = choices.map(
    ({id}) => `<dt>${said(`${prefix}choice_${id}`)}</dt><dd>${said(`${prefix}reply_${id}`)}</dd>`,
  );
  return `${list(choices.map(({id}) => said(`${prefix}choice_${id}`)))}${folded(say('page.answers'), `<dl>${replies.join('')}</dl>${more}`)}`;
}

/** @param {Voice} voice @param {Chapter['transfer']} transfer */
function transferred({said, say}, {choices}) {
  const replies = choices.map(({id}) => `<dt>${said(`transfer_${id}`)}</dt><dd>${said(`transfer_reply_${id}`)}</dd>`);
  return `<p>${said('transfer')}</p>${list(choices.map(({id}) => said(`transfer_${id}`)))}${folded(say('page.answers'), `<dl>${replies.join('')}</dl>`)}`;
}

/** Questions on earlier chapters, each with the way there. @param {Voice} voice @param {Chapter['recall']} recall */
function recalled({said, say, tongue}, recall = []) {
  const asked = recall.map(({id, of, choices}) => {
    const name = `recall_${id}`;
    const replies = choices.map(
      (one) => `<dt>${said(`${name}_${one.id}`)}</dt><dd>${said(`${name}_reply_${one.id}`)}</dd>`,
    );
    const title = tongue.words.say(`course.${of}.title`);
    return `<p>${said(name)}</p>${list(choices.map((one) => said(`${name}_${one.id}`)))}
${folded(say('page.answers'), `<dl>${replies.join('')}</dl><p><a href="${learnt(tongue, fileOf(tongue, of), '')}">${say('page.recall_from', {title})}</a></p>`)}`;
  });
  return asked.length ? `<h2>${say('page.recall')}</h2>\n${asked.join('\n')}` : '';
}

/** MathML, without the styles that the page's policy forbids. @param {string} tex */
const formula = (tex) =>
  temml.renderToString(tex, {displayMode: true, annotate: false, throwOnError: true}).replace(/ style="[^"]*"/g, '');

/** @param {Voice} voice @param {string} name of papers.json */
function cited({say}, name) {
  const {authors, year, title, where, url} = papers[name];
  const paper = say('page.paper', {authors, year: String(year)});
  const place = say('page.host', {where, host: new URL(url).host});
  return `<li>${paper} <a href="${escaped(url)}" rel="noopener">${escaped(title)}</a> ${place}</li>`;
}

/** For who wants to know more. @param {Voice} voice @param {Chapter['background']} background */
function backgroundOf(voice, {formulas, papers: names}) {
  const {said, say} = voice;
  const paragraphs = formulas.map((all, i) => `<p>${said(`background_${i + 1}`)}</p>${all.map(formula).join('')}`);
  return folded(
    say('page.background'),
    `${paragraphs.join('\n')}<h3>${say('page.papers')}</h3><ul>${names.map((name) => cited(voice, name)).join('')}</ul>`,
  );
}

/** The same chapter in its other languages, for who reads. @param {Tongue} tongue @param {string} id */
function otherwise(tongue, id) {
  const others = TONGUES.filter((other) => other !== tongue && has(other, id));
  const link = (/** @type {Tongue} */ other) => {
    const {tag} = other;
    return `<a href="${learnt(tongue, fileOf(other, id), '')}" lang="${tag}" hreflang="${tag}">${NAMES[tag]}</a>`;
  };
  return others.map((other) => ` · ${link(other)}`).join('');
}

/** All of a chapter that can be read. @param {Tongue} tongue @param {Chapter} chapter @param {number} index among all */
function bodyOf(tongue, chapter, index) {
  const {id, experiment, choices, knob, transfer, recall, background, doors = []} = chapter;
  const [said, say] = [saidOf(tongue, id), sayingIn(tongue)];
  const voice = {said, say, tongue};
  const home = `${tongue.home}index.html`;
  const svg = thumbnailOf(id);
  const picture = svg
    ? `<p><img src="${learnt(tongue, `${id}.svg`, '')}" width="480" height="300" alt="${tongue.tag === 'en' ? titleOf(svg) : said('thumbnail')}" /></p>`
    : '';
  const following = CHAPTERS[index + 1];
  const next = following
    ? `<a href="${learnt(tongue, fileOf(tongue, following.id), '')}">${say('page.next', {title: tongue.words.say(`course.${following.id}.title`)})}</a> · `
    : '';
  return `<article class="late">
<p><a href="${home}">${say('lab.name')}</a>${otherwise(tongue, id)}</p>
<h1>${said('title')}</h1>
<p><strong>${said('question')}</strong></p>
${picture}
${recalled(voice, recall)}
${workedPart(chapter, (name, values) => say(`course.${id}.${name}`, values), formula)}
<p>${said('lead')}</p>${experiment.models.some(({start}) => start) ? `\n<p>${said('first_act')} ${said('first_act_goes')}</p>` : ''}
<p>${say('page.needs')}</p>
<h2>${say('page.predict')}</h2>
${asked(voice, choices, '', `<p>${said('why')}</p>`)}
<h2>${say('page.change')}</h2>
<p>${said('knob')}</p>
${list(knob.values.map(({name}) => said(`knob_${name}`)))}
<h2>${say('page.try')}</h2>
<p>${said('challenge')}</p>
${folded(say('page.answers'), `<p>${said('challenge_done')}</p>`)}
${transferred(voice, transfer)}
<h2>${say('page.remember')}</h2>
<p>${said('remember')}</p>${doors.length ? `\n<p>${say('player.doors')}</p>${list(doors.map((preset) => `<a href="${home}#lab=${preset}">${said(doorWord(preset))}</a>`))}` : ''}
${backgroundOf(voice, background)}
<p>${next}<a href="${home}">${say('page.all')}</a></p>
</article>`;
}

export const STYLE = `
article { max-width: 40em; margin: 1em auto; padding: 0 1em; font: 18px/1.5 Georgia, serif; }
img { max-width: 100%; height: auto; }
dt { font-weight: bold; }
math { display: block math; overflow-x: auto; padding: 4px 0; }
.formula mtable { border-inline: 1.5px solid; border-radius: 7px; margin-inline: 3px; padding-inline: 3px; }
`;

/**
 * @param {string} page index.html as Vite left it @param {{site?: string}} [where] site: the address of the folder it will lie in, with its slash
 * @returns {Promise<Record<string, string>>} files by their name in dist/, not sealed yet; pictures as they stand
 */
export async function chapterPages(page, {site = ''} = {}) {
  const files = /** @type {Record<string, string>} */ ({});
  for (const [index, {id, load}] of CHAPTERS.entries()) {
    const chapter = await load();
    for (const tongue of TONGUES.filter((one) => has(one, id)))
      files[`learn/${fileOf(tongue, id)}`] = pageOf(page, {tongue, chapter, index, site});
    const svg = thumbnailOf(id);
    if (svg) files[`learn/${id}.svg`] = svg;
  }
  return files;
}

/** @param {string} page @param {{tongue: Tongue, chapter: Chapter, index: number, site: string}} of */
function pageOf(page, {tongue, chapter, index, site}) {
  const {id} = chapter;
  const said = saidOf(tongue, id);
  const title = sayingIn(tongue)('home.title_chapter', {title: tongue.words.say(`course.${id}.title`)});
  const description = said('summary');
  const head = headOf({tongue, title: said('title'), description, id, site});
  const changes = /** @type {[RegExp, string][]} */ ([
    [/<html lang="en">/, `<html lang="${tongue.tag}">`],
    [/<title>.*?<\/title>/s, `<title>${title}</title>\n${head}`],
    [/(<meta\s+name="description"\s+content=")[^"]*/, `$1${description}`],
    [/<style>/, `<style>${STYLE}`],
    [
      /<div id="page">.*?<\/div>/s,
      `<div id="page" data-home="${tongue.home}index.html" data-chapter="${id}">\n${bodyOf(tongue, chapter, index)}\n</div>`,
    ],
  ]);
  const whole = changes.reduce((html, [place, text]) => replacedIn(html, place, text), page);
  return whole.replaceAll(/"\.\/(assets\/|manifest)/g, `"${tongue.home}$1`);
}

/** @param {string} html @param {RegExp} place @param {string} text */
export function replacedIn(html, place, text) {
  if (!place.test(html)) throw new Error(place.source); // it is not what the chapters' files are made of any more
  return html.replace(place, (_, before) => (text.startsWith('$1') ? before + text.slice(2) : text));
}
