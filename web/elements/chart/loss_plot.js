// uPlot, set up for the loss chart: columns in, marks drawn over them, the cursor's x out.
import uPlot from 'uplot';
import {SANS} from '../../charts/grid.js';
import {drawBaselines, drawEndLabels, drawFloors, nameBaselines} from '../../charts/loss_marks.js';
import {linearTicks, logTicks} from '../../charts/ticks.js';
import {tickNumber} from '../parts/format.js';
import {zoomOf} from '../parts/zoom.js';
import {plotScale} from './plot_scale.js';

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
 * @property {number} zoom of the page around it: the plot is laid out in the screen's own pixels
 * @property {boolean} logX @property {boolean} logY
 * @property {string} title of the x axis, where nothing else says it
 * @property {{ink: string, muted: string, line: string, surface: string, paper: string}} colours
 * @property {(number | null)[]} ends y of each line's end
 * @property {number[]} endXs
 */

/** How large things are, in the plot's pixels. @typedef {(pixels: number) => number} Sized */

const NARROW = 560;

/** The right margin, in which the floors are named. @param {number} width @param {boolean} floors */
function margin(width, floors) {
  if (!floors) return 14;
  return width < NARROW ? 52 : 92;
}

/**
 * Made in one turn and drawn by begin() in another, since the first time both are slow.
 * @param {() => PlotState} state @param {{width: number, height: number}} size @param {(x: number | null) => void} onCursor
 * @param {HTMLElement} target @returns {{plot: uPlot, begin: () => void}} the plot can do nothing before it began
 */
export function createPlot(state, size, onCursor, target) {
  const {runs, zoom} = state();
  const sized = (/** @type {number} */ pixels) => pixels * zoom;
  /** @type {import('../../charts/loss_marks.js').Label[]} */
  let names = [];
  /** @type {uPlot.Options} */
  const options = {
    ...enlarged(size, zoom),
    padding: [sized(10), (plot) => sized(margin(plot.width / zoom, state().floors)), 0, 0],
    legend: {show: false},
    cursor: {drag: {x: false, y: false, setScale: false}, y: false, points: {size: sized(7)}, dataIdx: nearestPoint},
    scales: {x: xScale(state), y: yScale(state)},
    axes: [xAxis(state, sized), yAxis(state, sized)],
    series: [
      {},
      ...runs.map((_, i) => trainLine(state, i, sized)),
      ...runs.map((_, i) => heldOutLine(state, i, runs[i].dash, sized)),
      ...runs.map((_, i) => longerLine(state, i, sized)),
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
      made.root.style.zoom = String(1 / zoom);
      target.append(made.root);
      init();
    };
  });
  return {plot, begin};
}

/** @param {{width: number, height: number}} size @param {number} zoom */
const enlarged = ({width, height}, zoom) => ({width: Math.round(width * zoom), height: Math.round(height * zoom)});

/** @param {uPlot} plot @param {{width: number, height: number}} size of the place around it */
export const resize = (plot, size) => plot.setSize(enlarged(size, zoomOf(plot.root.parentElement)));

/** @param {Sized} sized */
const font = (sized) => `${Math.round(sized(12))}px ${SANS}`;

/** @param {() => PlotState} state @returns {uPlot.Scale} */
function xScale(state) {
  return {time: false, distr: state().logX ? 3 : 1, range: () => [state().x.min, state().x.max]};
}

/** @param {() => PlotState} state @returns {uPlot.Scale} */
function yScale(state) {
  return {distr: state().logY ? 3 : 1, range: () => [state().y.min, state().y.max]};
}

/** @param {() => PlotState} state @param {Sized} sized @returns {uPlot.Axis} */
function xAxis(state, sized) {
  return {
    font: font(sized),
    size: sized(30),
    gap: sized(4),
    stroke: () => state().colours.muted,
    grid: {show: false},
    ticks: {size: sized(4), width: sized(1), stroke: () => state().colours.line},
    border: {show: true, width: sized(1), stroke: () => state().colours.line},
    ...(state().title && {label: state().title, labelFont: font(sized), labelSize: sized(16), labelGap: 0}),
    splits: (plot, _, min, max) => {
      const {logX, x} = state();
      const end = Math.min(max, x.end);
      const pixels = plot.bbox.width / plotScale(plot);
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

/** @param {() => PlotState} state @param {Sized} sized @returns {uPlot.Axis} */
function yAxis(state, sized) {
  const log = state().logY;
  return {
    font: font(sized),
    size: sized(40),
    gap: sized(4),
    stroke: () => state().colours.muted,
    space: sized(34),
    grid: {width: sized(1), stroke: () => state().colours.line},
    ticks: {show: false},
    ...(log && {
      splits: (plot, _, min, max) => logTicks(min, max, plot.bbox.height / plotScale(plot) / 34),
      filter: (_, splits) => splits,
    }),
    values: (_, splits) => splits.map((v) => (v === null ? '' : tick(v, state().share))),
  };
}

/** @param {number} v @param {boolean} share */
function tick(v, share) {
  return share ? `${Math.round(100 * v)} %` : String(Number(v.toPrecision(3)));
}

/** Training: faint. @param {() => PlotState} state @param {number} i @param {Sized} sized @returns {uPlot.Series} */
function trainLine(state, i, sized) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: sized(1),
    alpha: 0.42,
    spanGaps: true,
    points: {show: false},
  };
}

/** Held-out: strong, and dashed each in its own way. @param {() => PlotState} state @param {number} i @param {number[]} dash @param {Sized} sized @returns {uPlot.Series} */
function heldOutLine(state, i, dash, sized) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: sized(2.25),
    dash: dash.map(sized),
    spanGaps: true,
    points: {
      show: fewMeasured,
      size: sized(6),
      fill: () => state().runs[i]?.colour ?? 'gray',
      stroke: () => state().runs[i]?.colour ?? 'gray',
    },
  };
}

/** On longer examples: dots far apart, whatever the dash of the run. @param {() => PlotState} state @param {number} i @param {Sized} sized @returns {uPlot.Series} */
function longerLine(state, i, sized) {
  return {
    stroke: () => state().runs[i]?.colour ?? 'gray',
    width: sized(2.25),
    dash: [0.5, 6].map(sized),
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
function borderOf(plot) {
  const {left, top, width, height} = plot.bbox;
  const scale = plotScale(plot);
  return {left, top, right: left + width, bottom: top + height, size: 11 * scale, scale};
}

/** @param {uPlot} plot @param {PlotState} state */
function marksOf(plot, {lines}) {
  const narrow = (plot.width * devicePixelRatio) / plotScale(plot) < NARROW;
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
  const scale = plotScale(plot);
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
