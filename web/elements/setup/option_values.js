// What an option's value is on a slider, which options apply, and which of them a failure concerns. Pure.
import {hides, locks} from '../../shape/shape.js';
import {applies} from '../../state/defaults.js';
import {say} from '../../words/words.js';
import {refusalHere} from '../../words/refusals.js';

/** @typedef {import('../../runtime/types').Option} Option */

/** @param {Option} option a number gets a slider where it has two ends that differ */
export function hasSlider({type, min, max}) {
  return (
    (type === 'integer' || type === 'number') &&
    min !== undefined &&
    max !== undefined &&
    max > min &&
    Number.isFinite(max - min)
  );
}

/** @param {Option} option */
function isLog({scale, min, max}) {
  return scale === 'log' && /** @type {number} */ (max) > 0 && /** @type {number} */ (min) >= 0;
}

/** A log scale that starts at 0 has 0 at its left end and then begins six decades below its right end. @param {Option} option */
function logStart({min, max}) {
  return /** @type {number} */ (min) > 0 ? /** @type {number} */ (min) : /** @type {number} */ (max) * 1e-6;
}

/** @param {Option} option @param {number} value @returns {number} 0..1 */
export function toSlider(option, value) {
  const {min, max} = /** @type {{min: number, max: number}} */ (option);
  if (!Number.isFinite(value)) return 0;
  if (!isLog(option)) return clamp01((value - min) / (max - min));
  const start = logStart(option);
  return value < start ? 0 : clamp01(Math.log(value / start) / Math.log(max / start));
}

/** @param {Option} option @param {number} at 0..1 @returns {number} within the range and on the step */
export function fromSlider(option, at) {
  const {min, max, type, step} = /** @type {{min: number, max: number, type: string, step?: number}} */ (option);
  if (isLog(option)) {
    if (at <= 0) return min;
    const value = logStart(option) * (max / logStart(option)) ** at;
    return fit(onStep(value, type, value >= 4 * (step ?? 1) ? step : undefined), min, max);
  }
  return fit(onStep(min + at * (max - min), type, step, min), min, max);
}

/**
 * Two significant digits where nothing else is asked for.
 * @param {number} value @param {string} type @param {number} [step] @param {number} [origin]
 */
function onStep(value, type, step, origin = 0) {
  if (step && (type === 'integer' || step > 0)) {
    const offset = type === 'integer' && step > 1 ? 0 : origin;
    return Number((offset + Math.round((value - offset) / step) * step).toPrecision(10));
  }
  return type === 'integer' ? Math.round(value) : Number(value.toPrecision(2));
}

/** @param {number} value @param {number} min @param {number} max */
function fit(value, min, max) {
  return Math.max(min, Math.min(max, value));
}

/** @param {number} v */
function clamp01(v) {
  return Math.max(0, Math.min(1, v));
}

/** @param {string} text @returns {number} NaN when it is none; a decimal comma is understood */
export function readNumber(text) {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? NaN : Number(trimmed);
}

/** @param {Option[]} options @param {Record<string, unknown>} values @returns {Option[]} those that apply, in order */
export function applicable(options, values) {
  return options.filter((option) => applies(option, values));
}

/**
 * Sets one option, drops those that no longer apply and gives those that now do their default.
 * @template {Record<string, unknown>} T
 * @param {Option[]} options @param {T} values @param {string} name @param {unknown} value @returns {T}
 */
export function withOption(options, values, name, value) {
  /** @type {any} */
  const next = {...values, [name]: value};
  for (const option of options) {
    if (!applies(option, next)) delete next[option.name];
    else if (!(option.name in next) && option.default !== undefined) next[option.name] = option.default;
  }
  return next;
}

/**
 * A sentence for a value that is out of range or missing, before the engine is asked; '' when it may be right.
 * @param {Option} option @param {unknown} value
 */
export function complaint(option, value) {
  if (option.type !== 'integer' && option.type !== 'number') return '';
  if (typeof value !== 'number' || !Number.isFinite(value)) return say('option.number_needed');
  if (option.type === 'integer' && !Number.isInteger(value)) return say('option.whole_needed');
  const {min = -Infinity, max = Infinity} = option;
  if (value >= min && value <= max) return '';
  return say('option.between', {min: String(min), max: String(max), value: String(value)});
}

/**
 * Which control a failure concerns.
 * @param {import('../../runtime/types').Failure} failure where: "models[1].hidden_size", "train.optimizer.lr"
 * @param {string} prefix "models[1]", "train" …
 * @param {import('../../words/refusals.js').Context | null} [race]
 * @returns {{name: string, message: string}} name '' when it concerns the whole
 */
export function concerns(failure, prefix, race) {
  const {where = ''} = failure;
  const inside = where.startsWith(`${prefix}.`) ? where.slice(prefix.length + 1) : '';
  return {name: inside.split(/[.[]/).pop() ?? '', message: refusalHere(failure, race ?? {})};
}

/**
 * Those that nobody has hidden.
 * @param {Option[]} options @param {string} path of what they belong to: "task", "train.optimizer", "models.lstm"
 * @param {import('../../shape/shape.js').Shape} shape @returns {Option[]}
 */
export function unhidden(options, path, shape) {
  return options.filter(({name}) => !hides(shape, `${path}.${name}`));
}

/**
 * Whether an option is locked, or decides whether one that is locked applies.
 * @param {Option} option @param {Option[]} options with those beside it
 * @param {string} path @param {import('../../shape/shape.js').Shape} shape
 */
export function isLocked({name}, options, path, shape) {
  return [name, ...options.filter(({when}) => when && name in when).map((other) => other.name)].some((one) =>
    locks(shape, `${path}.${one}`),
  );
}
