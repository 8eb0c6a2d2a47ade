// The teacher's page: the course at a glance, plans, a line for a course page, questions with their answers.
import {html, nothing} from 'lit';
import {BUILDS_ON, PLANS} from '../../learn/teach/plans.js';
import {hashOf} from '../../shape/where.js';
import {say} from '../../words/words.js';
import {embedLines} from './embed_lines.js';
import {questions} from './questions.js';

/** @typedef {import('../../learn/types').Chapter} Chapter */
/** @typedef {{chapters: Chapter[], root: string, id: string, chosen: {id: string, theme: string}, choose: (part: {id?: string, theme?: string}) => void, copy: (text: string) => void, say: (words: string) => void}} Desk */

export const titleOf = (/** @type {string} */ id) => say(`course.${id}.title`);

/** @param {string} root @param {string} id */
export const linkTo = (root, id) => html`<a href=${`${root}${hashOf({room: 'chapter', id})}`}>${titleOf(id)}</a>`;

/** @param {Desk} desk */
export function overview(desk) {
  return html`<div><h1 tabindex="-1">${say('teach.title')}</h1></div>
    <p class="lead">${say('teach.lead')}</p>
    <p>${say('teach.privacy')} <a href=${`${desk.root}#privacy`}>${say('teach.privacy_more')}</a></p>
    <section aria-labelledby="glance"><h2 id="glance">${say('teach.glance')}</h2>${glance(desk)}</section>
    <section aria-labelledby="plans"><h2 id="plans">${say('teach.plans')}</h2><p>${say('teach.plans_what')}</p><div class="plans">${PLANS.map((plan) => planned(plan, desk))}</div></section>
    <section aria-labelledby="own"><h2 id="own">${say('teach.own')}</h2><p>${say('teach.own_what')} <a href=${`${desk.root}#lab`}>${say('teach.own_open')}</a></p></section>
    <section aria-labelledby="embed"><h2 id="embed">${say('teach.embed')}</h2>${embedLines(desk)}</section>
    <section aria-labelledby="class"><h2 id="class"><a href=${`${desk.root}#class`}>${say('teach.class')}</a></h2><p>${say('teach.class_what')}</p></section>
    <section aria-labelledby="questions"><h2 id="questions">${say('teach.questions')}</h2>${questions(desk)}</section>`;
}

/** @param {Desk} desk */
function glance({chapters, root}) {
  const heads = ['chapter', 'question', 'minutes', 'before', 'forms'];
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="glance"><table><thead><tr>${heads.map((head) => html`<th scope="col">${say(`teach.${head}`)}</th>`)}</tr></thead>
    <tbody>${chapters.map((chapter, i) => row(chapter, i, chapters, root))}</tbody></table></div>`;
}

/** @param {Chapter} chapter @param {number} index @param {Chapter[]} all @param {string} root */
function row({id, minutes, measures}, index, all, root) {
  const before = (BUILDS_ON[id] ?? []).filter((one) => all.some((other) => other.id === one));
  const projected = `${root}${hashOf({room: 'chapter', id})}&projector=on`;
  return html`<tr><th scope="row">${index + 1}. ${linkTo(root, id)}</th><td>${say(`course.${id}.question`)}</td><td class="number">${say('player.minutes', {minutes})}</td>
    <td>${before.length ? before.map((one, i) => html`${i ? ', ' : nothing}${titleOf(one)}`) : say('teach.nothing')}</td>
    <td><a href=${`${root}${hashOf({room: 'sheet', id})}`}>${say('teach.sheet')}</a>, <a href=${projected}>${say('teach.projector')}</a>${measures ? nothing : html`, <a href=${`${root}${hashOf({room: 'make', id})}`}>${say('teach.exercise')}</a>`}</td></tr>`;
}

/** @param {{minutes: number, chapters: readonly string[]}} plan @param {Desk} desk */
function planned({minutes, chapters: ids}, {chapters, root}) {
  const all = chapters.filter(({id}) => ids.includes(id));
  const sum = all.reduce((total, chapter) => total + chapter.minutes, 0);
  return html`<div><h3>${say('teach.plan', {minutes})}</h3><ol>${all.map(({id}) => html`<li>${linkTo(root, id)}</li>`)}</ol>
    <p class="muted small">${say('teach.plan_sum', {sum, rest: minutes - sum})}</p></div>`;
}
