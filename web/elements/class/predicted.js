// What was predicted, and what came of it: a dot for each student.
import {html, nothing} from 'lit';
import {predictionsOf} from '../../class/predictions.js';
import {winnersOf} from '../../class/settings.js';
import {say} from '../../words/words.js';

/** @typedef {import('./class_desk.js').Shown} Shown @typedef {import('../../class/predictions.js').Predicted} Predicted */

/** A, B, C. @param {number} index */
export const letterOf = (index) => String.fromCharCode(65 + index);

/** @param {Shown} shown */
export function predicted({rows, exercise, setting, score}) {
  if (!exercise.choices.length) return nothing;
  const [winner] = setting ? winnersOf(setting, score) : [];
  return html`<section aria-labelledby="predictions"><h2 id="predictions">${say('class.predictions')}</h2>
    <p class="ask">${exercise.question}</p>
    <ul class="predictions">${predictionsOf(exercise, rows).map((one) => line(one, exercise))}</ul>
    <p class="muted small">${say('class.predictions_what')}</p>${winner ? html`<p>${say('class.winner', winner)}</p>` : nothing}</section>`;
}

/** @param {Predicted} one @param {import('../../exercise/types').Exercise} exercise */
function line({index, right, count, reached, refuted}, {choices}) {
  const text = typeof index === 'number' ? choices[index].text : say(`class.${index ?? 'none'}`);
  const sign = right ? html`<span class="sign">✓ ${say('class.right')}</span>` : nothing;
  return html`<li class=${right ? 'right' : ''}><p class="choice">${typeof index === 'number' ? html`<b>${letterOf(index)}</b> ` : nothing}${text} ${sign}</p>
    <p class="dots" aria-hidden="true">${Array.from({length: count}, (_, i) => html`<i class=${dotOf(i, reached, refuted)}></i>`)}</p>
    <p class="counts"><b>${say('class.predicted', {count})}</b> <span class="muted">${count ? say('class.predicted_reached', {count: reached, reached: reached === count ? 'all' : reached ? 'some' : 'none'}) : nothing}</span>${refuted ? html` <span class="doubted">${say('class.predicted_refuted', {count: refuted})}</span>` : nothing}</p></li>`;
}

/** Those who reached it first, then those who only say so. @param {number} i @param {number} reached @param {number} refuted */
const dotOf = (i, reached, refuted) => (i < reached ? 'full' : i < reached + refuted ? 'refuted' : '');
