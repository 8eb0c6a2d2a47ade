// What the author of an exercise asks at its end.
import '../../words/exercise.js';
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {raceFigure as figure} from '../learn/race_figure.js';
import './exercise_asks.js';

export {figure};

/** @typedef {import('../learn/scene.js').Scene} Scene @typedef {import('../../exercise/taking.js').Taking} Taking */

export const says = () => html`<h3 tabindex="-1">${say('taking.questions')}</h3>`;

export const leads = () => say('taking.to_questions');

/** Whoever does not answer all of them goes on all the same. @param {Scene} scene @param {Taking} taking */
export function act({answer, story}, taking) {
  const rest = html`<div class="onward"><button class="quiet" @click=${() => answer('some')}>${say('taking.without')}</button></div>`;
  return html`<exercise-asks .taking=${taking} @answered=${() => answer('all')}></exercise-asks>${story.answered === null ? rest : nothing}`;
}
