// The models of an exercise train; what was said of them stands beside.
import '../../words/exercise.js';
import {html} from 'lit';
import {UNSURE, isRight} from '../../learn/beats.js';
import {say} from '../../words/words.js';
import {metricOf} from '../chart/chart_metric.js';
import {knobElsewhere} from '../learn/knob.js';
import {titleOfChoice} from '../learn/predict_part.js';
import {act, figure} from '../learn/watch_part.js';

export {act, figure};

/** @typedef {import('../learn/scene.js').Scene} Scene */

/** @param {Scene} scene */
export function says(scene) {
  const {race, chapter, story} = scene;
  const asItBegan = story.position === (chapter.knob?.begin ?? 0);
  const over = race.state === 'done' && asItBegan;
  return html`<h3 tabindex="-1">${say('exercise.watch')}</h3>
    <p>${over ? cameOut(scene) : html`${wasSaid(scene)} ${say(going(scene), {count: race.runners.length})}`}</p>${knobElsewhere(scene)}`;
}

/** @param {Scene} scene */
function wasSaid({chapter, story}) {
  return story.predicted ? say('player.you_said', {choice: titleOfChoice(chapter, story.predicted)}) : '';
}

/** What the curves show meanwhile. @param {Scene} scene */
function going({race, view}) {
  if (race.state === 'done') return 'exercise.watched';
  if (race.readsText) return 'exercise.watching_text';
  return metricOf(view.metric, race) === 'loss' ? 'exercise.watching_loss' : 'exercise.watching';
}

/** What was said, and what of it came, where its author says so. @param {Scene} scene */
function cameOut(scene) {
  const {chapter, story, race} = scene;
  const said = story.predicted ?? UNSURE;
  const choice = titleOfChoice(chapter, said);
  const right = chapter.choices.find((one) => one.right);
  if (!right) return html`${wasSaid(scene)} ${say('exercise.watched', {count: race.runners.length})}`;
  if (isRight(chapter.choices, said)) return say('exercise.reply_so', {choice});
  const came = titleOfChoice(chapter, right.id);
  return said === UNSURE ? say('exercise.it_was_unsure', {came}) : say('exercise.it_was', {choice, came});
}
