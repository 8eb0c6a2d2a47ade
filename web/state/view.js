// How the race is looked at: what a reader chooses that changes no number. Readable parameters of the address.

/** @typedef {import('../runtime/types').Axis} Axis */
/** @typedef {import('../runtime/types').Pacing} Pacing */
/** @typedef {import('../runtime/types').Metric} Metric */
/** `metric` '': what suits the task. */
/** @typedef {{axis: Axis, metric: Metric | '', log: boolean, log_y: boolean, smooth: number, pacing: Pacing, speed: number}} View */

/** @type {View} */
export const DEFAULT_VIEW = {
  axis: 'step',
  metric: '',
  log: false,
  log_y: false,
  smooth: 0.98,
  pacing: 'free',
  speed: 0,
};

const AXES = ['step', 'tokens', 'seconds', 'flops'];
const METRICS = ['loss', 'accuracy', 'exact'];
const PACINGS = ['free', 'steps', 'seconds'];
const SPEED_LIMIT = 1000; // steps per second

/** Only what differs from the default. @param {View} view @returns {[string, string][]} */
export function viewParameters(view) {
  /** @type {[string, string, boolean][]} */
  const all = [
    ['axis', view.axis, view.axis !== DEFAULT_VIEW.axis],
    ['show', view.metric, view.metric !== DEFAULT_VIEW.metric],
    ['log', '1', view.log],
    ['logy', '1', view.log_y],
    ['smooth', String(view.smooth), view.smooth !== DEFAULT_VIEW.smooth],
    ['pace', view.pacing, view.pacing !== DEFAULT_VIEW.pacing],
    ['speed', String(view.speed), view.speed !== DEFAULT_VIEW.speed],
  ];
  return all.filter(([, , differs]) => differs).map(([name, value]) => [name, value]);
}

/** Anything unknown or out of range is as if it were not there. @param {URLSearchParams} parameters @returns {View} */
export function readView(parameters) {
  return {
    axis: /** @type {Axis} */ (oneOf(AXES, parameters.get('axis'), DEFAULT_VIEW.axis)),
    metric: /** @type {Metric | ''} */ (oneOf(METRICS, parameters.get('show'), DEFAULT_VIEW.metric)),
    log: parameters.get('log') === '1',
    log_y: parameters.get('logy') === '1',
    smooth: within(0, 0.999, parameters.get('smooth'), DEFAULT_VIEW.smooth),
    pacing: /** @type {Pacing} */ (oneOf(PACINGS, parameters.get('pace'), DEFAULT_VIEW.pacing)),
    speed: within(0, SPEED_LIMIT, parameters.get('speed'), DEFAULT_VIEW.speed),
  };
}

/** @param {string[]} accepted @param {string | null} value @param {string} otherwise */
function oneOf(accepted, value, otherwise) {
  return value !== null && accepted.includes(value) ? value : otherwise;
}

/** @param {number} min @param {number} max @param {string | null} value @param {number} otherwise */
function within(min, max, value, otherwise) {
  const number = value ? Number(value) : NaN;
  return number >= min && number <= max ? number : otherwise;
}
