// What is close to what? A model's memory, its symbols or its positions as points in the plane in which they spread most, a panel a
// model.
import {fitted, spoken} from '../grid.js';
import {percent} from '../compare/numbers.js';
import {called} from '../places.js';
import {WHOSE} from '../compare/runs.js';
import {closest} from './closest.js';
import {CHOICES, cloudOf, neighbours} from './cloud_points.js';
import {colouringOf, looksOf} from './colouring.js';
import {drawPanel} from './draw_panel.js';
import {closenessSaying} from './findings.js';
import {drawKey} from './key.js';
import {askedOf, cloudsOf, layout, panelsOf} from './scatter_layout.js';
import {traitsOf} from './traits.js';

/** @typedef {import('./scatter_layout.js').Run} Run @typedef {import('./scatter_layout.js').Options} Options @typedef {import('./scatter_layout.js').Panel} Panel */
/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./cloud_points.js').Cloud} Cloud */

export const meta = {
  id: 'scatter',
  measure: 'scatter',
  options: {},
  taps: ['probabilities'],
  title: {key: 'compare.scatter.title'},
  how: ['how', 'how_points', 'how_near', 'how_scale'].map((part) => ({key: `compare.scatter.${part}`})),
};

/** Of the memory so many examples, and the one that is looked at. */
const EXAMPLES = 8;
/** So near that a point is meant, in pixels. */
const NEAR = 18;
const NEIGHBOURS = 3;

/** @param {Pick<Options, 'choice' | 'example'>} options */
export function asks({choice, example = 0}) {
  const of = askedOf({choice});
  return [{measure: meta.measure, options: of === 'states' ? {examples: Math.max(EXAMPLES, example + 1)} : {of}}];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {panels, colouring, height} = layout(runs, options);
  const columns = panels.reduce((most, {cloud}) => Math.max(most, cloud.at.length), 0);
  const symbols = !runs.length || runs.some(({vocab}) => vocab?.length);
  const all = CHOICES.map((name, value) => ({value, title: {key: `compare.scatter.of_${name}`}}));
  const choices = all.filter(({value}) => symbols || CHOICES[value] !== 'embedding');
  const traits = colouring.all.map(({id, title}) => ({value: id, title}));
  const controls = [
    {name: 'of', title: {key: 'compare.scatter.of'}, choices},
    {name: 'by', title: {key: 'compare.scatter.by'}, choices: traits},
  ];
  return {height, columns, rows: runs.length, controls};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const {cursor, picked} = options;
  const {panels, colouring, bottom} = layout(runs, options);
  const looks = looksOf(colouring, options.colours);
  for (const panel of panels) {
    const one = [cursor, picked].find((place) => place?.row === panel.row);
    const point = one && panel.cloud.at[one.column] ? one.column : -1;
    const near = point < 0 ? [] : neighbours(panel.cloud, point, NEIGHBOURS).map((other) => other.point);
    drawPanel(ctx, panel, {point, near, named: namedIn(panel)}, looks, options);
  }
  if (runs.length) drawKey(ctx, colouring, bottom, options);
}

/** The two symbols that a sentence names. @param {Panel} panel @returns {number[]} */
function namedIn({cloud}) {
  const pair = cloud.of === 'embedding' ? closest(cloud) : null;
  return pair?.near ? [pair.a, pair.b] : [];
}

/** The nearest point, if any is near. @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const panel = panelsOf(runs, options).places.find(
    ({box}) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
  );
  if (!panel) return null;
  let best = {column: -1, away: NEAR};
  panel.cloud.at.forEach((_, column) => {
    const [px, py] = panel.place(column);
    const away = Math.hypot(px - x, py - y);
    if (away < best.away) best = {column, away};
  });
  return best.column < 0 ? null : {column: best.column, row: panel.row};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const run = runs[row];
  const cloud = cloudOf(run.found, askedOf(options));
  if (!cloud.at[column]) return [{key: 'compare.scatter.reading_none', values: {name: run.name}}];
  const values = {name: run.name, step: run.found.step, point: pointSaying(cloud, column, options)};
  const others = neighbours(cloud, column, NEIGHBOURS);
  const colour = colourSayings(cloud, column, colouringOf(cloudsOf(runs, options), options.choice?.by).id);
  if (!others.length) return [{key: 'compare.scatter.reading_alone', values}, ...colour];
  const near = others
    .map(({point}) => pointSaying(cloud, point, options))
    .reduce((before, next) => ({key: 'list.comma', values: {before, next}}));
  return [{key: 'compare.scatter.reading', values: {...values, near, count: others.length}}, ...colour];
}

/** What its colour says. @param {Cloud} cloud @param {number} i @param {number} id of a trait @returns {Saying[]} */
function colourSayings(cloud, i, id) {
  const trait = traitsOf(cloud).find((one) => one.id === id);
  const value = trait?.values[i] ?? NaN;
  if (!trait || !Number.isFinite(value)) return [];
  return [{key: 'compare.scatter.reading_colour', values: {what: trait.title, value: trait.named(value)}}];
}

