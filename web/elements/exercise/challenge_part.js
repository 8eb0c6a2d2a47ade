// What is to be reached, by the knob where there is one, or by whatever its author left open; the page says whether it is.
import '../../words/exercise.js';
import {html} from 'lit';
import {say} from '../../words/words.js';
import '../learn/challenge_goal.js';
import {knob} from '../learn/knob.js';
import '../learn/race_pace.js';
import {causeFigure as figure} from './cause_figure.js';
import {passage} from './passage.js';
import './settings_fold.js';

export {figure};

/** @typedef {import('../learn/scene.js').Scene} Scene */

/** @param {Scene} scene */
export const says = ({chapter}) => html`<h3 tabindex="-1">${say('exercise.goal')}</h3>${passage(chapter, 'challenge')}`;

/** What can be changed beside the knob. @param {Scene} scene */
export const below = ({race, shape}) => html`<settings-fold .race=${race} .shape=${shape}></settings-fold>`;

export const leads = () => say('exercise.to_goal');

/** @param {Scene} scene */
export const act = (scene) =>
  html`${knob(scene)}<race-pace .race=${scene.race} .train=${scene.train}></race-pace>
    <challenge-goal .race=${scene.race} .goal=${scene.chapter.challenge.goal} .done=${''}></challenge-goal>`;
