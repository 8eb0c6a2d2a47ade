// What to remember, as its author says it, and the way back to the beginning.
import {html} from 'lit';
import {say} from '../../words/words.js';
import {course} from '../learn/course_words.js';
import {raceFigure as figure} from '../learn/race_figure.js';
import {passage} from './passage.js';

export {figure};

/** @typedef {import('../learn/scene.js').Scene} Scene */

/** @param {Scene} scene */
export const says = ({chapter}) =>
  html`<h3 tabindex="-1">${say(course(chapter, 'remember') ? 'player.remember' : 'exercise.end')}</h3>${passage(chapter, 'remember', 'transfer')}`;

export const leads = () => say('exercise.to_end');

/** @param {Scene} scene */
export const act = ({again}) =>
  html`<div class="onward"><button class="quiet" @click=${again}>${say('player.again')}</button></div>`;
