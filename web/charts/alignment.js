// Which part of what is given each symbol of the answer is written from: a row is the symbol that is written, a column one
// that was given. Shared by every model that aligns two sequences.

import {colourScale} from './colour.js';
import {
  CHARACTER_ROW,
  MONO,
  SANS,
  SHARE_LEGEND,
  cellAt,
  drawCells,
  drawCursor,
  END,
  headControl,
  mostPixels,
  namePen,
  spoken,
  strung,
  visible,
} from './grid.js';
import {areCounted, placeAt, writtenPlaces} from './places.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */

const LONGEST = 9; // characters of a name beside a row

/** @param {number} count */
function numbered(count) {
  return Array.from({length: count}, (_, i) => String(i + 1));
}

/** Words take more room than letters. @param {string[]} symbols @param {number} most */
export function room(symbols, most) {
  const longest = Math.max(1, ...symbols.map((symbol) => [...symbol].length));
  return Math.min(most, 12 + 7.2 * Math.min(LONGEST, longest));
}

/** @param {string} symbol */
function cut(symbol) {
  const characters = [...visible(symbol)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('');
}

/**
 * Heads, rows and columns, whether or not the tap has an axis of heads.
 * @param {Tap} tap @returns {{heads: number, queries: number, keys: number}}
 */
function sizes({shape}) {
  const [keys, queries, heads = 1] = shape.slice(1).reverse();
  return {heads, queries, keys};
}

/**
 * A view of one tap [batch, (head,) query, key].
 * @param {{id: string, taps: string[], title: Saying, summary: Saying[], rows?: 'written' | 'given' | 'parts' | 'points',
 *     columns?: 'given' | 'points'}} about taps: the first is shown; rows: what looks, columns: what is looked at: symbols of the
 * answer, those given, or parts of an answer and points between, which have no names
 */
export function alignment({id, taps: needed, title, summary, rows: looking = 'written', columns: seen = 'given'}) {
  const meta = {id, taps: needed, title, summary};

  /** What is looked at. @param {ViewOptions} options @returns {import('./places.js').Stream} */
  const streamOf = ({source}) => (source ? 'source' : 'input');

  /** Whether columns and rows are counted. @param {ViewOptions} options */
  const counts = (options) => {
    const given = areCounted(options, streamOf(options));
    return {columns: given || seen === 'points', rows: looking === 'given' ? given : looking !== 'written'};
  };

  /** One place that is looked at, in a sentence. @param {ViewOptions} options @param {number} key @returns {Saying} */
  const seenAt = (options, key) =>
    seen === 'points'
      ? {key: 'inside.alignment.point', values: {place: String(key + 1)}}
      : placeAt(options, streamOf(options), key);

  /** @param {Tap} map @param {ViewOptions} options */
  const names = (map, {symbols, source = symbols, written = []}) => {
    const nameless = () => numbered(sizes(map).queries);
    const rows = {
      written: () => written.map((symbol) => symbol ?? ''),
      given: () => source,
      parts: nameless,
      points: nameless,
    };
    return {rows: rows[looking](), columns: seen === 'points' ? numbered(sizes(map).keys) : source};
  };

  /** @param {Tap[]} taps @param {ViewOptions} options */
  function scene([map], options) {
    const {heads, queries: places, keys: given} = sizes(map);
    const {rows, columns} = names(map, options);
    const [queries, keys] = [Math.min(places, rows.length || places), given];
    const gutter = room(rows, 90);
    const words = !counts(options).columns && columns.some((symbol) => [...symbol].length > 1);
    const head = words ? room(columns, 80) : CHARACTER_ROW;
    const most = mostPixels(options.large);
    const cell = Math.min(options.large ? 34 : 26, (options.width - gutter - 4) / keys, most / keys, most / queries);
    const cells = {x: gutter, y: head, width: cell * keys, height: cell * queries, columns: keys, rows: queries};
    return {
      height: head + cells.height + 6,
      columns: keys,
      rows: queries,
      cells,
      words,
      head: Math.min(heads - 1, options.choice?.head ?? 0),
      byRow: true,
      legend: [SHARE_LEGEND],
      controls: [headControl(heads)],
    };
  }

  /** @param {Tap} map @param {number} head @param {number} query */
  function rowOf(map, head, query) {
    const {queries, keys} = sizes(map);
    const from = (head * queries + query) * keys;
    return map.data.subarray(from, from + keys);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
  function draw(ctx, taps, options) {
    const view = scene(taps, options);
    const {cells, head} = view;
    const {colours, cursor} = options;
    const colour = colourScale('sequential', 0, 1, colours.dark);
    const rows = Array.from({length: cells.rows}, (_, query) => rowOf(taps[0], head, query));
    drawCells(ctx, cells, (key, query) => colour(Math.sqrt(Math.max(0, rows[query][key]))));
    const {rows: left, columns: top} = names(taps[0], options);
    const counted = counts(options);
    nameColumns(ctx, view, top, options, counted.columns);
    nameRows(ctx, view, left, options, counted.rows);
    if (cursor) drawCursor(ctx, cells, cursor, colours);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
    return cellAt(scene(taps, options).cells, x, y);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor @returns {Saying[]} */
  function readout(taps, options, {row}) {
    const {rows} = names(taps[0], options);
    const view = scene(taps, options);
    const weights = rowOf(taps[0], view.head, row).subarray(0, view.columns);
    const best = Array.from(weights, (weight, key) => ({weight, key}))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 3)
      .filter(({weight}) => weight >= 0.01);
    const places = best.map(({weight, key}) => ({
      key: 'inside.alignment.share',
      values: {place: seenAt(options, key), percent: Math.round(100 * weight)},
    }));
    const name = looking === 'written' && rows[row] === END ? undefined : rows[row];
    const at = {
      written: {symbol: spoken(name), place: String(row + 1)},
      given: {place: placeAt(options, streamOf(options), row)},
      parts: {place: String(row + 1)},
      points: {place: String(row + 1)},
    };
    const values = {...at[looking], places: strung(places, 'list.semicolon')};
    return [{key: `inside.alignment.${looking}`, values}];
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @returns {Saying[]} */
  function describe([map], options) {
    const {head, rows: queries, columns: keys} = scene([map], options);
    const {heads} = sizes(map);
    let [sharp, turns] = [0, 0];
    let before = -1;
    for (let query = 0; query < queries; query++) {
      const row = rowOf(map, head, query);
      let best = 0;
      for (let key = 1; key < keys; key++) if (row[key] > row[best]) best = key;
      sharp += row[best] / queries;
      if (before >= 0) turns += Math.sign(best - before);
      before = best;
    }
    const way = Math.abs(turns) < (queries - 1) / 3 ? 'about' : turns > 0 ? 'forwards' : 'backwards';
    const values = {head: String(head + 1), heads, percent: Math.round(100 * sharp), way};
    return [{key: 'inside.alignment.whole', values}];
  }

  return {meta, scene, draw, locate, readout, describe};
}

/** Which places are written along the top. @param {import('./grid.js').Cells} cells @param {boolean} counted */
export const writtenColumns = ({width, columns}, counted) =>
  writtenPlaces(columns, width / columns, counted ? 7 * (String(columns).length + 1) : 9, counted);

/**
 * Along the top: letters upright, words slanting upwards.
 * @param {CanvasRenderingContext2D} ctx @param {{cells: import('./grid.js').Cells, words: boolean}} view @param {string[]} symbols
 * @param {ViewOptions} options @param {boolean} counted
 */
export function nameColumns(ctx, {cells, words}, symbols, {colours, cursor}, counted) {
  const pitch = cells.width / cells.columns;
  ctx.textBaseline = 'middle';
  for (const key of writtenColumns(cells, counted)) {
    const size = words ? 11 : counted ? 10 : Math.max(9, Math.min(13, pitch));
    namePen(ctx, colours, cursor?.column === key, size, words ? SANS : MONO);
    ctx.textAlign = words ? 'left' : 'center';
    const x = cells.x + (key + 0.5) * pitch;
    if (!words) {
      ctx.fillText(counted ? String(key + 1) : cut(symbols[key] ?? ''), x, cells.y - 9);
      continue;
    }
    ctx.save();
    ctx.translate(x, cells.y - 5);
    ctx.rotate(-Math.PI / 3);
    ctx.fillText(cut(symbols[key] ?? ''), 0, 0);
    ctx.restore();
  }
}

/**
 * Down the left side.
 * @param {CanvasRenderingContext2D} ctx @param {{cells: import('./grid.js').Cells}} view @param {string[]} symbols
 * @param {ViewOptions} options @param {boolean} counted
 */
export function nameRows(ctx, {cells}, symbols, {colours, cursor}, counted) {
  const pitch = cells.height / cells.rows;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const query of writtenPlaces(cells.rows, pitch, counted ? 13 : 9, counted)) {
    namePen(ctx, colours, cursor?.row === query, Math.max(9, Math.min(12, pitch)));
    ctx.fillText(counted ? String(query + 1) : cut(symbols[query] ?? ''), cells.x - 6, cells.y + (query + 0.5) * pitch);
  }
}
