// What lies behind a chapter: two paragraphs, each with its formulas, the papers, and their years on the line of all.
import '../../words/story.js';
import {html} from 'lit';
import papers from '../../learn/papers.json' with {type: 'json'};
import {say} from '../../words/words.js';
import '../home/history_line.js';
import {course} from './course_words.js';

/** @type {NonNullable<Lesson['background']>} */
const NONE = {formulas: [[], []], papers: []};

/** @typedef {import('../../learn/types').Lesson} Lesson @typedef {import('../../learn/types').Paper} Paper */

/** @param {Lesson} chapter */
export function backgroundText(chapter) {
  const {formulas, papers: cited} = chapter.background ?? NONE;
  return html`<div class="text">${formulas.map(
    (all, i) => html`<div><p>${course(chapter, `background_${i + 1}`)}</p>${all.map(formula)}</div>`,
  )}<div><h3>${say('background.papers')}</h3><ul>${cited.map(cite)}</ul></div>
    <history-line of=${chapter.id}></history-line></div>`;
}

/** Wide ones are scrolled, also by keys. @param {string} tex */
const formula = (tex) =>
  html`<div class="formula" data-tex=${tex} tabindex="0" role="group" aria-label=${say('background.formula')}></div>`;

/** @param {string} name of papers.json */
function cite(name) {
  const {authors, year, title, where, url} = /** @type {Record<string, Paper>} */ (papers)[name];
  const {host} = new URL(url);
  return html`<li>${say('background.paper', {authors, year: String(year)})} <a href=${url} target="_blank" rel="noopener">${title}</a> ${say('background.host', {where, host})}</li>`;
}
