// Why it came so: the reply to what was predicted, what the author says of the cause, and the picture that they chose, or the curves alone.
import {html, nothing} from 'lit';
import {UNSURE, isRight} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {course} from '../learn/course_words.js';
import {knobElsewhere} from '../learn/knob.js';
import {titleOfChoice} from '../learn/predict_part.js';
import {causeFigure as figure} from './cause_figure.js';
import {passage} from './passage.js';

export {figure};

/** @typedef {import('../learn/scene.js').Scene} Scene */

/** @param {Scene} scene */
export const says = (scene) =>
  html`<h3 tabindex="-1">${say('player.why')}</h3>${reply(scene)}${passage(scene.chapter, 'why', 'because')}${knobElsewhere(scene)}`;

export const act = () => nothing;

/** Whether it was right is said only where its author says what is. @param {Scene} scene */
function reply({chapter, story}) {
  const said = story.predicted;
  if (said === null) return nothing;
  const judged = chapter.choices.some(({right}) => right);
  const right = judged ? isRight(chapter.choices, said) : null;
  const how = said === UNSURE ? 'unsure' : right === null ? '' : right ? 'so' : 'otherwise';
  const choice = titleOfChoice(chapter, said);
  if (!how && !course(chapter, `reply_${said}`)) return nothing;
  return html`<div class="reply ${how === 'so' || how === 'otherwise' ? how : ''}"><p class="small muted">${say(how === 'unsure' ? 'player.reply_unsure' : how ? `exercise.reply_${how}` : 'player.you_said', {choice})}</p>
    ${passage(chapter, `reply_${said}`)}</div>`;
}
