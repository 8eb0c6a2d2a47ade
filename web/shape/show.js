// Puts an object that came from an address or from the page around a frame onto the page, whole.
import {NO_SETTING} from './page.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('../state/view.js').View} View */
/** @typedef {import('./page.js').Setting} Setting */
/** The element that shows a race. @typedef {{view: View, page: Setting, unreadable?: string}} Showing */

/**
 * What the engine refuses changes nothing.
 * @param {Race} race @param {Showing} app
 * @param {{experiment: import('../runtime/types').Experiment, view: View} & Setting} page
 */
export async function showPage(race, app, {experiment, view, start, shape, text}) {
  await race.setExperiment(experiment);
  app.unreadable = '';
  app.page = {start, shape, text};
  showView(race, app, view);
}

/** @param {Race} race @param {Showing} app @param {View} view */
export function showView(race, app, view) {
  app.view = view;
  race.setPacing(view.pacing);
  race.setSpeed(view.speed);
}

/** All that is shown, the experiment apart, as it is now. @param {Race} race @param {Showing} app */
export function shownNow({pacing, speed}, {view, page}) {
  return {...NO_SETTING, ...page, view: {...view, pacing, speed}};
}
