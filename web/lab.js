// Puts a race into the element that shows it: the experiment comes from the address, or is the default one.
import './words/lab.js';
import './elements/lab/app.js';
import {Race} from './runtime/race.js';
import {noticeOf} from './shape/address.js';
import {decodeLink} from './shape/link.js';
import {showView} from './shape/show.js';
import {linkIn} from './shape/where.js';
import {DEFAULT_EXPERIMENT} from './state/defaults.js';
import {atLength} from './words/described.js';

/** @typedef {import('./runtime/types').Surroundings} Surroundings */
/** @typedef {import('lit').LitElement & import('./shape/show.js').Showing & {race: Race, keeping?: import('./store/keeping.js').Keeping | null, notice: string, unreadable?: string, share: () => Promise<unknown>, back?: {href: string, words: string} | null}} AppElement */

/**
 * How a lab is opened. address: what keeps the address up to date, of a page of its own; eager: fetch what training needs before
 * anybody asks for it, as a page of its own may and one frame of many should not; warm: how the models are run for a moment while
 * nobody waits
 * @typedef {{address?: (race: Race, app: AppElement) => void, eager?: boolean, warm?: import('./runtime/types').WarmUp}} How
 */

/** @param {AppElement} app @param {Surroundings} surroundings @param {How} [how] @returns {Promise<Race>} once the element shows it; nothing trains until somebody says so */
export async function openLab(app, surroundings, {address, eager = false, warm} = {}) {
  atLength(surroundings.describe);
  app.replaceChildren(); // the page's words for when its script may not run
  const opened = await decodeLink(linkIn(location.hash), surroundings.describe);
  const {experiment, view, start, shape, text} = opened;
  const race = new Race(surroundings, experiment ?? DEFAULT_EXPERIMENT);
  // A page has its lab to offer all the same; a frame stands for one experiment.
  if (opened.error && !address) app.unreadable = opened.error;
  else app.notice = noticeOf(opened, surroundings.describe);
  showInLab(app, race, {view, start, shape, text}, address);
  // At once: workers and the network have nothing else to do while the page is drawn.
  if (eager && !app.unreadable) race.preload({eager, warm});
  return race;
}

/** @param {AppElement} app @param {Race} race @param {{view: import('./state/view.js').View} & import('./shape/page.js').Setting} page @param {How['address']} address */
export function showInLab(app, race, {view, start, shape, text}, address) {
  atLength(race.describe); // that of a chapter may not be complete yet
  race.hasBest = address !== undefined;
  app.page = {start, shape, text};
  showView(race, app, view);
  app.race = race;
  address?.(race, app);
}
