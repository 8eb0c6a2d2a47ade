// What a change to the whole race costs, said before it happens.
import {html} from 'lit';
import {say} from '../../words/words.js';

/**
 * @param {import('../../runtime/race.js').Race} race
 * @param {{busy: boolean, invalid: boolean, apply: () => void, drop: () => void}} options
 */
export function warnOfRestart(race, {busy, invalid, apply, drop}) {
  const {started} = race;
  const cost = !started ? 'restart.free' : race.safe() ? 'restart.kept' : 'restart.lost';
  return html`<div class="notice"><p>${say(cost)}</p>
    <div class="row"><button class="primary" ?disabled=${busy || invalid} @click=${apply}>${say(started ? 'restart.apply.all' : 'restart.apply')}</button>
      <button @click=${drop}>${say('restart.keep')}</button></div></div>`;
}
