// Rivals of a chapter that are too slow to run on the page: trained here once, by the command, whose weights are the page's to the bit, and
// kept beside the chapter as curves that say what they were recorded on. What was trained once is told again (build/learn).
import {cpus} from 'node:os';
import {merged, versioned} from '../../web/state/runs.js';
import {opened} from '../learn_engine.mjs';
import {trained} from '../learn_run.mjs';
import {digest} from './fingerprints.mjs';

/** @import {Chapter, RecordedRival, Rival} from '../../web/learn/types' */
/** @import {Experiment} from '../../web/runtime/types' */

/** Steps by which the page's engine is timed, and those before them. */
const [TIMED, WARM] = [8, 2];

/** What a rival is the run of. @param {Pick<Chapter, 'experiment'>} chapter @param {Rival} rival @returns {Experiment} */
export function experimentOf({experiment}, {model, train}) {
  return versioned({...experiment, train: merged(experiment.train, train), models: [model]});
}

/** @param {Pick<Chapter, 'experiment'>} chapter @param {Rival} rival */
export const rivalKey = (chapter, rival) => digest(experimentOf(chapter, rival));

/** @param {Chapter} chapter @param {string} command @returns {Promise<RecordedRival[]>} */
export async function recordedRivals(chapter, command) {
  const all = [];
  for (const rival of chapter.rivals ?? []) all.push(await recorded(chapter, rival, command));
  return all;
}

/** @param {Chapter} chapter @param {Rival} rival @param {string} command @returns {Promise<RecordedRival>} */
async function recorded(chapter, rival, command) {
  const experiment = experimentOf(chapter, rival);
  const run = /** @type {any} */ ({});
  const goal = /** @type {any} */ ({name: 'rival', runs: [run], predicates: []});
  const seed = experiment.train.seed ?? 0;
  const {lines} = await trained({goal, run, seed, experiment, command, enough: () => false});
  const tests = /** @type {any[]} */ (lines.filter(({step}) => step !== undefined));
  return {
    of: rivalKey(chapter, rival),
    hash: /** @type {any} */ (lines.at(-1)).weights_sha256,
    step: tests.map(({step}) => step),
    value: tests.map((test) => short(test[`val_${chapter.view.metric}`])),
    ...(await costOf(experiment)),
  };
}

/** What a step takes in a page, on one thread of this processor. @param {Experiment} experiment @returns {Promise<Pick<RecordedRival, 'processor' | 'seconds' | 'tokens' | 'flops'>>} */
async function costOf(experiment) {
  const session = await opened(experiment);
  session.step(WARM);
  const before = process.cpuUsage(); // whatever else the machine does
  session.step(TIMED);
  const seconds = process.cpuUsage(before).user / 1e6 / TIMED;
  const {position_count: tokens, flops_per_step: flops} = session.info;
  session.close();
  return {processor: cpus()[0].model.trim(), seconds: short(seconds), tokens, flops};
}

const short = (/** @type {number} */ value) => Number(value.toPrecision(4));
