// What each preset claims of its models, as predicates (web/facts/predicates.js) on the race in its order. Every one must
// hold for each of five seeds: `node tools/learn_presets.mjs` trains them and writes docs/presets.md.

/** @typedef {import('../facts/types').Predicate} Predicate */

/** @param {number} model @param {string} metric @param {number} value @param {number} [by_step] @returns {Predicate} */
const reaches = (model, metric, value, by_step) => ({model, metric, op: '>=', value, ...(by_step && {by_step})});

/** At every test. @param {number} model @param {string} metric @param {number} value @returns {Predicate} */
const staysBelow = (model, metric, value) => ({model, metric, op: '<', value, from_step: 0});

/** An error or a loss. @param {number} model @param {number} value @param {number} [by_step] @returns {Predicate} */
const fallsBelow = (model, value, by_step) => ({model, metric: 'val_loss', op: '<', value, ...(by_step && {by_step})});

/** @param {number} model @param {number} value @returns {Predicate} */
const lossStaysAbove = (model, value) => ({model, metric: 'val_loss', op: '>', value, from_step: 0});

/** How much one ends ahead of another. @param {number} model @param {string} metric @param {number} other @param {number} plus @returns {Predicate} */
const endsAhead = (model, metric, other, plus) => ({
  model,
  metric: `final_${metric}`,
  op: '>=',
  value: {model: other, plus},
});

/** By the preset's id. @type {Readonly<Record<string, Predicate[]>>} */
export const CLAIMS = {
  dates: [reaches(0, 'val_exact', 0.9), staysBelow(1, 'val_exact', 0.3)],
  forgets: [
    staysBelow(0, 'val_accuracy', 0.25),
    reaches(1, 'val_accuracy', 0.95, 1000),
    reaches(2, 'val_accuracy', 0.6),
  ],
  silence: [staysBelow(0, 'val_exact', 0.1), reaches(1, 'val_exact', 0.4)],
  'receptive-field': [reaches(0, 'val_accuracy', 0.99, 200), staysBelow(1, 'val_accuracy', 0.8)],
  'both-ways': [staysBelow(0, 'val_accuracy', 0.55), reaches(1, 'val_accuracy', 0.85)],
  'one-vector': [staysBelow(0, 'val_exact', 0.75), reaches(1, 'val_exact', 0.9, 600)],
  positions: [reaches(0, 'val_exact', 0.95, 60), staysBelow(1, 'val_exact', 0.05)],
  induction: [staysBelow(0, 'val_accuracy', 0.5), reaches(1, 'val_accuracy', 0.7)],
  addition: [reaches(0, 'val_exact', 0.6), reaches(1, 'val_exact', 0.9)],
  translation: [reaches(0, 'val_exact', 0.9), reaches(1, 'val_exact', 0.85)],
  grid: [reaches(0, 'val_exact', 0.5), endsAhead(0, 'val_exact', 1, 0.3)],
  waves: [fallsBelow(0, 0.12, 200), lossStaysAbove(1, 0.18)],
  sets: [reaches(0, 'val_accuracy', 0.85), endsAhead(0, 'val_accuracy', 1, 0.1)],
  clouds: [fallsBelow(0, 2.1)],
  digits: [reaches(0, 'val_accuracy', 0.75), reaches(1, 'val_accuracy', 0.9)],
  forecast: [fallsBelow(0, 0.135), fallsBelow(1, 0.135)],
  'pre-train': [reaches(0, 'val_accuracy', 0.44)],
  'fine-tune': [reaches(1, 'val_accuracy', 0.65), endsAhead(1, 'val_accuracy', 0, 0.05)],
  'what-came-after': [fallsBelow(1, 0.05, 300), {...lossStaysAbove(0, 0.1), by_step: 250}],
  novel: [
    lossStaysAbove(0, 2.3),
    fallsBelow(2, 1.9),
    {model: 2, metric: 'final_val_loss', op: '<', value: {model: 1, plus: -0.05}},
  ],
};
