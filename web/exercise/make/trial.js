// The goal, tried on twenty seeds before anybody is asked to reach it: so many races at a time as there are idle processors, each closed
// once it is done. What came of each is kept as facts, so that another goal is judged by the same runs. No clock but the one handed in.
import {facts} from '../../facts/facts.js';
import {headsOf} from '../../charts/compare/head_scores.js';
import {keptFacts} from './tried.js';

/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../runtime/types').Experiment} Experiment */
/** @typedef {import('./types').Tried} Tried */

export const SEEDS = 20;
const OVER = new Set(['done', 'not_finite', 'failed', 'unavailable']);
/** What the measure of heads calls the scores of an exercise. */
const SCORES = /** @type {const} */ ([
  ['previous_token', 'previous'],
  ['prefix_match', 'induction'],
  ['copy_alignment', 'copying'],
]);

/** The exercise's own seed first, then those that follow it. @param {Experiment} experiment @param {number} [count] @returns {number[]} */
export function seedsFor({train}, count = SEEDS) {
  const own = Number(train.seed ?? 1);
  return [own, ...Array.from({length: count}, (_, i) => i + 1).filter((seed) => seed !== own)].slice(0, count);
}

/** @param {Experiment} experiment @param {number} seed @returns {Experiment} */
export const withSeed = (experiment, seed) => ({...experiment, train: {...experiment.train, seed}});

/** One processor is left to the page. @param {number} processors @param {number} models that train in a race */
export const lanesFor = (processors, models) => Math.max(1, Math.floor((processors - 1) / models));

/** @fires change - whenever more is known, or it is held or goes on */
export class Trial extends EventTarget {
  /** In the order in which they were done. @type {Tried[]} */
  runs = [];
  /** @type {'idle' | 'running' | 'paused' | 'done' | 'failed'} */
  state = 'idle';
  #make;
  #experiment;
  #waiting;
  #total;
  #lanes;
  #heads;
  #now;
  #spent = 0;
  #since = 0;
  /** @type {Map<number, Race>} */
  #races = new Map();
  #closed = false;

  /**
   * @param {(experiment: Experiment) => Race} make whoever makes a race here closes it
   * @param {Experiment} experiment
   * @param {{seeds?: number[], lanes?: number, heads?: number[], now?: () => number}} [how] heads: the models whose heads are measured at the end
   */
  constructor(
    make,
    experiment,
    {seeds = seedsFor(experiment), lanes = 1, heads = [], now = () => performance.now()} = {},
  ) {
    super();
    this.#make = make;
    this.#experiment = experiment;
    this.#waiting = [...seeds];
    this.#total = seeds.length;
    this.#lanes = lanes;
    this.#heads = heads;
    this.#now = now;
  }

  get total() {
    return this.#total;
  }

  /** 0 to 1, by steps. */
  get progress() {
    const shares = [...this.#races.values()].map(shareOf);
    return (this.runs.length + shares.reduce((sum, share) => sum + share, 0)) / this.#total;
  }

  /** As fast as it went so far; null: too little is known. */
  get secondsLeft() {
    const {progress, state} = this;
    const spent = this.#spent + (state === 'running' ? this.#now() - this.#since : 0);
    return progress < 0.01 || state === 'done' ? null : ((spent / progress) * (1 - progress)) / 1000;
  }

  /** Begins, or goes on. */
  run() {
    if (this.state === 'running' || this.state === 'done' || this.#closed) return;
    this.#since = this.#now();
    this.#become('running');
    for (const race of this.#races.values()) race.train();
    this.#fill();
  }

  pause() {
    if (this.state !== 'running') return;
    this.#spent += this.#now() - this.#since;
    for (const race of this.#races.values()) race.pause();
    this.#become('paused');
  }

  /** Ends every worker; what is known stays. */
  close() {
    this.#closed = true;
    for (const race of this.#races.values()) race.close();
    this.#races.clear();
    if (this.state !== 'done') this.#become('idle');
  }

  #fill() {
    while (this.state === 'running' && this.#races.size < this.#lanes && this.#waiting.length)
      void this.#try(/** @type {number} */ (this.#waiting.shift()));
    if (this.runs.length === this.#total) this.#become('done');
  }

  /** @param {number} seed */
  async #try(seed) {
    const race = this.#make(withSeed(this.#experiment, seed));
    this.#races.set(seed, race);
    race.addEventListener('progress', () => this.#told());
    race.train();
    await untilOver(race);
    if (this.#closed) return;
    const heads = await this.#headsOf(race);
    if (this.#closed) return;
    this.runs = [...this.runs, {seed, facts: keptFacts(facts(race)), heads}];
    this.#races.delete(seed);
    race.close();
    this.#fill();
    this.#told();
  }

  /** The best of any head, where one is to be found; a model without heads has none. @param {Race} race */
  async #headsOf(race) {
    /** @type {Tried['heads']} */
    const best = {};
    for (const k of this.#heads) {
      const found = await race.runners[k]?.measure('heads', {}).catch(() => null);
      if (!found) continue;
      const heads = headsOf(/** @type {any} */ (found));
      const top = (/** @type {'previous' | 'induction' | 'copying'} */ name) => Math.max(...heads.map(({scores}) => scores[name] ?? -Infinity)); // prettier-ignore
      best[k] = Object.fromEntries(SCORES.map(([score, name]) => [score, top(name)]));
    }
    return best;
  }

  /** @param {Trial['state']} state */
  #become(state) {
    this.state = state;
    this.#told();
  }

  #told() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {Race} race */
function shareOf({runners}) {
  const shares = runners.map(({state, step, steps}) => (OVER.has(state) ? 1 : steps ? step / steps : 0));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** Resolves when nobody trains any more, held ones apart. @param {Race} race @returns {Promise<void>} */
const untilOver = (race) =>
  new Promise((resolve) => {
    const look = () => race.runners.every(({state}) => OVER.has(state)) && resolve();
    for (const type of ['change', 'progress']) race.addEventListener(type, look);
    look();
  });
