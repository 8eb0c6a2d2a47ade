// The address always says what is on the screen, so that copying it is sharing it.
import {decodeLink, encodeLink} from './link.js';

/** @typedef {import('./view.js').View} View */

const SETTLE_MS = 300;

/**
 * Writes the experiment and the view into the hash, and reads a hash that somebody pastes over it.
 * @param {import('../runtime/race.js').Race} race
 * @param {HTMLElement & {view: View, notice: string}} app announces 'view-change'
 */
export function keepAddress(race, app) {
  const {experiment: opened} = race;
  let written = location.hash;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let shown = opened;
  const write = async () => {
    const experiment = race.experiment;
    const view = {...app.view, pacing: race.pacing, speed: race.speed};
    const hash = await encodeLink({experiment, view}).catch(() => '');
    if (experiment !== race.experiment || hash === written) return;
    written = hash;
    history.replaceState(null, '', hash || location.pathname + location.search);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  };
  race.addEventListener('change', () => {
    if (race.experiment === shown && race.pacing === app.view.pacing && race.speed === app.view.speed) return;
    shown = race.experiment;
    soon();
  });
  app.addEventListener('view-change', soon);
  window.addEventListener('hashchange', async () => {
    if (location.hash === written) return;
    written = location.hash;
    const {experiment, view, error} = await decodeLink(location.hash);
    app.notice = error;
    if (!experiment) return;
    app.view = view;
    race.setPacing(view.pacing);
    race.setSpeed(view.speed);
    race.setExperiment(experiment).catch((refusal) => {
      app.notice = refusal.message;
    });
  });
}
