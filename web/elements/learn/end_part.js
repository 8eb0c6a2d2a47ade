// What to remember, how it went, and where to go next.
import {html, nothing} from 'lit';
import {doorWord} from '../../learn/words.js';
import {say} from '../../words/words.js';
import './chapter_background.js';
import {course} from './course_words.js';
import {raceFigure as figure} from './race_figure.js';

export {figure};

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function says({chapter, score}) {
  return html`<h3 tabindex="-1">${say('player.remember')}</h3><p class="transfer">${course(chapter, 'remember')}</p>
    <p class="muted">${say('player.score', score)}</p>`;
}

/** @param {Scene} scene */
export function act({chapter, compact, following, open, lab, again, hidden}) {
  const toLab = !hidden('lab_link');
  const onward =
    following && !hidden('onward')
      ? html`<button class="primary" @click=${() => open(following)}>${say('player.onward', {title: course({id: following}, 'title')})}</button>`
      : nothing;
  return html`<div class="onward">${onward}${toLab ? html`<button class=${onward === nothing ? 'primary' : ''} @click=${lab}>${say('player.lab')}</button>` : nothing}
    <button class="quiet" @click=${again}>${say('player.again')}</button></div>${toLab ? html`<p class="muted small">${say('player.lab_what')}</p>` : nothing}${compact || !toLab ? nothing : html`${doors(chapter)}${toExercise(chapter)}`}`;
}

/** Whoever teaches makes an exercise of it; one of a cost has no race that could be asked for. @param {Scene['chapter']} chapter */
const toExercise = ({id, words, measures}) =>
  words || measures ? nothing : html`<p class="small"><a href=${`#make=${id}`}>${say('player.exercise')}</a></p>`;

/** Experiments of the lab that go on from here. @param {Scene['chapter']} chapter */
function doors({id, doors: all = []}) {
  if (!all.length) return nothing;
  return html`<div class="doors"><p>${say('player.doors')}</p><ul>${all.map(
    (preset) => html`<li><a href=${`#lab=${preset}`}>${course({id}, doorWord(preset))}</a></li>`,
  )}</ul></div>`;
}

/** @param {Scene} scene */
export const below = ({chapter, hidden}) =>
  hidden('background') ? nothing : html`<chapter-background .chapter=${chapter}></chapter-background>`;
