// The curves of kept races beneath those of the present one.
import {drawGhosts} from '../../charts/ghosts.js';
import {plotScale} from '../chart/plot_scale.js';
import {POINTS} from '../chart/smoothing.js';

/** @typedef {import('../../runtime/types').Axis} Axis @typedef {keyof import('../../runtime/types').Scores} Score */
/** @typedef {{axis: Axis, score: Score, colour: string, view: {log: boolean, log_y: boolean}}} Shown */
/** @typedef {(shown: Shown) => (plot: import('uplot')) => import('../../charts/loss_marks.js').Label[]} Draws draws them, and tells their names */
/** @typedef {Draws & {far?: (axis: Axis) => number, longest?: number}} Ghosts far: how much of an axis is to be seen for their sake; longest: of their names, in characters */

/** @param {import('../../store/keeping.js').Ghost[]} ghosts @returns {Ghosts | null} null: there are none */
export function ghostsOf(ghosts) {
  const runs = ghosts.flatMap((ghost) => ghost.runs);
  if (!runs.length) return null;
  return ({axis, score, colour, view}) => {
    const curves = runs.map(({name, record}) => ({name, curve: record.scores(score, axis, POINTS)}));
    return (plot) =>
      drawGhosts(
        plot.ctx,
        curves.map((one) => placed(plot, one, view)),
        {...frameOf(plot), colour},
      );
  };
}

/** @param {import('uplot')} plot @param {{name: string, curve: import('../../runtime/types').Curve}} ghost @param {Shown['view']} view */
function placed(plot, {name, curve}, {log, log_y}) {
  const points = Array.from(curve.x, (x, i) => [x, curve.y[i]]).filter(
    ([x, y]) => (!log || x > 0) && (!log_y || y > 0),
  );
  return {
    name,
    xs: points.map(([x]) => plot.valToPos(x, 'x', true)),
    ys: points.map(([, y]) => plot.valToPos(y, 'y', true)),
  };
}

/** @param {import('uplot')} plot */
function frameOf(plot) {
  const {left, top, width, height} = plot.bbox;
  return {left, top, right: left + width, bottom: top + height, scale: plotScale(plot)};
}