/** What a point is. @param {Cloud} cloud @param {number} i @param {Options} options @returns {Saying} */
function pointSaying({of, names, example, time, symbol, vocab}, i, options) {
  if (of === 'embedding') return names[i] ? spoken(names[i]) : {key: 'compare.scatter.mask'};
  const place = {kind: called(options, 'input', 1), place: String(time[i] + 1)};
  if (of === 'position') return {key: 'compare.scatter.position', values: {place: place.place}};
  const values = {...place, example: String(example[i] + 1)};
  const read = vocab[symbol[i]];
  if (!read) return {key: 'compare.scatter.state', values};
  return {key: 'compare.scatter.state_named', values: {...values, symbol: spoken(read)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const {id} = colouringOf(cloudsOf(runs, options), options.choice?.by);
  return {found: runs.map((run) => sentence(run, id, options)), phenomenon: {key: 'compare.scatter.phenomenon'}};
}

/** @param {Run} run @param {number} id of what it is coloured by @param {Options} options @returns {Saying} */
function sentence(run, id, options) {
  const {explained} = cloudOf(run.found, askedOf(options));
  const close = closenessSaying(run, id, askedOf(options));
  const values = {name: run.name, share: percent(Math.min(1, explained[0] + explained[1])), close};
  return {key: 'compare.scatter.found', values};
}

/** The position of a point in the example that all pictures show; a look at a text is at another passage. @param {Run[]} runs @param {Options} options @param {Cursor} cursor */
export function place(runs, options, {column, row}) {
  const run = runs[row];
  if (!run?.look?.asked) return null;
  const {of, example, time} = cloudOf(run.found, askedOf(options));
  if (of !== 'states' || example[column] !== options.example) return null;
  return {stream: /** @type {const} */ ('input'), index: time[column]};
}

/** @param {Run[]} runs @param {Options} options @param {{stream: string, index: number}} where @returns {Cursor | null} */
export function at([run], options, {stream, index}) {
  if (!run?.look?.asked || stream !== 'input') return null;
  const {of, example, time} = cloudOf(run.found, askedOf(options));
  const column = of === 'states' ? time.findIndex((t, i) => t === index && example[i] === options.example) : -1;
  return column < 0 ? null : {column, row: 0};
}

/** Point by point. @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = [
    {id: 'points_of', title: {key: 'compare.scatter.table_of'}},
    {id: 'symbol_or_number', title: {key: 'compare.scatter.table_point'}},
    {id: 'example_from_1', title: {key: 'compare.scatter.table_example'}},
    {id: 'position_from_1', title: {key: 'compare.scatter.table_position'}},
    {id: 'symbol_read', title: {key: 'compare.scatter.table_read'}},
    {id: 'known_by_the_task', title: {key: 'compare.scatter.table_known'}},
    {id: 'along_first_component', title: {key: 'compare.scatter.table_first'}},
    {id: 'along_second_component', title: {key: 'compare.scatter.table_second'}},
  ];
  const rows = runs.flatMap(({name, found}) => {
    const cloud = cloudOf(found, 'position');
    return cloud.at.map(([first, second], i) => {
      const states = cloud.of === 'states';
      const where = [states ? cloud.example[i] + 1 : '', cloud.of === 'embedding' ? '' : cloud.time[i] + 1];
      return [
        name,
        found.step,
        cloud.of,
        cloud.names[i] ? fitted(cloud.names[i], 400, 9) : i + 1,
        ...where,
        cloud.vocab[cloud.symbol[i]] ?? '',
        knownAt(cloud, i),
        first,
        second,
      ];
    });
  });
  return {columns: [...WHOSE, ...columns], rows};
}

/** "parity 1, ones 3": as the task has it. @param {Cloud} cloud @param {number} i */
function knownAt({hidden, vocab}, i) {
  const known = hidden.filter(({values}) => Number.isFinite(values[i]));
  const written = (/** @type {import('./cloud_points.js').Hidden} */ {kind, values}) =>
    kind === 'symbol' ? (vocab[values[i]] ?? '') : values[i];
  return known.map((one) => `${one.name} ${written(one)}`).join(', ');
}
