// A file for each chapter, made of the page that was built: title, description and picture for whoever shows a link to it, all of its
// words and its picture for whoever reads without JavaScript, and the page's own script, which opens the chapter there.
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import temml from 'temml';
import {CHAPTERS} from '../web/learn/index.js';
import {doorWord} from '../web/learn/words.js';
import course from '../web/words/course/en.js';
import english from '../web/words/en.js';
import {Words} from '../web/words/words.js';
import {workedPart} from './chapter_worked.mjs';

const learn = fileURLToPath(new URL('../web/learn', import.meta.url));
/** @type {Record<string, import('../web/learn/types').Paper>} */
const papers = JSON.parse(readFileSync(join(learn, 'papers.json'), 'utf8'));
const words = new Words('en', {en: `${english}\n${course}`});

/** @typedef {import('../web/learn/types').Chapter} Chapter */
/** @typedef {(name: string) => string} Said by the name of a chapter's word */

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {string} id @returns {Said} */
const saidOf = (id) => (name) => escaped(words.say(`course.${id}.${name}`));
/** @param {string} key @param {import('../web/words/words.js').Values} [values] */
const say = (key, values) => escaped(words.say(key, values));

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
  const links = CHAPTERS.map(({id}) => `<li><a href="${folder}${id}.html">${saidOf(id)('title')}</a></li>`);
  return `<ol class="late">${links.join('')}</ol>`;
}

/** @param {{title: string, description: string, id: string, site: string}} of site: where the page will lie, '' where nobody knows */
function headOf({title, description, id, site}) {
  const picture = `${site ? `${site}learn/` : ''}${id}.png`;
  const properties = {
    'og:type': 'article',
    'og:site_name': say('lab.name'),
    'og:title': title,
    'og:description': description,
    'og:image': picture,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': description,
    'og:url': site && `${site}learn/${id}.html`,
  };
  const lines = Object.entries(properties)
    .filter(([, content]) => content)
    .map(([property, content]) => `<meta property="${property}" content="${content}" />`)
    .concat('<meta name="twitter:card" content="summary_large_image" />');
  if (site) lines.push(`<link rel="canonical" href="${site}learn/${id}.html" />`);
  return lines.join('\n');
}

