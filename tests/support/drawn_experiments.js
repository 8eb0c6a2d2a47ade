// Experiments by describe(), small, at the edges of their options, some of them with a mistake: the same for the same number.
import {bent, chance, oneOf} from '../fuzz/mutate.mjs';

/** Options that make a model dear: small unless they are drawn. @type {Record<string, number>} */
const SMALL = {hidden_size: 5, embedding_size: 4, channels: 4, d_model: 8, num_heads: 2, d_ff: 8, state_size: 3, growth: 2, context: 3, length: 9, batch_size: 3, eval_every: 2}; // prettier-ignore
const MOST = 12; // above the least that an option takes

/** @param {() => number} random @param {any} option */
function drawnValue(random, option) {
  if (option.type === 'boolean') return random() < 0.5;
  if (option.type === 'choice') return oneOf(random, option.choices).value;
  if (option.type !== 'integer' && option.type !== 'number') return option.default;
  const some = option.min + Math.floor(MOST * random());
  return Math.min(option.max, oneOf(random, [option.min, option.min + 1, option.default, some, some]));
}

/** @param {() => number} random @param {any[]} options @param {number} often */
function drawnOptions(random, options, often = 0.15) {
  /** @type {Record<string, unknown>} */
  const values = {};
  for (const option of options) {
    if (option.name in SMALL) values[option.name] = SMALL[option.name];
    if (random() < often) values[option.name] = drawnValue(random, option);
  }
  return values;
}

/** @param {() => number} random @param {any[]} kinds */
function drawnKind(random, kinds) {
  const {kind, options} = oneOf(random, kinds);
  return {kind, ...drawnOptions(random, options)};
}

/** Lines that most tasks with data can read, more or fewer. @param {() => number} random */
function drawnData(random) {
  const lines = Math.floor(oneOf(random, [3, 40, 120]) * random());
  return Array.from({length: lines}, (_, i) => `${(i * i) % 101},${i},ab${i % 7}`).join('\n') + '\n';
}

/** @param {any} described @param {number} seed @returns {{experiment: unknown, data: string}} */
export function drawnExperiment(described, seed) {
  const random = chance(seed);
  const {models, tasks, train} = described;
  const task = drawnKind(random, tasks);
  if (tasks.find((/** @type {any} */ one) => one.kind === task.kind).reads_data) Object.assign(task, {corpus: 'own'});
  const whole = {
    version: 1,
    task,
    train: {...drawnOptions(random, train.options, 0.08), steps: 3},
    models: [drawnKind(random, models)],
  };
  const data = drawnData(random);
  return {experiment: random() < 0.25 ? bent(random, whole) : whole, data};
}
