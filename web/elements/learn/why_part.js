// Why it came so: a reply to what was predicted, two sentences, and the one picture in which the cause shows.
import {html, nothing} from 'lit';
import {UNSURE, isRight} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import './chapter_background.js';
import {course} from './course_words.js';
import {knobElsewhere} from './knob.js';
import {titleOfChoice} from './predict_part.js';
import {causeFigure as figure} from './race_figure.js';

export {figure};

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function says(scene) {
  const {chapter, story} = scene;
  const said = story.predicted ?? UNSURE;
  const right = isRight(chapter.choices, said);
  const choice = titleOfChoice(chapter, said);
  return html`<h3 tabindex="-1">${say('player.why')}</h3>
    <div class="reply ${right === null ? '' : right ? 'so' : 'otherwise'}"><p class="small muted">${say(`player.reply_${right === null ? 'unsure' : right ? 'so' : 'otherwise'}`, {choice})}</p>
      <p>${course(chapter, `reply_${said}`)}</p></div>
    <p class="because">${course(chapter, 'why')}</p>${knobElsewhere(scene)}`;
}

export const act = () => nothing;

/** @param {Scene} scene */
export const below = ({chapter, hidden}) =>
  hidden('background') ? nothing : html`<chapter-background .chapter=${chapter}></chapter-background>`;
