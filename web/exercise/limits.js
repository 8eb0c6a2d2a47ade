// How much an exercise may hold, in characters and in pieces; docs/shape.md says the same. The editor of exercises counts with these, too.

/** Characters. */
export const LONGEST = Object.freeze({
  title: 120,
  question: 300,
  lead: 4000,
  choice: 200,
  reply: 1000,
  why: 2000,
  knob: 120,
  position: 60,
  goal: 1000,
  hint: 1000,
  ask: 500,
  unit: 20,
  name: 40,
  remember: 1000,
});

/** At least, at most. @type {Readonly<Record<string, readonly [number, number]>>} */
export const PIECES = Object.freeze({
  choices: [2, 6],
  positions: [2, 6],
  goal: [1, 6],
  hints: [0, 5],
  asks: [0, 8],
});

/** Pictures in which a cause can be shown, by their ids: those of web/charts/compare. */
export const PICTURES = Object.freeze([
  ...['network', 'reach', 'memory', 'carried', 'kept', 'lengths', 'gaps', 'confusion', 'look', 'worth', 'expect'],
  ...['scatter', 'wait'],
]);

/** What a head can be found by. */
export const HEAD_SCORES = /** @type {const} */ (['previous_token', 'prefix_match', 'copy_alignment']);
