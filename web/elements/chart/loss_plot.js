// uPlot, set up for the loss chart: columns in, marks drawn over them, the cursor's x out.
import uPlot from 'uplot';
import {SANS} from '../../charts/grid.js';
import {drawBaselines, drawEndLabels, drawFloors, nameBaselines} from '../../charts/loss_marks.js';
import {linearTicks, logTicks} from '../../charts/ticks.js';
import {tickNumber} from '../parts/format.js';

export {plotState} from './plot_state.js';

/** @typedef {{name: string, colour: string, dash: number[]}} RunStyle */
/**
 * @typedef {object} PlotState what is drawn; the plot reads it anew at every redraw
 * @property {RunStyle[]} runs
 * @property {((plot: uPlot) => import('../../charts/loss_marks.js').Label[]) | undefined} beneath draws what lies beneath the curves, and
 *     tells the names that belong there
 * @property {{value: number, text: string, short: string}[]} lines to compare with
 * @property {boolean} floors whether the lines are named in the right margin
 * @property {boolean} share whether y is a share of right answers
 * @property {{min: number, max: number, end: number}} x
 * @property {{min: number, max: number}} y
 * @property {boolean} logX @property {boolean} logY
 * @property {string} title of the x axis, where nothing else says it
 * @property {{ink: string, muted: string, line: string, surface: string, paper: string}} colours
 * @property {(number | null)[]} ends y of each line's end
 * @property {number[]} endXs
 */

const FONT = `12px ${SANS}`;

/** The right margin, in which the floors are named. @param {number} width @param {boolean} floors */
function margin(width, floors) {
  if (!floors) return 14;
  return width < 560 ? 52 : 92;
}

/**
 * Made in one turn and drawn by begin() in another, since the first time both are slow.
 * @param {() => PlotState} state @param {{width: number, height: number}} size @param {(x: number | null) => void} onCursor
 * @param {HTMLElement} target @returns {{plot: uPlot, begin: () => void}} the plot can do nothing before it began
 */
export function createPlot(state, size, onCursor, target) {
  const runs = state().runs;
  /** @type {import('../../charts/loss_marks.js').Label[]} */
  let names = [];
  /** @type {uPlot.Options} */
  const options = {
    ...size,
    padding: [10, (plot) => margin(plot.width, state().floors), 0, 0],
    legend: {show: false},
    cursor: {drag: {x: false, y: false, setScale: false}, y: false, points: {size: 7}, dataIdx: nearestPoint},
    scales: {x: xScale(state), y: yScale(state)},
    axes: [xAxis(state), yAxis(state)],
    series: [
      {},
      ...runs.map((_, i) => trainLine(state, i)),
      ...runs.map((_, i) => heldOutLine(state, i, runs[i].dash)),
      ...runs.map((_, i) => longerLine(state, i)),
    ],
    hooks: {
      drawAxes: [(plot) => markLines(plot, state()), (plot) => (names = state().beneath?.(plot) ?? [])],
      draw: [(plot) => nameLines(plot, state()), (plot) => markEnds(plot, state(), names)],
      setCursor: [
        (plot) =>
          onCursor(
            plot.cursor.left !== undefined && plot.cursor.left >= 0 ? plot.posToVal(plot.cursor.left, 'x') : null,
          ),
      ],
    },
  };
  const empty = [[], ...runs, ...runs, ...runs].map(() => []);
  let begin = () => {};
  const plot = new uPlot(options, /** @type {any} */ (empty), (made, init) => {
    begin = () => {
      target.append(made.root);
      init();
    };
  });
  return {plot, begin};
}

/** @param {() => PlotState} state @returns {uPlot.Scale} */
function xScale(state) {
  return {time: false, distr: state().logX ? 3 : 1, range: () => [state().x.min, state().x.max]};
}

/** @param {() => PlotState} state @returns {uPlot.Scale} */
function yScale(state) {
  return {distr: state().logY ? 3 : 1, range: () => [state().y.min, state().y.max]};
}

/** @param {() => PlotState} state @returns {uPlot.Axis} */
function xAxis(state) {
  return {
    font: FONT,
    size: 30,
    gap: 4,
    stroke: () => state().colours.muted,
    grid: {show: false},
    ticks: {size: 4, width: 1, stroke: () => state().colours.line},
    border: {show: true, width: 1, stroke: () => state().colours.line},
    ...(state().title && {label: state().title, labelFont: FONT, labelSize: 16, labelGap: 0}),
    splits: ({bbox}, _, min, max) => {
      const {logX, x} = state();
      const end = Math.min(max, x.end);
      const pixels = bbox.width / devicePixelRatio;
      const ticks = logX ? logTicks : linearTicks;
      return ticks(min, end, (pixels * shareOf(end, state())) / (end < 1e6 ? 64 : 88));
    },
    filter: (_, splits) => splits,
    values: (_, splits) => splits.map((v) => (v === null ? '' : tickNumber(v))),
  };
}

