// What a symbol has cost each model so far, on this device: measured while it trained, so it differs between devices and from race to race.
import {html, nothing} from 'lit';
import {strung} from '../../charts/grid.js';
import {say} from '../../words/words.js';
import {significant} from '../parts/format.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {Pick<import('../../runtime/runner.js').Runner, 'name'> & {latest: {seconds: number, tokens: number}}} Timed */

/** Milliseconds; NaN: nothing was timed yet. @param {Timed} timed */
export const costOf = ({latest: {seconds, tokens}}) => (seconds > 0 && tokens > 0 ? (1000 * seconds) / tokens : NaN);

/** @param {Pick<Scene, 'chapter'> & {race: {runners: Timed[]}}} scene */
export function symbolCost({chapter, race}) {
  const timed = chapter.costs ? race.runners.filter((one) => Number.isFinite(costOf(one))) : [];
  if (!timed.length) return nothing;
  const all = timed.map((one) => ({
    key: 'player.cost_of',
    values: {name: one.name, ms: significant(costOf(one), 2)},
  }));
  return html`<p class="small muted costs">${say('player.costs', {all: strung(all, 'list.comma')})}</p>`;
}
