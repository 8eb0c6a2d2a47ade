// Which part of what is given each symbol of the answer was written from: a row is a symbol that is written next, a
// column one that was given. Shared by every model that aligns two sequences.

import {colourScale} from './colour.js';
import {CHARACTER_ROW, MONO, SANS, cellAt, drawCells, drawCursor, spoken, unpadded, visible} from './grid.js';

/** @typedef {import('./grid.js').Tap} Tap @typedef {import('./grid.js').ViewOptions} ViewOptions */

const LONGEST = 9; // characters of a name beside a row

/** Words take more room than letters. @param {string[]} symbols @param {number} most */
function room(symbols, most) {
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
 * @param {{id: string, tap: string, title: string, summary: string, self?: boolean}} about self: the given looks at itself
 */
export function alignment({id, tap, title, summary, self = false}) {
  const meta = {id, taps: [tap], title, summary};

  /** @param {ViewOptions} options */
  const names = ({symbols, source = symbols}) => ({rows: self ? source : symbols, columns: source});

  /** @param {Tap[]} taps @param {ViewOptions} options */
  function scene([map], options) {
    const {heads, queries: places, keys: given} = sizes(map);
    const {rows, columns} = names(options);
    const [queries, keys] = [unpadded(rows, places), unpadded(columns, given)];
    const gutter = room(rows, 90);
    const words = columns.some((symbol) => [...symbol].length > 1);
    const head = words ? room(columns, 80) : CHARACTER_ROW;
    const cell = Math.max(5, Math.min(options.large ? 34 : 26, (options.width - gutter - 4) / keys));
    const cells = {x: gutter, y: head, width: cell * keys, height: cell * queries, columns: keys, rows: queries};
    return {
      height: head + cells.height + 6,
      columns: keys,
      rows: queries,
      cells,
      words,
      head: Math.min(heads - 1, options.choice?.head ?? 0),
      byRow: true,
      legend: [
        {kind: /** @type {const} */ ('sequential'), low: 0, high: 1, title: 'share of attention (middle: 0.25)'},
      ],
      controls: [
        {
          name: 'head',
          title: 'Head',
          choices: Array.from({length: heads}, (_, h) => ({value: h, title: String(h + 1)})),
        },
      ],
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
    nameColumns(ctx, view, names(options).columns, options);
    nameRows(ctx, view, names(options).rows, options);
    if (cursor) drawCursor(ctx, cells, cursor, colours);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
  function locate(taps, options, x, y) {
    return cellAt(scene(taps, options).cells, x, y);
  }

  /** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor */
  function readout(taps, options, {row}) {
    const {rows, columns} = names(options);
    const view = scene(taps, options);
    const weights = rowOf(taps[0], view.head, row).subarray(0, view.columns);
    const best = Array.from(weights, (weight, key) => ({weight, key}))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, 3)
      .filter(({weight}) => weight >= 0.01);
    const places = best.map(({weight, key}) => `${spoken(columns[key])} (${key + 1}) ${Math.round(100 * weight)} %`);
    const who = self ? `Place ${row + 1}, ${spoken(rows[row])},` : `After ${spoken(rows[row])} (${row + 1}) it`;
    return `${who} looks at ${places.join('; ') || 'nothing'}`;
  }

  /** @param {Tap[]} taps @param {ViewOptions} options */
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
    const way = Math.abs(turns) < (queries - 1) / 3 ? 'jumps about' : turns > 0 ? 'moves forwards' : 'moves backwards';
    const which = heads > 1 ? `Head ${head + 1} of ${heads}: the` : 'The';
    return `${which} strongest place has ${Math.round(100 * sharp)} % of each row on average, and ${way} from row to row.`;
  }

  return {meta, scene, draw, locate, readout, describe};
}

/**
 * Along the top: letters upright, words slanting upwards.
 * @param {CanvasRenderingContext2D} ctx @param {{cells: import('./grid.js').Cells, words: boolean}} view @param {string[]} symbols
 * @param {ViewOptions} options
 */
function nameColumns(ctx, {cells, words}, symbols, {colours, cursor}) {
  const pitch = cells.width / cells.columns;
  const every = Math.max(1, Math.ceil(9 / pitch));
  ctx.textBaseline = 'middle';
  for (let key = 0; key < cells.columns; key += every) {
    const bold = cursor?.column === key;
    ctx.font = `${bold ? 700 : 400} ${words ? 11 : Math.max(9, Math.min(13, pitch))}px ${words ? SANS : MONO}`;
    ctx.fillStyle = bold ? colours.ink : colours.muted;
    ctx.textAlign = words ? 'left' : 'center';
    const x = cells.x + (key + 0.5) * pitch;
    if (!words) {
      ctx.fillText(cut(symbols[key] ?? ''), x, cells.y - 9);
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
 * @param {ViewOptions} options
 */
function nameRows(ctx, {cells}, symbols, {colours, cursor}) {
  const pitch = cells.height / cells.rows;
  const every = Math.max(1, Math.ceil(9 / pitch));
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (let query = 0; query < cells.rows; query += every) {
    const bold = cursor?.row === query;
    ctx.font = `${bold ? 700 : 400} ${Math.max(9, Math.min(12, pitch))}px ${MONO}`;
    ctx.fillStyle = bold ? colours.ink : colours.muted;
    ctx.fillText(cut(symbols[query] ?? ''), cells.x - 6, cells.y + (query + 0.5) * pitch);
  }
}