/** How much of the x axis lies before a place. @param {number} at @param {PlotState} state */
function shareOf(at, {logX, x: {min, max}}) {
  return logX ? Math.log(at / min) / Math.log(max / min) : (at - min) / (max - min);
}

/** @param {() => PlotState} state @returns {uPlot.Axis} */
function yAxis(state) {
  const log = state().logY;
  return {
    font: FONT,
    size: 40,
    gap: 4,
    stroke: () => state().colours.muted,
    space: 34,
    grid: {width: 1, stroke: () => state().colours.line},
    ticks: {show: false},
    ...(log && {
      splits: ({bbox}, _, min, max) => logTicks(min, max, bbox.height / devicePixelRatio / 34),
      filter: (_, splits) => splits,
    }),
    values: (_, splits) => splits.map((v) => (v === null ? '' : tick(v, state().share))),
  };
}

/** @param {number} v @param {boolean} share */
function tick(v, share) {
  return share ? `${Math.round(100 * v)} %` : String(Number(v.toPrecision(3)));
}

/** Training: faint. @param {() => PlotState} state @param {number} i @returns {uPlot.Series} */
function trainLine(state, i) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: 1,
    alpha: 0.42,
    spanGaps: true,
    points: {show: false},
  };
}

/** Held-out: strong, and dashed each in its own way. @param {() => PlotState} state @param {number} i @param {number[]} dash @returns {uPlot.Series} */
function heldOutLine(state, i, dash) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: 2.25,
    dash,
    spanGaps: true,
    points: {
      show: fewMeasured,
      size: 6,
      fill: () => state().runs[i]?.colour ?? 'gray',
      stroke: () => state().runs[i]?.colour ?? 'gray',
    },
  };
}

/** On longer examples: dots far apart, whatever the dash of the run. @param {() => PlotState} state @param {number} i @returns {uPlot.Series} */
function longerLine(state, i) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: 2.25,
    dash: [0.5, 6],
    cap: 'round',
    spanGaps: true,
    points: {show: false},
  };
}

/**
 * While there are few of them, the measured points are marked: between them the line is only a guess.
 * @param {uPlot} plot @param {number} s
 */
function fewMeasured(plot, s) {
  let measured = 0;
  for (const value of plot.data[s]) if (value !== null) measured++;
  return measured <= 30;
}

/**
 * The cursor's points sit on the last point of each line at or before it.
 * @param {uPlot} plot @param {number} s @param {number} at
 */
function nearestPoint(plot, s, at) {
  const column = plot.data[s];
  let i = at;
  while (i > 0 && column[i] === null) i--;
  return i;
}

/** @param {uPlot} plot */
function borderOf({bbox: {left, top, width, height}}) {
  const scale = devicePixelRatio;
  return {left, top, right: left + width, bottom: top + height, size: 11 * scale, scale};
}

/** @param {uPlot} plot @param {PlotState} state */
function marksOf(plot, {lines}) {
  const narrow = plot.width < 560;
  return lines.map(({value, text, short}) => ({y: plot.valToPos(value, 'y', true), text: narrow ? short : text}));
}

/** Below the curves: the lines to compare with. @param {uPlot} plot @param {PlotState} state */
function markLines(plot, state) {
  const {floors, colours} = state;
  const [marks, frame] = [marksOf(plot, state), borderOf(plot)];
  if (floors) drawFloors(plot.ctx, marks, {...frame, line: colours.muted, text: colours.muted});
  // Not on into the room where the curves' names stand.
  else drawBaselines(plot.ctx, marks, {...frame, right: plot.valToPos(state.x.end, 'x', true), colour: colours.muted});
}

/** Above the curves: what those lines are. @param {uPlot} plot @param {PlotState} state */
function nameLines(plot, state) {
  const {muted, surface} = state.colours;
  if (!state.floors) nameBaselines(plot.ctx, marksOf(plot, state), {...borderOf(plot), colour: muted, paper: surface});
}

/** @param {uPlot} plot @param {PlotState} state @param {import('../../charts/loss_marks.js').Label[]} names of what lies beneath */
function markEnds(plot, {runs, ends, endXs, colours}, names) {
  const scale = devicePixelRatio;
  const {left, top, width, height} = plot.bbox;
  const labels = runs.flatMap(({name, colour}, i) => {
    const end = ends[i];
    if (end === null || !Number.isFinite(end)) return [];
    const y = Math.max(top, Math.min(top + height, plot.valToPos(end, 'y', true)));
    return [{x: plot.valToPos(endXs[i], 'x', true) + 7 * scale, y, text: name, colour}];
  });
  drawEndLabels(plot.ctx, [...labels, ...names], {
    top,
    bottom: top + height,
    right: left + width,
    paper: colours.surface,
    size: 12 * scale,
  });
}
