// How the race is looked at and held: what a reader chooses that is no part of the experiment. Readable parameters of the
// address.

/** @typedef {import('../runtime/types').Axis} Axis */
/** @typedef {import('../runtime/types').Pacing} Pacing */
/** @typedef {import('../runtime/types').Metric} Metric */
/** `metric` '': what suits the task. */
/** @typedef {'auto' | 'light' | 'dark'} Theme auto: as the reader's system has it */
/** @typedef {{axis: Axis, metric: Metric | '', log: boolean, log_y: boolean, smooth: number, pacing: Pacing, speed: number, patience: number, goal: string, theme: Theme}} View patience: a model ends when
 *  its held-out loss was not lower than its best for so many tests in a row, 0: never; goal: or at such a score: "accuracy:0.99" */

/** @type {View} */
export const DEFAULT_VIEW = {
  axis: 'step',
  metric: '',
  log: false,
  log_y: false,
  smooth: 0.98,
  pacing: 'free',
  speed: 0,
  patience: 0,
  goal: '',
  theme: 'auto',
};

const AXES = ['step', 'tokens', 'seconds', 'flops'];
const METRICS = ['', 'loss', 'accuracy', 'exact'];
const PACINGS = ['free', 'steps', 'seconds'];
/** A score to reach on held-out examples: a loss from above, a share of 1 from below. */
const GOAL = /^(|loss:\d{1,6}(\.\d{1,9})?|(accuracy|exact):(0(\.\d{1,9})?|1))$/;
const THEMES = ['auto', 'light', 'dark'];
const SPEED_LIMIT = 1000; // steps per second
export const PATIENCE_LIMIT = 100; // tests

/** What a property may be. @type {{[name in keyof View]: (value: unknown) => boolean}} */
const FITS = {
  axis: (value) => AXES.includes(/** @type {string} */ (value)),
  metric: (value) => METRICS.includes(/** @type {string} */ (value)),
  log: (value) => typeof value === 'boolean',
  log_y: (value) => typeof value === 'boolean',
  smooth: (value) => within(0, 0.999, value),
  pacing: (value) => PACINGS.includes(/** @type {string} */ (value)),
  speed: (value) => within(0, SPEED_LIMIT, value),
  patience: (value) => Number.isInteger(value) && within(0, PATIENCE_LIMIT, value),
  goal: (value) => typeof value === 'string' && GOAL.test(value),
  theme: (value) => THEMES.includes(/** @type {string} */ (value)),
};

/** How a property is called in an address; `show` is what older pages wrote. @type {{[name in keyof View]: string[]}} */
const NAMES = {
  axis: ['axis'],
  metric: ['metric', 'show'],
  log: ['log'],
  log_y: ['logy'],
  smooth: ['smooth'],
  pacing: ['pace'],
  speed: ['speed'],
  patience: ['patience'],
  goal: ['goal'],
  theme: ['theme'],
};
const PROPERTIES = /** @type {(keyof View)[]} */ (Object.keys(DEFAULT_VIEW));

/** Only what differs from where one begins. @param {View} view @param {View} [start] @returns {[string, string][]} */
export function viewParameters(view, start = DEFAULT_VIEW) {
  return PROPERTIES.filter((name) => view[name] !== start[name]).map((name) => {
    const value = view[name];
    return [NAMES[name][0], typeof value === 'boolean' ? (value ? '1' : '0') : String(value)];
  });
}

/** Anything unknown or out of range is as if it were not there. @param {URLSearchParams} parameters @param {View} [start] @returns {View} */
export function readView(parameters, start = DEFAULT_VIEW) {
  /** @type {Record<string, unknown>} */
  const read = {};
  for (const name of PROPERTIES) {
    const written = NAMES[name].map((called) => parameters.get(called)).find((value) => value !== null);
    if (written !== undefined && written !== null) read[name] = valueOf(written, typeof DEFAULT_VIEW[name]);
  }
  return {...start, ...checkView(read)};
}

/** What is usable of a view that came from somewhere else. @param {Record<string, unknown>} value @returns {Partial<View>} */
export function checkView(value) {
  return Object.fromEntries(
    PROPERTIES.filter((name) => Object.hasOwn(value, name) && FITS[name](value[name])).map((name) => [
      name,
      value[name],
    ]),
  );
}

/** What of it is not as it always is. @param {View} view @returns {Partial<View>} */
export function partialView(view) {
  return Object.fromEntries(
    PROPERTIES.filter((name) => view[name] !== DEFAULT_VIEW[name]).map((name) => [name, view[name]]),
  );
}

/** @param {string} written @param {string} type @returns {unknown} */
function valueOf(written, type) {
  if (type === 'boolean') return written === '1' ? true : written === '0' ? false : written;
  return type === 'number' ? (written ? Number(written) : NaN) : written;
}

/** @param {number} min @param {number} max @param {unknown} value */
function within(min, max, value) {
  return typeof value === 'number' && value >= min && value <= max;
}
