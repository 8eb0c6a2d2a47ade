// Where everything stands: models side by side as far as there is room, each with its name, its squares, one of them large, and the
// links from one place. The same whoever draws.
import {CHARACTER_ROW, mostPixels} from '../grid.js';
import {room} from '../alignment.js';
import {apartOf} from './apart.js';
import {isHead, mapsOf} from './maps.js';
import {productsOf} from './products.js';
import {chosenMap, isPointed, nameOfHead, sharpest} from './stands_out.js';

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('../grid.js').Cells} Cells */
/** A square. @typedef {{map: LookMap, at: number, cells: Cells}} Thumb */
/** Squares of one layer. @typedef {{of: LookMap[], x: number, y: number, width: number, thumbs: Thumb[]}} Group */
/** The map that is drawn large, by whom it was chosen, and the place whose links are drawn. @typedef {{map: LookMap, at: number, why: 'picked' | import('./stands_out.js').Why, query: number, pointed: boolean, cells: Cells, words: boolean, x: number, y: number, width: number}} Large */
/** @typedef {{run: Run, maps: LookMap[], first: number, x: number, y: number, width: number, groups: Group[], large: Large | null, links: Cells | null, apart: import('./apart.js').Apart | null, products: Cells | null, bottom: number}} Block first: the number of its first map among all */

const [BETWEEN, LEAST, WIDEST] = [32, 330, 900];
export const NAME = 24;
export const LABEL = 15;
/** Below a head: what stands out. */
export const OUT = 27;
const [SQUARE, SMALLEST, LARGEST, GAP] = [54, 24, 84, 8];
/** Of a model of many layers, and on a phone, they are smaller, so that all are seen at once. */
const [MANY, NARROW, SMALLER] = [4, 350, 58];
/** From so many pixels on squares stand beside the large one. */
const BESIDE = 600;
export const LINKS = 96;
/** In brief: the large square alone, of models side by side, so high at most. */
const [BRIEF_LEAST, BRIEF_SIDE] = [150, 190];
const SCALE = 30;

/** @param {Run[]} runs @param {Options} options @returns {{blocks: Block[], height: number, columns: number, rows: number}} */
export function layout(runs, options) {
  const least = options.brief ? BRIEF_LEAST : LEAST;
  const across = Math.max(1, Math.min(runs.length, Math.floor((options.width + BETWEEN) / (least + BETWEEN))));
  const width = Math.min(WIDEST, (options.width - (across - 1) * BETWEEN) / across);
  const all = runs.map((run) => mapsOf(run, options));
  let [y, bottom, first] = [0, 0, 0];
  const blocks = runs.map((run, i) => {
    if (i % across === 0) y = i ? bottom + BETWEEN : 0;
    const place = {first, x: (i % across) * (width + BETWEEN), y, width};
    const block = blockOf(run, all[i], place, options);
    first += all[i].length;
    bottom = Math.max(bottom, block.bottom);
    return block;
  });
  const tallest = Math.max(0, ...all.flat().map(({queries}) => queries));
  return {blocks, height: bottom + SCALE, columns: first, rows: first ? tallest + 1 : 0};
}

/** @param {Run} run @param {LookMap[]} maps @param {{first: number, x: number, y: number, width: number}} place @param {Options} options @returns {Block} */
function blockOf(run, maps, {first, x, y, width}, options) {
  const top = y + NAME;
  const block = {run, maps, first, x, y, width};
  const shown = shownIn(block, options);
  if (!shown) return {...block, groups: [], large: null, links: null, apart: null, products: null, bottom: top + LABEL};
  if (options.brief) return briefly(block, shown, {x, y: top, width}, options);
  const beside = width >= BESIDE;
  const groups = groupsOf(maps, {x, y: top, width: beside ? Math.min(0.46 * width, 4 * (LARGEST + GAP)) : width});
  const under = Math.max(top, ...groups.flatMap(({thumbs}) => thumbs.map(endOf)));
  const used = Math.max(...groups.flatMap(({thumbs}) => thumbs.map(({cells}) => cells.x + cells.width - x)));
  const left = beside ? x + Math.max(used, 150) + 28 : x;
  const large = largeOf(shown, {x: left, y: beside ? top : under + 10, width: x + width - left}, options);
  const below = {x: left, width: x + width - left};
  const links = linksOf(large.map, {...below, y: large.cells.y + large.cells.height + 14});
  const apart = apartOf(run, maps, large.map, options);
  const products = apart && productsOf(apart, {...below, y: links.y + links.height + 4});
  const end = products ? products.y + products.height + 6 : links.y + links.height;
  return {...block, groups, large, links, apart, products, bottom: Math.max(under, end)};
}

