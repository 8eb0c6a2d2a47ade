// One thing is changed, and the models train anew at once; the curve from before stays as a ghost.
import {html} from 'lit';
import {say} from '../../words/words.js';
import {compared, knob} from './knob.js';
import {causeFigure as figure} from './race_figure.js';
import './race_pace.js';

export {figure};

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export const says = ({chapter}) =>
  html`<h3 tabindex="-1">${say('player.change')}</h3><p>${say(chapter.measures ? 'player.measure_changing' : 'player.changing')}</p>`;

/** @param {Scene} scene */
export function act(scene) {
  if (scene.chapter.measures) return knob(scene);
  return html`${knob(scene)}${compared(scene)}<race-pace .race=${scene.race} .train=${scene.train}></race-pace>`;
}
