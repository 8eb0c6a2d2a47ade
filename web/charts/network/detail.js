// The box that was picked, taken apart: what it works out, what the symbols stand for, and the numbers that they have at its place.
import {placeAt} from './axis.js';
import {sightOf, causalOf} from './levels.js';
import {bandAt, layoutOf, levelIn} from './layout.js';
import {FORMULAS} from './formulas.js';
import {attended, lookedAt, sizeAt} from './values.js';
import {placeName, rowName} from './words.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../compare/runs.js').Detail} Detail */
/** @typedef {import('./layout.js').Band} Band @typedef {import('./levels.js').Level} Level @typedef {import('./parts.js').Part} Part */
/** @typedef {Record<string, string | undefined>} Values of symbols, by what they mean */

/** @param {Run[]} runs @param {Options} options @returns {Detail | null} */
export function detail(runs, options) {
  const {picked} = options;
  if (!picked) return null;
  const view = layoutOf(runs, options);
  const here = bandAt(view, picked.row);
  const place = here && placeAt(view.axis, here.band.net, picked.column);
  const level = place && levelIn(here.band, place.stream, here.row);
  if (!here || !place || !level?.part) return null;
  const {band} = here;
  const {part} = level;
  const values = {name: band.run.name, row: rowName(level), place: placeName(band, options, place)};
  return {
    title: {key: `compare.network_box${level.rule === 'gather' ? '_all' : ''}`, values},
    lines: linesOf(band, level, part),
    formulas: formulasOf(band, level, part, place.at),
  };
}

/** @param {Band} band @param {Level} level @param {Part} part */
function linesOf({net}, {folded}, part) {
  const parameters = folded.reduce(
    (sum, {kind, parameters: more}) => sum + (kind === 'output' ? 0 : more),
    part.parameters,
  );
  const sizes = {key: 'compare.network_box_sizes', values: {width: part.width, parameters}};
  const variants = {key: 'compare.network_box_plain'};
  const rounded = part.residual ? [{key: 'compare.network_box_round'}] : [];
  return [
    sizes,
    ...(net.parts.some(({kind}) => kind === 'norm') ? [...rounded, {key: 'compare.network_box_norm'}] : rounded),
    variants,
  ];
}

/** @param {Band} band @param {Level} level @param {Part} part @param {number} at */
function formulasOf(band, level, part, at) {
  const which = formulaOf(band, level, part);
  const own = formula(which, valuesAt(band, level, part, at));
  return level.folded.some(({kind}) => kind === 'feed_forward') && part.kind === 'attention'
    ? [own, formula('feed_forward', {})]
    : [own];
}

/** @param {string} which @param {Values} values @returns {NonNullable<Detail['formulas']>[number]} */
function formula(which, values) {
  const {tex, symbols} = FORMULAS[which];
  const lines = tex.map((line) => line.replace('=', '&=')).join(' \\\\ ');
  return {
    tex: `\\begin{aligned} ${lines} \\end{aligned}`,
    says: {key: `compare.network_says_${which}`},
    symbols: symbols.map((one) => {
      const value = values[one.means];
      const means = {key: `compare.network_symbol_${one.means}`};
      return value === undefined ? {tex: one.tex, means} : {tex: one.tex, means, value};
    }),
  };
}

/** @param {Band} band @param {Level} level @param {Part} part */
function formulaOf(band, {rule, pass}, part) {
  const {name, kind, times} = part;
  if (rule === 'chain') return cellOf(band, part);
  if (name === 'pervasive.pool') return 'grid_pool';
  if (name.startsWith('pervasive.')) return 'grid';
  if (name.startsWith('image_conv.')) return 'image';
  if (kind === 'convolution') return rule === 'gather' ? 'dense' : 'window';
  if (kind === 'pool') return 'pool';
  if (rule === 'across') return 'across';
  if (times > 1) return pass < times ? 'points' : 'look';
  return rule === 'gather' ? 'pooling' : 'look';
}

/** Which cell a chain has: told by its name, or by how many numbers it has. @param {Band} band @param {Part} part */
function cellOf({net}, {name, width, parameters, source}) {
  const [family] = name.split('.');
  if (family !== 'seq2seq') return FORMULAS[family] ? family : 'cell';
  const embedding = net.parts.find((part) => part.kind === 'embedding' && part.source === source)?.width ?? 0;
  const entering = [embedding, width, 2 * width, embedding + width];
  const gates = entering.map((n) => parameters / (width * (n + width) + 2 * width));
  const found = gates.find((n) => n === 1 || n === 3 || n === 4);
  return found === 1 ? 'rnn' : found === 3 ? 'gru' : found === 4 ? 'lstm' : 'cell';
}

/** @param {number} value */
const written = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : undefined);

/** What is known at a place: lengths of what is held, means of gates, windows, the largest share of attention. @param {Band} band @param {Level} level @param {Part} part @param {number} at @returns {Values} */
function valuesAt(band, level, part, at) {
  const before = part.backward ? at + 1 : at - 1;
  const length = (/** @type {string} */ tap, /** @type {number} */ t) => lengthOf(band, `${part.name}.${tap}`, t);
  const {left} = sightOf(part, causalOf(level, band.net.manner));
  const most = Math.max(...(attended(band, level, at) ?? [NaN]));
  return {
    h: length('hidden', at),
    h_before: length('hidden', before),
    lstm_cell: length('cell', at),
    lstm_cell_before: length('cell', before),
    ...gatesAt(band, part, at),
    window: written(part.window),
    dilation: written(part.dilation),
    left: written(left),
    length: written(band.net.counts[level.stream]),
    head_width: written(part.width / part.heads),
    weight: written(most),
    weight_given: written(most),
    y: level.rule === 'window' && level.pass === part.times - 1 ? length('hidden', at) : undefined,
  };
}

/** The length of a layer's numbers at a place, as an arrow in space has one. @param {Band} band @param {string} name @param {number} at */
function lengthOf(band, name, at) {
  const tap = lookedAt(band, name, ['time', 'unit']);
  if (!tap || at < 0 || at >= tap.shape[0]) return undefined;
  return written(sizeAt(tap, at) * Math.sqrt(tap.shape[1]));
}

const GATES = {
  lstm: ['lstm_in', 'lstm_forget', 'lstm_new', 'lstm_out'],
  gru: ['gru_reset', 'gru_update', 'gru_new'],
};

/** How far each gate is open, on average over the units. @param {Band} band @param {Part} part @param {number} at @returns {Values} */
function gatesAt(band, part, at) {
  const tap = lookedAt(band, `${part.name}.gates`, ['time', 'gate', 'unit']);
  const names = /** @type {Record<string, string[]>} */ (GATES)[part.name.split('.')[0]] ?? [];
  if (!tap || at >= tap.shape[0]) return {};
  const [, gates, units] = tap.shape;
  const mean = (/** @type {number} */ gate) => {
    const first = (at * gates + gate) * units;
    return Array.from({length: units}, (_, u) => tap.data[first + u]).reduce((sum, value) => sum + value, 0) / units;
  };
  return Object.fromEntries(names.map((name, gate) => [name, written(mean(gate))]));
}
