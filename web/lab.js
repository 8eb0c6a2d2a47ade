// Puts a race into the element that shows it: the experiment comes from the address, or is the default one.
import './elements/app.js';
import {Race} from './runtime/race.js';
import {decodeLink} from './state/link.js';
import {DEFAULT_EXPERIMENT} from './state/defaults.js';
import {keepAddress} from './state/address.js';

/** @typedef {import('./runtime/types').Surroundings} Surroundings */
/** @typedef {import('./state/view.js').View} View */
/** @typedef {HTMLElement & {race: Race, view: View, notice: string}} AppElement */

/**
 * @param {AppElement} app @param {Surroundings} surroundings
 * @param {{address?: boolean, eager?: boolean}} [options] address: keep the address up to date; eager: fetch what
 *     training needs before anybody asks for it, as a page of its own may and one frame of many should not
 * @returns {Promise<Race>} once the element shows it; nothing trains until somebody says so
 */
export async function openLab(app, surroundings, {address = false, eager = false} = {}) {
  const {experiment, view, error} = await decodeLink(location.hash);
  const race = new Race(surroundings, experiment ?? DEFAULT_EXPERIMENT);
  race.setPacing(view.pacing);
  race.setSpeed(view.speed);
  app.view = view;
  app.notice = error;
  app.race = race;
  if (address) keepAddress(race, app);
  if (eager)
    race.preload({eager, warm: true}); // at once: workers and the network have nothing else to do while the page is drawn
  else whenIdle(() => race.preload());
  return race;
}

/** After the first paint. @param {() => void} callback */
function whenIdle(callback) {
  if ('requestIdleCallback' in window) requestIdleCallback(callback, {timeout: 500});
  else setTimeout(callback, 100);
}
