// The question, the task as a picture, the models unrolled, and what may be predicted.
import {html, nothing} from 'lit';
import {UNSURE} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {choiceButtons, choicesMade} from './choices.js';
import {course} from './course_words.js';
import {different} from './network_strip.js';
import {taskPicture} from './task_picture.js';
import {workedExample} from './worked.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** What may be said, "not sure" last. @param {Scene['chapter']} chapter */
export const choicesOf = (chapter) => [
  ...chapter.choices.map(({id}) => ({id, title: course(chapter, `choice_${id}`)})),
  {id: UNSURE, title: say('player.unsure')},
];

/** @param {Scene['chapter']} chapter @param {string} id */
export const titleOfChoice = (chapter, id) => choicesOf(chapter).find((choice) => choice.id === id)?.title ?? '';

/** @param {Scene} scene */
export function says({chapter, story, earlier}) {
  const before = earlier === undefined ? '' : titleOfChoice(chapter, earlier);
  return html`<h3 tabindex="-1" id="asks">${say('player.predict')}</h3><p>${course(chapter, 'lead')}</p>
    ${before && !story.predicted ? html`<p class="muted">${say('player.earlier', {choice: before})}</p>` : nothing}`;
}

/** @param {Scene} scene */
export function figure({race, recorded, chapter}) {
  if (!recorded) return workedExample(chapter);
  const [item] = recorded.example.items;
  return html`${workedExample(chapter)}${item ? taskPicture(item) : nothing}<network-strip .race=${race} .anatomies=${different(recorded.anatomies)} .item=${item} .back=${chapter.back}></network-strip>`;
}

/** @param {Scene} scene */
export function act({chapter, story, predict}) {
  if (story.predicted) return choicesMade(choicesOf(chapter), story.predicted);
  return html`${choiceButtons(choicesOf(chapter), predict, 'question')}<p class="muted small starts">${say(chapter.measures ? 'player.starts_measure' : 'player.starts')}</p>`;
}
