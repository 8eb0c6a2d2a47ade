// Keeping the race of a page of its own: brought when the page stands, since nobody needs it before.
import './words/late.js';
import {version} from '../package.json';
import {ghostsOf} from './elements/runs/ghosts.js';
import './elements/runs/kept_notice.js';
import './elements/runs/kept_runs.js';
import './elements/runs/runs_button.js';
import {tightened} from './shape/shape.js';
import {showView, shownNow} from './shape/show.js';
import {Keeping} from './store/keeping.js';

/**
 * @param {import('./runtime/race.js').Race} race @param {import('./lab.js').AppElement} app the element that shows it
 * @param {{anything: boolean, signal?: AbortSignal}} how anything: nobody chose the experiment that is on the page; signal: another race takes its place
 */
export async function keepRuns(race, app, {anything, signal}) {
  const page = () => shownNow(race, app);
  const show = (/** @type {any} */ {view, start, shape, text}) => {
    app.page = {start, shape: tightened(app.page.shape, shape), text};
    showView(race, app, view);
  };
  const keeping = await Keeping.start({race, page, show, draws: ghostsOf, engine: version, anything});
  if (signal?.aborted) return keeping.stop();
  signal?.addEventListener('abort', () => keeping.stop());
  app.keeping = keeping;
  if (race.started) void keeping.keeper.takeOn(); // it comes from a chapter, where nothing is kept
  window.addEventListener('beforeunload', (event) => keeping.keeper.safe || event.preventDefault(), {signal});
  const hidden = () => document.visibilityState === 'hidden' && keeping.keeper.secure();
  document.addEventListener('visibilitychange', hidden, {signal});
}
