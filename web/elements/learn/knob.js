// The one thing that can be changed in a chapter, as buttons; what models came to before stands beside what they come to now.
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';
import {strung} from '../../charts/grid.js';
import {course, settingOf} from './course_words.js';
import {scoresOf} from './former_runs.js';

/** @typedef {import('./scene.js').Scene} Scene */

/** @param {Scene} scene */
export function knob({chapter, story, turn, busy}) {
  if (!chapter.knob) return nothing;
  return html`<div class="knob" role="group" aria-labelledby="turn"><p id="turn">${course(chapter, 'knob')}</p>
    <div class="positions" aria-busy=${busy}>${chapter.knob.values.map(
      (_, i) =>
        html`<button aria-pressed=${i === story.position} @click=${() => turn(i)}>${settingOf(chapter, i)}</button>`,
    )}</div></div>`;
}

/** Before and now, as scores. @param {Scene} scene */
export function compared({race, view, chapter, story, former}) {
  if (!former) return nothing;
  const listed = (/** @type {{name: string, value: string}[]} */ scores) =>
    strung(
      scores.map((values) => ({key: 'player.came_to', values})),
      'list.comma',
    );
  return html`<dl class="compared"><div><dt>${say('player.before', {setting: former.setting})}</dt><dd>${say('player.listed', {all: listed(former.scores)})}</dd></div>
    <div><dt>${say('player.now', {setting: settingOf(chapter, story.position)})}</dt><dd>${say('player.listed', {all: listed(scoresOf(race, view))})}</dd></div></dl>`;
}

/** Where the story is of the race as it began, and the knob stands elsewhere. @param {Scene} scene */
export function knobElsewhere({chapter, story, turn}) {
  const begin = chapter.knob?.begin ?? story.position;
  if (story.position === begin) return nothing;
  return html`<p class="notice small">${say('player.elsewhere', {setting: settingOf(chapter, story.position)})}
    <button @click=${() => turn(begin)}>${say('player.back_to', {setting: settingOf(chapter, begin)})}</button></p>`;
}
