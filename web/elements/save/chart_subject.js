// The curves of a race, as the chart shows them, to be saved.
import {drawLoss} from '../../charts/loss_picture.js';
import {say, told} from '../../words/words.js';
import {axisWords} from '../chart/chart_axis.js';
import {inMetric, isDrawn} from '../chart/chart_metric.js';
import {plotState} from '../chart/plot_state.js';
import {percent, tickNumber} from '../parts/format.js';
import {captionOf, runLine} from './caption.js';
import {inFile} from './colours_of_file.js';
import {curveHead, curveRows} from './curves_csv.js';

/** @typedef {import('../chart/loss_chart.js').LossChart} LossChart @typedef {import('./saving.js').Subject} Subject */
/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../words/words.js').Saying} Saying */
/** @typedef {LossChart['picture'] & {state: ReturnType<typeof plotState>}} Shown */

const SIZE = {width: 800, height: 440};

/** @param {LossChart} element @returns {Subject | null} */
export function chartSubject(element) {
  const {race, view} = element;
  if (!race || !view) return null;
  const runners = race.runners.filter(({refused}) => !refused);
  const step = Math.max(0, ...runners.map(({latest}) => latest.step));
  const {picture} = element;
  const {runs, metric, words, summary} = picture;
  const shown = {...picture, state: plotState(element, runs, metric, SIZE.width)};
  return {
    name: [race.experiment.name ?? race.experiment.task.kind, metric, 'step', step],
    table: () => ({head: curveHead(unitOf(race)), rows: curveRows(runners)}),
    picture: () => ({
      ...sheetOf(shown, axisWords(view.axis, race).title),
      caption: captionOf(`${told(words.title)} (${told(words.what)})`, [
        runLine(race, runners, step),
        hints(shown, race),
      ]),
      description: summary,
    }),
  };
}

/** What the numbers of a loss are. @param {Race} race @returns {string} */
function unitOf({readsText, runners}) {
  const item = runners.find(({examples}) => examples?.items.length)?.examples?.items[0];
  return !readsText && item?.answer.numbers ? 'squared_error' : 'nats';
}

/** @param {Shown} shown @param {Saying} xTitle */
function sheetOf({state, runs, metric, words}, xTitle) {
  const colours = inFile(state.colours);
  const lines = state.runs.map(({name, colour, dash}, i) => {
    const last = runs[i].held_out.y[runs[i].held_out.y.length - 1];
    return {...runs[i], name, dash, ...inFile({colour}), value: last === undefined ? '' : inMetric(metric, last)};
  });
  const texts = {xTitle: told(xTitle), yTitle: told(words.title), xTick: tickNumber, yTick: yTick(state.share)};
  const drawn = lines.filter(({train, held_out}) => train.x.length + held_out.x.length > 0);
  const picture = {...SIZE, ...state, runs: drawn, colours, ...texts};
  const draw = (/** @type {CanvasRenderingContext2D} */ ctx) => drawLoss(ctx, picture);
  return {width: SIZE.width, colours, paper: colours.paper, draw};
}

/** @param {boolean} share @returns {(value: number) => string} */
function yTick(share) {
  return (value) => (share ? percent(value) : String(Number(value.toPrecision(3))));
}

/** How the lines are told apart, of those that are drawn. @param {Shown} shown @param {Race} race */
function hints({runs, state: {lines, floors}}, {readsText, floors: {levels}}) {
  const {order} = levels[levels.length - 1] ?? {order: 0};
  return [
    isDrawn(runs, 'held_out') ? say(readsText ? 'chart.hint.text' : 'chart.hint.examples') : '',
    isDrawn(runs, 'train') ? say('chart.hint.training') : '',
    isDrawn(runs, 'longer') ? say('chart.hint.longer') : '',
    lines.length ? (floors ? say('chart.hint.floors', {order}) : say('chart.hint.lines')) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
