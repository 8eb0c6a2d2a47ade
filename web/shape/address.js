// The address always says what is on the screen, so that copying it is sharing it, with what was hidden and locked.
import {say} from '../words/words.js';
import {refusal} from '../words/refusals.js';
import {decodeLink, encodeLink} from './link.js';
import {showPage, shownNow} from './show.js';

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('./show.js').Showing} Showing */

const SETTLE_MS = 300;

/**
 * Writes what is shown into the hash, and reads a hash that somebody pastes over it.
 * @param {Race} race
 * @param {HTMLElement & Showing & {notice: string}} app announces 'view-change'
 */
export function keepAddress(race, app) {
  let written = location.hash;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let shown = race.experiment;
  const write = async () => {
    const {experiment} = race;
    const {arithmetic} = race.describe;
    const hash = await encodeLink({experiment, arithmetic, ...shownNow(race, app)}).catch(() => '');
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
    const hash = (written = location.hash);
    const address = await decodeLink(hash, race.describe);
    if (hash !== written) return; // another was pasted meanwhile
    app.notice = noticeOf(address, race.describe);
    const {experiment} = address;
    if (experiment)
      await showPage(race, app, {...address, experiment}).catch((failure) => {
        if (failure.code !== 'superseded') app.notice = refusal(failure, race);
      });
  });
}

/**
 * What is to be said about an address: why it cannot be shown, what of it is left out, whose numbers it promises.
 * @param {import('./link.js').Address & {error: string, notice: string}} address
 * @param {import('../runtime/types').Description} describe
 */
export function noticeOf({experiment, arithmetic, error, notice}, {arithmetic: ours}) {
  const other = arithmetic !== undefined && ours !== undefined && arithmetic !== ours;
  const strict = experiment?.train.tier === 'strict'; // of the fast one nobody promised anything
  return [error, notice, other && strict ? say('link.arithmetic') : ''].filter(Boolean).join(' ');
}
