// What the chart draws of the present numbers, on a page or on paper.
import {DASHES} from '../../state/palette.js';
import {told} from '../../words/words.js';
import {coloursOf} from '../parts/colours.js';
import {zoomOf} from '../parts/zoom.js';
import {axisWords} from './chart_axis.js';
import {frameOf} from './chart_frame.js';
import {linesOf, score} from './chart_metric.js';

/**
 * @param {import('./loss_chart.js').LossChart} chart that has a race and a view @param {import('../../charts/loss_columns.js').Run[]} runs
 * @param {import('../../runtime/types').Metric} metric @param {number} wide in pixels @returns {import('./loss_plot.js').PlotState}
 */
export function plotState(chart, runs, metric, wide) {
  const race = /** @type {import('../../runtime/race.js').Race} */ (chart.race);
  const view = /** @type {import('../../state/view.js').View} */ (chart.view);
  const share = metric !== 'loss';
  const lines = linesOf(race, metric);
  const floors = race.readsText && !share;
  const width = wide - (floors ? 130 : 60);
  const levels = lines.map(({value}) => value);
  const beneath = {far: chart.ghosts?.far?.(view.axis) ?? 0, named: chart.ghosts?.longest ?? 0};
  const frame = frameOf(race, runs, {view, share, levels, width, range: chart.range, ...beneath});
  const colours = coloursOf(chart);
  const ends = runs.map(({held_out, train}) => (held_out.x.length > 1 || !train.x.length ? held_out : train));
  return {
    runs: race.runners.map(({name, colour, dash}) => ({
      name,
      colour: colours.runs[colour] ?? colours.ink,
      dash: DASHES[dash] ?? [],
    })),
    beneath: chart.ghosts?.({
      axis: view.axis,
      score: score('val', metric),
      colour: colours.muted,
      view: {log: view.log, log_y: frame.logY},
    }),
    lines,
    floors,
    share,
    zoom: zoomOf(chart),
    ...frame,
    logX: view.log,
    title: chart.compact || chart.plain ? told(axisWords(view.axis, race).title) : '',
    colours,
    ends: ends.map(({y}) => (y.length ? y[y.length - 1] : null)),
    endXs: ends.map(({x}) => (x.length ? x[x.length - 1] : 0)),
  };
}
