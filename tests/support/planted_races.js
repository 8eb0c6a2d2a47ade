// Races that nobody trained, of every sort that a verdict meets. A curve is a formula of the share of the run that is behind.
import {facts} from '../../web/facts/facts.js';
import {dice, madeModel, madeRace} from './made_up_races.js';

/** @typedef {import('../../web/facts/types').ModelHistory} ModelHistory @typedef {import('../../web/facts/types').History} History */
/** @typedef {import('../../web/facts/entrants.js').Spread} Spread */
/** @typedef {(done: number) => number} Shape */

/** As a share of so many answers is. @param {number} share @param {number | null} [held_out] */
const counted = (share, held_out) => Math.round((held_out ?? 256) * share) / (held_out ?? 256);

/** @type {Record<string, Shape>} */
export const SHARES = {
  learns: (done) => (done < 0.3 ? 0.1 : 0.96),
  perfect: (done) => (done < 0.3 ? 0.1 : 1),
  rises: (done) => 0.1 + 0.5 * done,
  half: (done) => (done < 0.2 ? 0.1 : 0.5),
  chance: () => 0.11,
  worse: () => 0.02,
  nothing: () => 0,
  forgets: (done) => (done < 0.6 ? 0.8 : 0.1),
  slips: (done) => (done < 0.6 ? 0.9 : 0.5),
  wavers: (done) => (done > 0.45 && done < 0.6 ? 0.16 : 0.08), // chance is 0.1, of 256 answers
};

/** @type {Record<string, Shape>} */
export const LOSSES = {
  falls: (done) => 3 - 2 * done,
  levels: (done) => (done < 0.3 ? 3 : 1.5),
  close: (done) => (done < 0.3 ? 3 : 1.52),
  high: () => 3,
  rises: (done) => (done < 0.4 ? 1.5 : 2),
};

/** @param {keyof typeof SHARES} shape @param {Partial<ModelHistory> & {score?: 'val_accuracy' | 'val_exact', beside?: Shape}} [about] */
export function shares(shape, {score = 'val_accuracy', beside, ...about} = {}) {
  const formulas = {
    val_loss: () => 1,
    [score]: (/** @type {number} */ step) => counted(SHARES[shape](step / 1000), about.held_out),
    ...(beside && {val_accuracy: (/** @type {number} */ step) => counted(beside(step / 1000), about.held_out)}),
  };
  return madeModel(formulas, {name: String(shape), ...about});
}

/** @param {keyof typeof LOSSES} shape @param {Partial<ModelHistory>} [about] */
export const losses = (shape, about) =>
  madeModel({val_loss: (step) => LOSSES[shape](step / 1000)}, {name: String(shape), ...about});

export const CHANCE = {
  name: 'chance',
  title: 'Guessing among 10 digits',
  metric: /** @type {const} */ ('accuracy'),
  value: 0.1,
};
export const RULE = {name: 'counts', title: 'Counting brackets', metric: /** @type {const} */ ('accuracy'), value: 0.4};
export const MEAN = {name: 'mean', title: 'Always the mean', metric: /** @type {const} */ ('loss'), value: 2.5};
export const NOISE = {name: 'noise', title: 'The noise', metric: /** @type {const} */ ('loss'), value: 0.5};

/** Of one model with several seeds. @param {(keyof typeof SHARES)[]} shapes */
export const seeds = (...shapes) =>
  shapes.map((shape, k) => shares(shape, {name: k ? `A, seed ${k + 1}` : 'A', sameness: 'A', seed: k + 1}));

/** @param {ModelHistory[]} models @param {Partial<History>} [about] */
export const race = (models, about) => facts(madeRace(models, {view: 'labels', baselines: [CHANCE], ...about}));

/** A race by chance, of whatever sort, and what other seeds gave of it. @param {number} seed */
export function anyRace(seed) {
  const random = dice(seed);
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const text = random() < 0.3;
  const held_out = pick([256, 256, 40, null]);
  const models = Array.from({length: 1 + Math.floor(random() * 5)}, (_, k) => ({
    ...anyModel(random, `M${k}`, text, pick),
    held_out,
  }));
  const lines = text ? [MEAN, NOISE] : [CHANCE, RULE];
  /** @type {Partial<History>} */
  const about = {
    state: pick(['idle', 'training', 'paused', 'done', 'done', 'done', 'done']),
    view: pick(['labels', 'positions', 'pairs', '']),
  };
  const baselines = random() < 0.7 ? lines.map((line) => ({...line, value: line.value * (0.3 + 1.4 * random())})) : [];
  const metric = text ? 'val_loss' : 'val_accuracy';
  const others = models.flatMap(({curves: {[metric]: curve}}, model) => {
    const end = curve?.value[curve.value.length - 1] ?? NaN;
    if (!(end >= 0) || random() < 0.6) return [];
    return [{model, metric, values: Array.from({length: 5}, () => Math.min(1, end * (0.9 + 0.2 * random())))}];
  });
  return {facts: facts(madeRace(models, {...about, baselines})), spreads: others};
}

/** @param {() => number} random @param {string} name @param {boolean} text @param {(list: any[]) => any} pick */
function anyModel(random, name, text, pick) {
  const [begin, end, noise, bend] = [random(), random(), 0.2 * random() * random(), 3 * random()];
  const wander = (/** @type {number} */ step) =>
    begin + (end - begin) * (step / 1000) ** bend + noise * (random() - 0.5);
  const share = (/** @type {number} */ step) => counted(Math.max(0, Math.min(1, wander(step))));
  const loss = (/** @type {number} */ step) => 3 * Math.max(0.01, wander(step));
  const twin = random() < 0.3;
  const about = {
    name,
    every: pick([10, 50, 200]),
    sameness: twin ? 'same' : name,
    seed: Math.floor(random() * 100),
    counts: !twin && random() < 0.1,
    refused: random() < 0.05,
    ...(random() < 0.1 && {state: 'not_finite', finite: false}),
  };
  return madeModel(text ? {val_loss: loss} : {val_loss: loss, val_accuracy: share}, about);
}
