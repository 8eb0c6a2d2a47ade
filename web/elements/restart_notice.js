// What a change to the whole race costs, said before it happens.
import {html} from 'lit';

/**
 * @param {import('../runtime/race.js').Race} race
 * @param {{busy: boolean, invalid: boolean, apply: () => void, drop: () => void}} options
 */
export function warnOfRestart(race, {busy, invalid, apply, drop}) {
  const words = race.started
    ? 'Applying starts all models again from step 0: what they have learned is lost.'
    : 'Nothing has been trained yet, so nothing is lost.';
  return html`<div class="notice"><p>${words}</p>
    <div class="row"><button class="primary" ?disabled=${busy || invalid} @click=${apply}>${race.started ? 'Apply and restart all' : 'Apply'}</button>
      <button @click=${drop}>Keep as it was</button></div></div>`;
}