/** @param {string} summary @param {string} inner */
const folded = (summary, inner) => `<details><summary>${summary}</summary>${inner}</details>`;
/** @param {string[]} items */
const list = (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** What may be answered, and folded what is replied to each. @param {Said} said @param {Chapter['choices']} choices @param {string} prefix @param {string} more */
function asked(said, choices, prefix, more) {
  const replies = choices.map(
    ({id}) => `<dt>${said(`${prefix}choice_${id}`)}</dt><dd>${said(`${prefix}reply_${id}`)}</dd>`,
  );
  return `${list(choices.map(({id}) => said(`${prefix}choice_${id}`)))}${folded(say('page.answers'), `<dl>${replies.join('')}</dl>${more}`)}`;
}

/** @param {Said} said @param {Chapter['transfer']} transfer */
function transferred(said, {choices}) {
  const replies = choices.map(({id}) => `<dt>${said(`transfer_${id}`)}</dt><dd>${said(`transfer_reply_${id}`)}</dd>`);
  return `<p>${said('transfer')}</p>${list(choices.map(({id}) => said(`transfer_${id}`)))}${folded(say('page.answers'), `<dl>${replies.join('')}</dl>`)}`;
}

/** Questions on earlier chapters, each with the way there. @param {Said} said @param {Chapter['recall']} recall */
function recalled(said, recall = []) {
  const asked = recall.map(({id, of, choices}) => {
    const name = `recall_${id}`;
    const replies = choices.map(
      (one) => `<dt>${said(`${name}_${one.id}`)}</dt><dd>${said(`${name}_reply_${one.id}`)}</dd>`,
    );
    const title = words.say(`course.${of}.title`);
    return `<p>${said(name)}</p>${list(choices.map((one) => said(`${name}_${one.id}`)))}
${folded(say('page.answers'), `<dl>${replies.join('')}</dl><p><a href="${of}.html">${say('page.recall_from', {title})}</a></p>`)}`;
  });
  return asked.length ? `<h2>${say('page.recall')}</h2>\n${asked.join('\n')}` : '';
}

/** MathML, without the styles that the page's policy forbids. @param {string} tex */
const formula = (tex) =>
  temml.renderToString(tex, {displayMode: true, annotate: false, throwOnError: true}).replace(/ style="[^"]*"/g, '');

/** @param {string} name of papers.json */
function cited(name) {
  const {authors, year, title, where, url} = papers[name];
  const paper = say('page.paper', {authors, year: String(year)});
  const place = say('page.host', {where, host: new URL(url).host});
  return `<li>${paper} <a href="${escaped(url)}" rel="noopener">${escaped(title)}</a> ${place}</li>`;
}

/** For who wants to know more. @param {Said} said @param {Chapter['background']} background */
function backgroundOf(said, {formulas, papers: names}) {
  const paragraphs = formulas.map((all, i) => `<p>${said(`background_${i + 1}`)}</p>${all.map(formula).join('')}`);
  return folded(
    say('page.background'),
    `${paragraphs.join('\n')}<h3>${say('page.papers')}</h3><ul>${names.map(cited).join('')}</ul>`,
  );
}

/** All of a chapter that can be read. @param {Chapter} chapter @param {number} index among all */
function bodyOf(chapter, index) {
  const {id, experiment, choices, knob, transfer, recall, background, doors = []} = chapter;
  const said = saidOf(id);
  const svg = thumbnailOf(id);
  const picture = svg ? `<p><img src="${id}.svg" width="480" height="300" alt="${titleOf(svg)}" /></p>` : '';
  const following = CHAPTERS[index + 1];
  const next = following
    ? `<a href="${following.id}.html">${say('page.next', {title: words.say(`course.${following.id}.title`)})}</a> · `
    : '';
  return `<article class="late">
<p><a href="../index.html">${say('lab.name')}</a></p>
<h1>${said('title')}</h1>
<p><strong>${said('question')}</strong></p>
${picture}
${recalled(said, recall)}
${workedPart(chapter, (name, values) => say(`course.${id}.${name}`, values), formula)}
<p>${said('lead')}</p>${experiment.models.some(({start}) => start) ? `\n<p>${said('first_act')} ${said('first_act_goes')}</p>` : ''}
<p>${say('page.needs')}</p>
<h2>${say('page.predict')}</h2>
${asked(said, choices, '', `<p>${said('why')}</p>`)}
<h2>${say('page.change')}</h2>
<p>${said('knob')}</p>
${list(knob.values.map(({name}) => said(`knob_${name}`)))}
<h2>${say('page.try')}</h2>
<p>${said('challenge')}</p>
${folded(say('page.answers'), `<p>${said('challenge_done')}</p>`)}
${transferred(said, transfer)}
<h2>${say('page.remember')}</h2>
<p>${said('remember')}</p>${doors.length ? `\n<p>${say('player.doors')}</p>${list(doors.map((preset) => `<a href="../index.html#lab=${preset}">${said(doorWord(preset))}</a>`))}` : ''}
${backgroundOf(said, background)}
<p>${next}<a href="../index.html">${say('page.all')}</a></p>
</article>`;
}

const STYLE = `
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
    files[`learn/${id}.html`] = pageOf(page, await load(), index, site);
    const svg = thumbnailOf(id);
    if (svg) files[`learn/${id}.svg`] = svg;
  }
  return files;
}

/** @param {string} page @param {Chapter} chapter @param {number} index @param {string} site */
function pageOf(page, chapter, index, site) {
  const {id} = chapter;
  const said = saidOf(id);
  const [title, description] = [say('home.title_chapter', {title: words.say(`course.${id}.title`)}), said('summary')];
  const head = headOf({title: said('title'), description, id, site});
  const changes = /** @type {[RegExp, string][]} */ ([
    [/<title>.*?<\/title>/s, `<title>${title}</title>\n${head}`],
    [/(<meta\s+name="description"\s+content=")[^"]*/, `$1${description}`],
    [/<style>/, `<style>${STYLE}`],
    [
      /<div id="page">.*?<\/div>/s,
      `<div id="page" data-home="../index.html" data-chapter="${id}">\n${bodyOf(chapter, index)}\n</div>`,
    ],
  ]);
  const whole = changes.reduce((html, [place, text]) => replacedIn(html, place, text), page);
  return whole.replaceAll(/"\.\/(assets\/|manifest)/g, '"../$1');
}

/** @param {string} html @param {RegExp} place @param {string} text */
function replacedIn(html, place, text) {
  if (!place.test(html)) throw new Error(place.source); // it is not what the chapters' files are made of any more
  return html.replace(place, (_, before) => (text.startsWith('$1') ? before + text.slice(2) : text));
}
