// The tasks of the fake engine: what describe() says of them, and made-up held-out examples with answers that get
// better with training.

/** @typedef {import('../../web/runtime/types').Item} Item */
/** @typedef {import('../../web/runtime/types').Kind} Kind */
/** @typedef {(random: (n: number) => number) => Item} Draw an item whose answer is right */

/** @param {string} name of an option */
export const titleOf = (name) => (name[0].toUpperCase() + name.slice(1)).replaceAll('_', ' ');

/** @param {string} name @param {number} min @param {number} max @param {number} value */
const integer = (name, min, max, value) => ({
  name,
  title: titleOf(name),
  type: /** @type {const} */ ('integer'),
  min,
  max,
  default: value,
  step: 1,
  summary: `How many: ${name}.`,
});

/** @param {...[string, string]} choices @returns {Kind['options'][number]} */
const corpus = (...choices) => ({
  name: 'corpus',
  title: 'Corpus',
  type: 'choice',
  default: choices[0][0],
  summary: 'What to read.',
  choices: choices.map(([value, title]) => ({value, title})),
});
const OWN = /** @type {[string, string]} */ (['own', 'Your own']);

/** @type {Kind[]} */
export const FAKE_TASKS = [
  {
    kind: 'text',
    title: 'Text',
    summary: 'Predict the next character.',
    view: 'text',
    reads_data: true,
    text: true,
    places: {given: 'characters'},
    options: [corpus(['moby-dick', 'Moby Dick'], ['names', 'Names'], OWN), integer('length', 4, 512, 64)],
  },
  ...[
    ['reverse', 'Reverse', 'Say a word backwards.', 'pairs', 'letters'],
    ['adding', 'Adding problem', 'Two of many numbers are marked: what is their sum?', 'labels', 'numbers'],
    ['sentiment', 'Sentiment', 'Is a short sentence kind or unkind?', 'labels', 'words'],
    ['copy_memory', 'Copy memory', 'Ten symbols, a long silence, then the same ten again.', 'positions', 'symbols'],
    ['clustering', 'Clustering', 'Find the clouds that points come from.', 'sets', 'points'],
    ['set_maximum', 'Maximum', 'The largest number of a set.', 'sets', 'members'],
  ].map(([kind, title, summary, view, given]) => ({
    kind,
    title,
    summary,
    places: {given},
    view: /** @type {any} */ (view),
    reads_data: false,
    text: false,
    options: [integer('length', 4, 512, 12)],
  })),
  {
    kind: 'forecast',
    title: 'Forecasting',
    summary: 'The next value of a series.',
    view: 'waves',
    reads_data: true,
    text: false,
    options: [corpus(['births', 'Births'], OWN), integer('length', 4, 512, 48)],
  },
  {
    kind: 'digits',
    title: 'Digits',
    summary: 'Which digit is it?',
    view: 'images',
    reads_data: true,
    text: false,
    options: [corpus(['digits', 'Digits'])],
  },
  {
    kind: 'pairs_csv',
    title: 'Your own pairs',
    summary: 'A table of two columns.',
    view: 'pairs',
    reads_data: true,
    text: false,
    options: [corpus(OWN), integer('length', 4, 512, 12)],
  },
];

/** Which kinds of models can do which tasks. @param {any} task @param {any} model @returns {string} why not, or '' */
export function misfit(task, model) {
  const view = FAKE_TASKS.find(({kind}) => kind === task.kind)?.view;
  if (model.kind === 'seq2seq' && view !== 'pairs') return 'fit.pairs';
  if (model.topology === 'encoder' && (view === 'text' || task.kind === 'copy_memory')) return 'fit.encoder_ahead';
  return '';
}

const LETTERS = [...'abcdefgh'];
const WORDS = ['not', 'good', 'bad', 'very', 'kind', 'dull', 'a', 'film', 'but'];
const CENTRES = /** @type {[number, number][]} */ ([
  [-0.6, -0.4],
  [0.5, -0.5],
  [0.1, 0.6],
]);

