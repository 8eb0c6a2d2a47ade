// Every family in every shape that changes what it reads or shows, as small as it can sensibly be; and data for tasks that read some.
import {readFileSync} from 'node:fs';

/** Options that make a model large, and what they are here. @type {Record<string, number>} */
const SMALL = {
  hidden_size: 8,
  embedding_size: 6,
  channels: 6,
  d_model: 8,
  num_heads: 2,
  d_ff: 8,
  num_layers: 2,
  state_size: 4,
  growth: 3,
  context: 4,
  mlp_ratio: 1,
  num_inducing: 3,
  kernel_size: 3,
  order: 2,
};
/** Options of which every value is another picture or another form. */
const SHAPES = ['topology', 'bidirectional', 'direction', 'attention', 'block', 'cell'];

/** @param {any} engine @returns {any[]} models as an experiment has them */
export function smallModels(engine) {
  return engine.describe().models.flatMap((/** @type {any} */ {kind, options}) => {
    const small = Object.fromEntries(
      options
        .filter((/** @type {any} */ {name}) => name in SMALL)
        .map((/** @type {any} */ {name}) => [name, SMALL[name]]),
    );
    const shapes = options
      .filter((/** @type {any} */ {name}) => SHAPES.includes(name))
      .flatMap((/** @type {any} */ option) => others(option));
    return [{}, ...shapes].map((shape) => ({kind, ...small, ...shape}));
  });
}

/** Each value but the one that stands there anyway. @param {any} option */
function others({name, type, choices, default: usual}) {
  const values = type === 'boolean' ? [true] : choices.map((/** @type {any} */ {value}) => value);
  return values
    .filter((/** @type {any} */ value) => value !== usual)
    .map((/** @type {any} */ value) => ({[name]: value}));
}

const file = (/** @type {string} */ name) => new Uint8Array(readFileSync(new URL(`../../${name}`, import.meta.url)));
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const PAIRS = Array.from({length: 400}, (_, i) => `${i},${(7 * i).toString(3)}`).join('\n');

/** @param {any} task one of describe() @returns {Uint8Array} */
export function dataOf({reads_data, text, options}) {
  if (!reads_data) return new Uint8Array();
  const corpus = options.find((/** @type {any} */ {name}) => name === 'corpus')?.default;
  if (text || corpus === 'moby-dick')
    return bytes(JSON.parse(new TextDecoder().decode(file('tests/golden/hashes.json'))).text);
  return corpus === 'own'
    ? bytes(PAIRS)
    : file(
        `build/corpora/${{digits: 'digits.bin', births: 'births.csv', names: 'names.txt'}[/** @type {'digits'} */ (corpus)]}`,
      );
}
