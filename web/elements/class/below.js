// What stands below the table: answers in the students' own words, what is there twice, what could not be read.
import {html, nothing} from 'lit';
import {alikeOf} from '../../class/duplicates.js';
import {isGiven} from '../../class/rows.js';
import {isRightAnswer} from '../../exercise/result.js';
import {say, told} from '../../words/words.js';
import {listed} from '../parts/format.js';

/** @typedef {import('./class_desk.js').Shown} Shown @typedef {import('../../class/types').Student} Student */

/** @param {Student} student */
export const nameOf = ({taken}) => taken.name.trim() || say('class.nameless');

/** @param {Shown} shown */
export function answers({exercise, students}) {
  const {asks = []} = exercise;
  if (!asks.length) return nothing;
  return html`<section aria-labelledby="answers"><h2 id="answers">${say('class.answers')}</h2>${asks.map((ask, k) => asked(ask, k, students))}</section>`;
}

/** @param {import('../../exercise/types').Ask} ask @param {number} k @param {Student[]} students */
function asked(ask, k, students) {
  const given = students.filter(({taken}) => isGiven(taken.answers[k]));
  const right = given.filter(({taken}) => isRightAnswer(ask, taken.answers[k])).length;
  const judged = ask.kind === 'number' || (ask.kind === 'choice' && ask.choices.some((one) => one.right));
  const sum = judged
    ? say('class.answers_judged', {right, given: given.length})
    : say('class.answers_given', {count: given.length});
  const words =
    ask.kind === 'text'
      ? html`<ul class="words">${given.map((one) => html`<li><q>${one.taken.answers[k]}</q><span class="muted"> ${nameOf(one)}</span></li>`)}</ul>`
      : nothing;
  return html`<div class="asked"><p class="ask">${ask.text}</p><p class="muted small">${sum}</p>${words}</div>`;
}

/** @param {Shown} shown */
export function alike({students, again}) {
  const all = alikeOf(students);
  if (!all.length && !again.length) return nothing;
  const who = (/** @type {Student[]} */ some) =>
    listed(
      some.map((one) => say('class.source', {name: nameOf(one), source: one.source})),
      'class.and',
    );
  return html`<section aria-labelledby="alike"><h2 id="alike">${say('class.alike')}</h2><ul class="list">${again.length ? html`<li><b>${say('class.same_file')}</b><br />${who(again)}</li>` : nothing}
    ${all.map(({why, students: some}) => html`<li><b>${told(why)}</b><br />${who(some)}</li>`)}</ul></section>`;
}

/** @param {import('../../class/types').Unread[]} all */
export function unread(all) {
  if (!all.length) return nothing;
  return html`<section aria-labelledby="unread"><h2 id="unread">${say('class.unread')}</h2><ul class="list">${all.map(({source, why}) => html`<li><b>${source}</b><br />${told(why)}</li>`)}</ul></section>`;
}
