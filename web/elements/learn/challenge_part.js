// Something to reach by the knob; the page says whether it is.
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';
import './challenge_goal.js';
import {course} from './course_words.js';
import {knob} from './knob.js';
import {answersFigure, causeFigure, chartFigure} from './race_figure.js';
import './race_pace.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** Of a text, what the models write in the place of the picture of the cause. @param {Scene} scene */
export function figure(scene) {
  if (!scene.chapter.prompts) return causeFigure(scene);
  return html`${answersFigure(scene)}<div class="both">${chartFigure(scene)}<section class="prompts" aria-labelledby="prompts"><p id="prompts"><b>${say('player.prompt')}</b></p>
    <prompt-panel brief .race=${scene.race}></prompt-panel></section></div>`;
}

/** @param {Scene} scene */
export function says({chapter}) {
  return html`<h3 tabindex="-1">${say('player.challenge')}</h3><p>${course(chapter, 'challenge')}</p>`;
}

/** @param {Scene} scene */
export function act(scene) {
  const {race, chapter} = scene;
  const words = course(chapter, 'challenge_done');
  const pace = chapter.measures ? nothing : html`<race-pace .race=${race} .train=${scene.train}></race-pace>`;
  return html`${knob(scene)}${pace}
    <challenge-goal .race=${race} .goal=${chapter.challenge.goal} .done=${words} .cost=${chapter.measures}></challenge-goal>`;
}
