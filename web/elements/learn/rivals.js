// Models that are too slow to run beside those of a chapter: their recorded curves as ghosts, and what is said of how they came about.
import {html} from 'lit';
import {say} from '../../words/words.js';
import {duration, integer} from '../parts/format.js';
import {course} from './course_words.js';

/** @typedef {import('../../learn/types').Lesson} Lesson @typedef {import('../../learn/types').Recorded} Recorded @typedef {import('../../learn/types').RecordedRival} RecordedRival */
/** @typedef {import('../../runtime/types').Axis} Axis @typedef {import('./scene.js').Scene} Scene */

/** @typedef {{name: string, recorded: RecordedRival}} Rival */

/** @param {Pick<Scene, 'chapter' | 'recorded'>} scene @returns {Rival[]} */
export function rivalsOf({chapter, recorded}) {
  return (recorded?.rivals ?? []).map((one, i) => ({
    name: course(chapter, `rival_${chapter.rivals?.[i]?.id}`),
    recorded: one,
  }));
}

/** Where its tests stand on an axis. @param {RecordedRival} rival @param {Axis} axis @returns {number[]} */
export function placesAlong({step, seconds, tokens, flops}, axis) {
  const each = {step: 1, seconds, tokens, flops}[axis];
  return step.map((at) => at * each);
}

/** As ghosts are drawn. @param {Rival} rival */
export function asGhost({name, recorded}) {
  const scores = (/** @type {string} */ _, /** @type {Axis} */ axis) => ({
    x: placesAlong(recorded, axis),
    y: recorded.value,
  });
  return {name: say('player.rival', {name}), record: /** @type {any} */ ({scores})};
}

/** How far the last of them came. @param {Rival[]} rivals @param {Axis} axis */
export function farthestOf(rivals, axis) {
  return Math.max(0, ...rivals.map(({recorded}) => placesAlong(recorded, axis).at(-1) ?? 0));
}

/** In characters, as it stands at the end of its curve. @param {Rival[]} rivals */
export const longestName = (rivals) => Math.max(0, ...rivals.map((rival) => [...asGhost(rival).name].length));

/** That nothing of it runs here, and what it took where it ran. @param {Pick<Scene, 'chapter' | 'recorded'>} scene */
export function rivalsSaid(scene) {
  return rivalsOf(scene).map(({name, recorded: {step, seconds, processor}}) => {
    const steps = step.at(-1) ?? 0;
    const values = {name, steps: integer(steps), time: duration(steps * seconds), processor};
    return html`<p class="small muted recorded">${say('player.rival_what', values)}</p>`;
  });
}
