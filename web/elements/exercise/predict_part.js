// The first beat of an exercise: what is asked, the task as a picture, and what may be predicted; where nothing is, a button that trains.
import '../../words/exercise.js';
import {html, nothing} from 'lit';
import {isOpen} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {choiceButtons, choicesMade} from '../learn/choices.js';
import {choicesOf} from '../learn/predict_part.js';
import './exercise_networks.js';
import './exercise_task.js';
import {passage} from './passage.js';

/** @typedef {import('../learn/scene.js').Scene} Scene */

/** @param {Scene} scene */
export const says = ({chapter}) =>
  html`<h3 tabindex="-1" id="asks">${say(chapter.choices.length ? 'player.predict' : 'exercise.before')}</h3>${passage(chapter, 'lead')}`;

/** @param {Scene} scene */
export const figure = ({race, chapter}) =>
  html`<exercise-task .race=${race} .example=${chapter.example}></exercise-task><exercise-networks .race=${race} .example=${chapter.example}></exercise-networks>`;

/** @param {Scene} scene */
export function act({chapter, story, predict, start}) {
  const starts = html`<p class="muted small starts">${say('exercise.starts')}</p>`;
  if (story.predicted) return choicesMade(choicesOf(chapter), story.predicted);
  if (isOpen(story, 'watch')) return nothing;
  if (!chapter.choices.length)
    return html`<div class="next"><button class="primary" @click=${start}>${say('exercise.train')}</button></div>${starts}`;
  return html`${choiceButtons(choicesOf(chapter), predict, 'question')}${starts}`;
}
