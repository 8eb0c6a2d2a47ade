// Two models train on the same examples; what was said of them stands beside.
import {html, nothing} from 'lit';
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
  const {chapter, story, race} = scene;
  const choice = titleOfChoice(chapter, story.predicted ?? '');
  return html`<h3 tabindex="-1">${say('player.watch')}</h3>
    <p>${story.predicted ? say('player.you_said', {choice}) : nothing} ${say(race.state === 'done' ? 'player.watched' : 'player.watching')}</p>${knobElsewhere(scene)}`;
}

/** @param {Scene} scene */
export function act({race, train}) {
  return html`<race-pace .race=${race} .train=${train}></race-pace><race-verdict compact plain .race=${race}></race-verdict>`;
}
