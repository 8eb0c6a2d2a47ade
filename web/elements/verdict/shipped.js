// What other seeds gave of the experiments that come with the page (spreads.json, written by `make learn`), for a race that is
// set up as one of them.
import {spreadsFor} from '../../facts/same_setup.js';
import spreads from '../../facts/spreads.json' with {type: 'json'};
import {CHAPTERS} from '../../learn/index.js';
import {CLAIMS} from '../../state/claims.js';
import {complete} from '../../state/defaults.js';
import {PRESETS} from '../../state/presets.js';
import {sha256} from '../../store/sha256.js';

/** @typedef {import('../../facts/entrants.js').Spread} Spread */
/** @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {Pick<import('../../runtime/race.js').Race, 'experiment' | 'describe'>} Race */

/** By the fingerprint of an experiment, as docs/presets.md has it. @type {Record<string, Spread[]>} */
const KNOWN = spreads;

/** @param {Race} race @param {Record<string, Spread[]>} [known] @returns {Promise<Spread[]>} of its models; none where it is set up in another way */
export async function shippedSpreads({experiment, describe}, known = KNOWN) {
  if (experiment.train.tier === 'fast' || !Object.keys(known).length) return [];
  for (const [other, claims] of await shipped(experiment.task.kind)) {
    const found = known[await fingerprint(other, claims)];
    const fit = found ? spreadsFor(experiment, complete(other, describe), found) : [];
    if (fit.length) return fit;
  }
  return [];
}

/** Those of a task, with their claims. @param {string} task @returns {Promise<[Experiment, object[]][]>} */
async function shipped(task) {
  const chapters = await Promise.all(CHAPTERS.map(({load}) => load()));
  const all = [
    ...PRESETS.map(({id, experiment}) => /** @type {[Experiment, object[]]} */ ([experiment, CLAIMS[id]])),
    ...chapters.map(({experiment, claims}) => /** @type {[Experiment, object[]]} */ ([experiment, claims])),
  ];
  return all.filter(
    ([
      {
        task: {kind},
      },
    ]) => kind === task,
  );
}

/** @param {Experiment} experiment @param {object[]} claims */
async function fingerprint(experiment, claims) {
  const bytes = new TextEncoder().encode(JSON.stringify([experiment, claims]));
  return (await sha256(bytes)).slice(0, 12);
}
