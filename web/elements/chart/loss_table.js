// The curves as a table: the same numbers for whoever reads instead of looks.
import '../../words/late.js';
import {html, nothing} from 'lit';
import {placesOf, sampleRows} from '../../charts/loss_columns.js';
import {strung} from '../../charts/grid.js';
import {fastLabel} from '../../state/tier.js';
import {say} from '../../words/words.js';
import {inMetric} from './chart_metric.js';
import '../answers/text_table.js';

/**
 * @param {import('../../charts/loss_columns.js').Run[]} runs
 * @param {{metric: import('../../runtime/types').Metric, words: {title: import('../../words/words.js').Saying, what: import('../../words/words.js').Saying},
 *   fast: boolean, amount: (x: number) => string}} of words: what is measured; amount: writes a place on the x axis
 */
export function lossTable(runs, {metric, words: {title, what}, fast, amount}) {
  const columns = metric === 'loss' ? 2 : 1;
  const rows = sampleRows(runs).map((row) => [
    amount(row[0].x),
    ...row.flatMap(({held_out, train}) => [held_out, train].slice(0, columns).map((v) => inMetric(metric, v))),
  ]);
  const scores = (/** @type {string} */ name) => [
    say('chart.table.held_out', {name}),
    say('chart.table.training', {name}),
  ];
  const head = [say('chart.table.at'), ...runs.flatMap(({name}) => scores(name).slice(0, columns))];
  const all = placesOf(runs).length;
  const some = rows.length < all ? [{key: 'chart.table.some', values: {shown: rows.length, all}}] : [];
  const caption = strung([title, what, ...(fast ? [fastLabel()] : []), ...some], 'list.comma');
  const note = columns > 1 ? html`<p class="small muted note">${say('chart.table.note')}</p>` : nothing;
  return html`${note}<text-table caption=${say('chart.table.caption', {caption})} .head=${head} .rows=${rows}></text-table>`;
}