/** @param {Pick<Block, 'run' | 'maps' | 'first' | 'x' | 'y' | 'width'>} block @param {NonNullable<ReturnType<typeof shownIn>>} shown @param {{x: number, y: number, width: number}} place @param {Options} options @returns {Block} */
function briefly(block, shown, place, options) {
  const large = largeOf(shown, place, options);
  return {
    ...block,
    groups: [],
    large,
    links: null,
    apart: null,
    products: null,
    bottom: large.cells.y + large.cells.height + 4,
  };
}

/** @param {Thumb} thumb */
const endOf = ({map, cells}) => cells.y + cells.height + (isLabelled(map) ? OUT : GAP);

/** @param {LookMap} map */
const isLabelled = (map) => isHead(map) && (nameOfHead(map) !== null || isPointed(map));

/** @param {LookMap} map */
const groupName = (map) => (isHead(map) ? `${map.kind} ${map.layer}` : 'gradient');

/** Layer below layer, head beside head. @param {LookMap[]} maps @param {{x: number, y: number, width: number}} room @returns {Group[]} */
function groupsOf(maps, {x, y, width}) {
  const names = [...new Set(maps.map(groupName))];
  const members = names.map((name) => maps.flatMap((map, at) => (groupName(map) === name ? [{map, at}] : [])));
  const wish = Math.max(...members.map(({length}) => length));
  const across = Math.max(1, Math.min(wish, Math.floor((width + GAP) / (SQUARE + GAP))));
  const size = Math.max(
    SMALLEST,
    Math.min(names.length > MANY || width < NARROW ? SMALLER : LARGEST, (width - (across - 1) * GAP) / across),
  );
  let top = y;
  return members.map((all) => {
    const group = {of: all.map(({map}) => map), x, y: top, width, thumbs: /** @type {Thumb[]} */ ([])};
    top += LABEL + 3;
    for (let from = 0; from < all.length; from += across) {
      const line = all.slice(from, from + across);
      const thumbs = line.map(({map, at}, i) => ({map, at, cells: squareOf(map, x + i * (size + GAP), top, size)}));
      group.thumbs.push(...thumbs);
      top = Math.max(...thumbs.map(endOf)) + (from + across < all.length ? 2 : 4);
    }
    return group;
  });
}

/** @param {LookMap} map @param {number} x @param {number} y @param {number} size @returns {Cells} */
function squareOf({queries, keys}, x, y, size) {
  const cell = Math.min(size / keys, size / queries);
  const [width, height] = [Math.max(10, cell * keys), Math.max(10, cell * queries)];
  return {x, y, width, height, columns: keys, rows: queries};
}

/**
 * The map whose row the cursor is on, else what was picked, else what deserves it. Squares are pointed at without anything moving.
 * @param {{maps: LookMap[], first: number}} block @param {Options} options
 * @returns {{map: LookMap, at: number, why: Large['why'], query: number, pointed: boolean} | null}
 */
function shownIn({maps, first}, {cursor, picked, marked}) {
  const own = (/** @type {import('../grid.js').Cursor | null | undefined} */ one) =>
    one && one.column >= first && one.column < first + maps.length ? one : null;
  const pointing = own(cursor);
  const held = pointing && pointing.row > 0 ? pointing : own(picked);
  const {at, why} = held ? {at: held.column - first, why: /** @type {const} */ ('picked')} : chosenMap(maps, marked);
  const map = maps[at];
  if (!map) return null;
  // A place that is pointed at is shown in all models, as far as they have it.
  const row = [own(cursor), cursor, own(picked), picked].find((one) => one && one.row > 0)?.row ?? 0;
  const query = row > 0 && map.queries > 1 ? Math.min(map.queries, row) - 1 : sharpest(map);
  return {map, at, why, query, pointed: row > 0};
}

/** @param {{map: LookMap, at: number, why: Large['why'], query: number, pointed: boolean}} shown @param {{x: number, y: number, width: number}} place @param {Options} options @returns {Large} */
function largeOf(shown, {x, y, width}, options) {
  const {rows, columns, queries, keys} = shown.map;
  const gutter = rows.names ? Math.max(24, room(rows.names, 84)) : 30;
  const words = columns.names?.some((name) => [...name].length > 1) ?? false;
  const head = LABEL + 5 + (words && columns.names ? room(columns.names, 74) : CHARACTER_ROW);
  const side = options.brief ? BRIEF_SIDE : mostPixels(options.large);
  const cell = Math.min(options.large ? 32 : 26, (width - gutter - 2) / keys, side / keys, side / queries);
  const cells = {x: x + gutter, y: y + head, width: cell * keys, height: cell * queries, columns: keys, rows: queries};
  return {...shown, cells, words, x, y, width};
}

/** @param {LookMap} map @param {{x: number, y: number, width: number}} place @returns {Cells} columns: places that are looked at; they stand in the middle of its height */
function linksOf({keys, queries}, {x, y, width}) {
  const places = Math.max(keys, queries);
  const pitch = Math.min(30, width / places);
  return {x, y, width: pitch * places, height: LINKS, columns: places, rows: 1};
}
