// The address always says what is on the screen, so that copying it is sharing it, with what was hidden and locked.
import {refusal} from '../words/refusals.js';
import {decodeLink, encodeLink, noticeOf} from './link.js';
import {showPage, shownNow} from './show.js';
import {linkIn} from './where.js';

export {noticeOf};

/** @typedef {import('../runtime/race.js').Race} Race */
/** @typedef {import('./show.js').Showing} Showing */
/** @typedef {import('../runtime/types').Experiment} Experiment */

const SETTLE_MS = 300;

/**
 * Writes what is shown into the hash, with an entry of the browser's history for each experiment that was chosen, so that
 * Back goes to the one before; and reads a hash that somebody pastes over it, or goes back to.
 * @param {Race} race
 * @param {HTMLElement & Showing & {notice: string}} app announces 'view-change'
 * @param {{mine?: (hash: string) => boolean, signal?: AbortSignal}} [how] mine: which hashes are of this race, where the page has
 *     others to show; signal: another race takes its place
 * @returns {{written: () => string, heard: () => Promise<void>}} written: the hash under which the race stands; heard: to be told of another address by hand
 */
export function keepAddress(race, app, {mine = () => true, signal} = {}) {
  const begun = {experiment: race.experiment, ...shownNow(race, app)};
  let written = location.hash;
  let chosen = identity(race.experiment);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let shown = race.experiment;
  let arriving = 0; // what an address brought is no choice of its own, however long it takes to open
  let missed = false; // whether something was to be written meanwhile
  const waits = () => (missed = arriving > 0 || location.hash !== written); // the browser tells of another a moment later
  const write = async () => {
    if (signal?.aborted || waits()) return;
    const {experiment} = race;
    const {arithmetic} = race.describe;
    const hash = await encodeLink({experiment, arithmetic, ...shownNow(race, app)}).catch(() => '');
    if (signal?.aborted || waits() || experiment !== race.experiment || hash === written) return;
    const another = identity(experiment) !== chosen;
    chosen = identity(experiment);
    history[another ? 'pushState' : 'replaceState'](null, '', hash || location.pathname + location.search);
    written = location.hash;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, SETTLE_MS);
  };
  race.addEventListener(
    'change',
    () => {
      if (race.experiment === shown && race.pacing === app.view.pacing && race.speed === app.view.speed) return;
      shown = race.experiment;
      soon();
    },
    {signal},
  );
  app.addEventListener('view-change', soon, {signal});
  /** @param {string} hash */
  const arrive = async (hash) => {
    const address = linkIn(hash) ? await decodeLink(linkIn(hash), race.describe) : {...begun, error: '', notice: ''};
    if (hash !== written) return; // another was pasted meanwhile
    app.notice = noticeOf(address, race.describe);
    const {experiment} = address;
    if (!experiment) return;
    try {
      await showPage(race, app, {...address, experiment});
      chosen = identity(race.experiment);
    } catch (failure) {
      if (/** @type {any} */ (failure).code !== 'superseded') app.notice = refusal(failure, race);
    }
  };
  const heard = async () => {
    if (!mine(location.hash)) return;
    if (location.hash !== written) {
      arriving += 1;
      await arrive((written = location.hash)).finally(() => (arriving -= 1));
    }
    if (missed) soon();
  };
  window.addEventListener('hashchange', heard, {signal});
  return {written: () => written, heard};
}

/** What somebody chose, whatever was done to it on the way; a rate that is moved is no other experiment. @param {Experiment} experiment */
function identity({task, train, models}) {
  const {optimizer, ...others} = train;
  const asked = models.map(({changes: _, ...model}) => model);
  return JSON.stringify([task, others, optimizer?.kind, asked]);
}