/** @type {Record<string, Draw>} */
const DRAWS = {
  reverse: (random) => {
    const symbols = Array.from({length: 5 + random(7)}, () => LETTERS[random(8)]);
    return {given: {symbols}, target: {symbols: symbols.toReversed()}, answer: {symbols: symbols.toReversed()}};
  },
  adding: (random) => {
    const values = Array.from({length: 12}, () => [random(100) / 100, 0]);
    values[random(6)][1] = values[6 + random(6)][1] = 1;
    const sum = values.reduce((total, [value, mark]) => total + value * mark, 0);
    return {given: {values}, target: {numbers: [[sum]]}, answer: {numbers: [[sum]]}};
  },
  sentiment: (random) => {
    const symbols = Array.from({length: 4 + random(5)}, () => WORDS[random(WORDS.length)]);
    const symbol = ['unkind', 'kind'][random(2)];
    return {given: {symbols}, target: {symbols: [symbol]}, answer: {symbols: [symbol]}};
  },
  copy_memory: (random) => {
    const seen = Array.from({length: 5}, () => LETTERS[random(8)]);
    const blanks = Array(14).fill('·');
    const symbols = [...seen, ...blanks, '→', ...Array(5).fill('·')];
    const target = [...Array(20).fill('·'), ...seen];
    return {given: {symbols}, target: {symbols: target}, answer: {symbols: [...target]}};
  },
  clustering: (random) => {
    const values = Array.from({length: 60}, (_, i) => CENTRES[i % 3].map((c) => c + (random(60) - 30) / 150));
    const mixture = CENTRES.map((mean) => ({weight: 1 / 3, mean, deviation: /** @type {any} */ ([0.12, 0.12])}));
    return {given: {values}, answer: {mixture}};
  },
  set_maximum: (random) => {
    const values = Array.from({length: 3 + random(6)}, () => [random(100) / 100]);
    const most = Math.max(...values.flat());
    return {given: {values}, target: {numbers: [[most]]}, answer: {numbers: [[most]]}};
  },
  forecast: (random) => {
    const phase = random(100) / 16;
    const values = Array.from({length: 48}, (_, t) => [Math.sin(t / 3 + phase) + 0.4 * Math.sin(t + phase)]);
    const next = [...values.slice(1), [Math.sin(16 + phase) + 0.4 * Math.sin(48 + phase)]];
    return {given: {values}, target: {numbers: next}, answer: {numbers: next.map((row) => [...row])}};
  },
  digits: (random) => {
    const digit = random(10);
    const values = Array.from({length: 14}, (_, y) =>
      Array.from({length: 14}, (__, x) => Math.max(0, 1 - Math.abs(Math.hypot(x - 6.5, y - 6.5) - 1 - digit / 2) / 2)),
    );
    const symbol = String(digit);
    return {given: {values}, image_columns: 14, target: {symbols: [symbol]}, answer: {symbols: [symbol]}};
  },
};

/** @param {number} seed @returns {(n: number) => number} whole numbers below n */
function dice(seed) {
  let state = seed + 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/**
 * A held-out example and what a model answers that is right in `share` of its symbols.
 * @param {string} kind @param {number} number @param {number} share @returns {Item}
 */
export function fakeItem(kind, number, share) {
  const random = dice(1000 * number + 7);
  const item = (DRAWS[kind] ?? DRAWS.reverse)(random);
  const {answer, target} = item;
  if (answer.symbols && target?.symbols) {
    const others = target.symbols.length > 1 ? LETTERS : kind === 'digits' ? [...'0123456789'] : ['kind', 'unkind'];
    const wrong = answer.symbols.map((symbol) => symbol !== '·' && random(100) >= 100 * share);
    answer.symbols = answer.symbols.map((symbol, i) => (wrong[i] ? others[random(others.length)] : symbol));
    item.right = answer.symbols.map((symbol, i) => symbol === target.symbols?.[i]);
    item.probability = answer.symbols.map(() => 0.2 + 0.7 * share);
    if (answer.symbols.length === 1) item.probabilities = others.map((s) => (s === answer.symbols?.[0] ? 0.6 : 0.1));
  } else if (answer.numbers) {
    answer.numbers = answer.numbers.map((row) => row.map((v) => Number(v) + ((1 - share) * (random(100) - 50)) / 100));
    item.right = answer.numbers.map((row, i) => Math.abs(Number(row[0]) - Number(target?.numbers?.[i][0] ?? 0)) < 0.04);
  } else answer.mixture?.forEach((part) => part.deviation.fill(0.12 + 0.5 * (1 - share)));
  return item;
}
