// Two models train on the same examples; what was said of them stands beside.
import {html, nothing} from 'lit';
import {UNSURE, isRight} from '../../learn/beats.js';
import '../verdict/race_verdict.js';
import {say} from '../../words/words.js';
import {knobElsewhere} from './knob.js';
import {titleOfChoice} from './predict_part.js';
import {raceFigure as figure} from './race_figure.js';
import './race_pace.js';

export {figure};

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function says(scene) {
  const {race} = scene;
  const over = race.state === 'done';
  const goes = () => html`${wasSaid(scene)} ${say(over ? 'player.watched' : 'player.watching')}`;
  return html`<h3 tabindex="-1">${say('player.watch')}</h3>
    <p>${over && asItBegan(scene) ? cameOut(scene) : goes()}</p>${knobElsewhere(scene)}`;
}

/** The race of which something was predicted. @param {Scene} scene */
const asItBegan = ({chapter, story}) => story.position === chapter.knob.begin;

/** @param {Scene} scene */
function wasSaid({chapter, story}) {
  return story.predicted ? say('player.you_said', {choice: titleOfChoice(chapter, story.predicted)}) : '';
}

/** What was said, and what of it came. @param {Scene} scene */
function cameOut({chapter, story}) {
  const said = story.predicted ?? UNSURE;
  const choice = titleOfChoice(chapter, said);
  const right = chapter.choices.find(({id}) => isRight(chapter.choices, id));
  if (isRight(chapter.choices, said)) return say('player.reply_so', {choice});
  const came = right ? titleOfChoice(chapter, right.id) : '';
  return said === UNSURE ? say('player.it_was_unsure', {came}) : say('player.it_was', {choice, came});
}

/** @param {Scene} scene */
export function act({race, train, hidden}) {
  const verdict = hidden('verdict') ? nothing : html`<race-verdict compact plain .race=${race}></race-verdict>`;
  return html`<race-pace .race=${race} .train=${train}></race-pace>${verdict}`;
}
