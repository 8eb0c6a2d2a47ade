// What a probe found in a memory (the measure "probe"): how well one unit, and all units together, tell what the task knows at
// each place though no symbol shows it. R2 says how much of it is told: 1 is all, 0 no more than its mean. The control is the same for
// labels of other examples, so that it says what the place alone gives away.
import {arrayOf} from '../compare/runs.js';

/** @typedef {import('../compare/runs.js').Measured} Measured @typedef {import('../grid.js').Saying} Saying */
/** The scores are R2; control: of labels of other examples; auc: NaN of a number.
 * @typedef {{name: string, unit: number, alone: number, together: number, control: number, auc: number, alone_auc: number}} Told unit: the best, from 0; -1 where there is none */

/** A unit is named, and all of them are said to tell something, if that is so much of what the place alone leaves open. */
export const BAR = 0.5;

/** Those that have words; whatever a task may add is called by its name. */
const NAMED =
  /^(ahead|broken|carry|depth|different|first|held|hidden|in_quotes|in_word|largest|last|lead|likes|marks|next|ones|open|parity|recalled|repeats|since|turned|value)$/;

/** @param {Measured | undefined} measured @returns {Told[]} a hidden variable each, in the order in which the task has them */
export function toldIn(measured) {
  const names = (measured && arrayOf(measured, 'r2')?.axes[0].names) ?? [];
  return names.map((name, i) => toldOf(/** @type {Measured} */ (measured), name, i));
}

/** @param {Measured} measured @param {string} name @param {number} i @returns {Told} */
function toldOf(measured, name, i) {
  const of = (/** @type {string} */ array) => arrayOf(measured, array)?.data[i] ?? NaN;
  const best = of('best_unit');
  const unit = Number.isNaN(best) ? -1 : best;
  const ofUnit = (/** @type {string} */ array) => (unit < 0 ? NaN : unitsOf(measured, array, i)[unit]);
  return {
    name,
    unit,
    alone: ofUnit('unit_r2'),
    together: of('r2'),
    control: of('control_r2'),
    auc: of('auc'),
    alone_auc: ofUnit('unit_auc'),
  };
}

/** A number each unit. @param {Measured} measured @param {string} array @param {number} variable @returns {number[]} */
export function unitsOf(measured, array, variable) {
  const found = arrayOf(measured, array);
  if (!found) return [];
  const units = found.shape[1];
  return Array.from({length: units}, (_, unit) => found.data[variable * units + unit]);
}

/** How much of what the place alone leaves open. @param {number} score @param {number} control */
function beyond(score, control) {
  const known = control > 0 ? control : 0;
  return known < 1 ? (score - known) / (1 - known) : 0;
}

/** Whether one unit deserves to be named after it. @param {Told | undefined} told */
export const carries = (told) => told !== undefined && told.unit >= 0 && beyond(told.alone, told.control) >= BAR;

/** Whether all units together tell it. @param {Told} told */
export const known = (told) => beyond(told.together, told.control) >= BAR;

/** @param {string} name of a hidden variable @returns {Saying} */
export function variable(name) {
  return NAMED.test(name) ? {key: `compare.memory.known.${name}`} : {key: 'compare.memory.known_other', values: {name}};
}

/** To two digits behind the point. @param {number} score */
export function written(score) {
  if (Number.isNaN(score)) return '–';
  const text = Math.abs(score).toFixed(2);
  return score < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/**
 * What of it is where: `how` is one of a few, each with a sentence of its own; the values are the same for all.
 * @param {Told} told @returns {{how: 'absent' | 'carried' | 'spread' | 'missed', values: Record<string, string | Saying>}}
 */
export function carriedBy(told) {
  const values = {
    variable: variable(told.name),
    unit: String(told.unit + 1),
    alone: written(told.alone),
    together: written(told.together),
    control: written(told.control),
  };
  if (Number.isNaN(told.together)) return {how: 'absent', values};
  if (carries(told)) return {how: 'carried', values};
  return {how: known(told) ? 'spread' : 'missed', values};
}
