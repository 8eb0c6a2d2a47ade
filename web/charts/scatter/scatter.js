// What is close to what? A model's memory, its symbols or its positions as points in the plane in which they spread most, a panel a
// model.
import {fitted, spoken} from '../grid.js';
import {percent} from '../compare/numbers.js';
import {called} from '../places.js';
import {WHOSE} from '../compare/runs.js';
import {BAR, closest, together} from './closeness.js';
import {CHOICES, cloudOf, neighbours} from './cloud_points.js';
import {drawPanel} from './draw_panel.js';
import {askedOf, layout, readOf} from './scatter_layout.js';

/** @typedef {import('./scatter_layout.js').Run} Run @typedef {import('./scatter_layout.js').Options} Options @typedef {import('./scatter_layout.js').Panel} Panel */
/** @typedef {import('../grid.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor @typedef {import('./cloud_points.js').Cloud} Cloud */

export const meta = {
  id: 'scatter',
  measure: 'scatter',
  options: {},
  taps: ['probabilities'],
  title: {key: 'compare.scatter.title'},
  how: [{key: 'compare.scatter.how'}, {key: 'compare.scatter.how_points'}, {key: 'compare.scatter.how_scale'}],
};

/** Of the memory so many examples, and the one that is looked at. */
const EXAMPLES = 8;
/** So near that a point is meant, in pixels. */
const NEAR = 18;
const NEIGHBOURS = 3;

/** @param {Pick<Options, 'choice' | 'example'>} options */
export function asks({choice, example = 0}) {
  const of = askedOf({choice});
  const options = of === 'states' ? {examples: Math.max(EXAMPLES, example + 1)} : {of};
  const main = {measure: meta.measure, options};
  // What the example of a text says is known from what its answers have to be.
  return of === 'states' ? [main, {measure: 'lens', options: {example, guesses: 20}}] : [main];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {panels, height} = layout(runs, options);
  const columns = panels.reduce((most, {cloud}) => Math.max(most, cloud.at.length), 0);
  const symbols = !runs.length || runs.some(({vocab}) => vocab?.length);
  const all = CHOICES.map((name, value) => ({value, title: {key: `compare.scatter.of_${name}`}}));
  const choices = all.filter(({value}) => symbols || CHOICES[value] !== 'embedding');
  return {height, columns, rows: runs.length, controls: [{name: 'of', title: {key: 'compare.scatter.of'}, choices}]};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const {cursor, picked} = options;
  for (const panel of layout(runs, options).panels) {
    const one = [cursor, picked].find((place) => place?.row === panel.row);
    const point = one && panel.cloud.at[one.column] ? one.column : -1;
    const near = point < 0 ? [] : neighbours(panel.cloud, point, NEIGHBOURS).map((other) => other.point);
    drawPanel(ctx, panel, {point, near, named: namedIn(panel)}, options);
  }
}

/** The two symbols that a sentence names. @param {Panel} panel @returns {number[]} */
function namedIn({cloud}) {
  const pair = cloud.of === 'embedding' ? closest(cloud) : null;
  return pair?.near ? [pair.a, pair.b] : [];
}

/** The nearest point, if any is near. @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const panel = layout(runs, options).panels.find(
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
  const read = readOf(run, runs, options);
  const values = {name: run.name, step: run.found.step, point: pointSaying(cloud, column, read, options)};
  const others = neighbours(cloud, column, NEIGHBOURS);
  if (!others.length) return [{key: 'compare.scatter.reading_alone', values}];
  const near = others
    .map(({point}) => pointSaying(cloud, point, read, options))
    .reduce((before, next) => ({key: 'list.comma', values: {before, next}}));
  return [{key: 'compare.scatter.reading', values: {...values, near, count: others.length}}];
}

/** What a point is. @param {Cloud} cloud @param {number} i @param {import('./closeness.js').Read | null} read @param {Options} options @returns {Saying} */
function pointSaying({of, names, example, time}, i, read, options) {
  if (of === 'embedding') return names[i] ? spoken(names[i]) : {key: 'compare.scatter.mask'};
  const place = {kind: called(options, 'input', 1), place: String(time[i] + 1)};
  if (of === 'position') return {key: 'compare.scatter.position', values: {place: place.place}};
  const values = {...place, example: String(example[i] + 1)};
  const symbol = read?.example === example[i] ? read.symbols[time[i]] : undefined;
  if (!symbol) return {key: 'compare.scatter.state', values};
  return {key: 'compare.scatter.state_named', values: {...values, symbol: spoken(symbol)}};
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const phenomenon = {key: 'compare.scatter.phenomenon'};
  return {found: runs.map((run) => sentence(run, runs, options)), phenomenon};
}

/** @param {Run} run @param {Run[]} runs @param {Options} options @returns {Saying} */
function sentence(run, runs, options) {
  const cloud = cloudOf(run.found, askedOf(options));
  const share = cloud.explained[0] + cloud.explained[1];
  const values = {name: run.name, share: percent(Math.min(1, share))};
  const shown = {key: 'compare.scatter.plane', values};
  const close = closenessSaying(cloud, cloud.of === 'states' ? readOf(run, runs, options) : null);
  return {key: 'compare.scatter.found', values: {plane: shown, close}};
}

/** @param {Cloud} cloud @param {import('./closeness.js').Read | null} read @returns {Saying} */
function closenessSaying(cloud, read) {
  if (cloud.of === 'embedding') return closestSaying(cloud);
  const {all, most} = together(cloud, read);
  if (!all.length) return {key: 'compare.scatter.one'};
  const by = cloud.of === 'position' ? 'neighbour' : most?.by;
  if (most) return {key: `compare.scatter.by_${by}`, values: {part: percent(most.part)}};
  const tried = cloud.of === 'position' ? 'position' : read ? 'read' : 'states';
  return {key: `compare.scatter.nothing_${tried}`, values: {bar: percent(BAR)}};
}

/** @param {Cloud} cloud @returns {Saying} */
function closestSaying(cloud) {
  const pair = closest(cloud);
  if (!pair) return {key: 'compare.scatter.one'};
  const name = (/** @type {number} */ i) => (cloud.names[i] ? spoken(cloud.names[i]) : {key: 'compare.scatter.mask'});
  const values = {a: name(pair.a), b: name(pair.b), part: percent(pair.part)};
  return {key: pair.near ? 'compare.scatter.closest' : 'compare.scatter.strewn', values};
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
        first,
        second,
      ];
    });
  });
  return {columns: [...WHOSE, ...columns], rows};
}
