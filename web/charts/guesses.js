// What the model expects next: under each symbol it has read, its likeliest guesses for the one that follows.

import {colourScale} from './colour.js';
import {
  CHARACTER_ROW,
  GUTTER,
  MONO,
  SANS,
  cellAt,
  drawCells,
  drawCursor,
  fitted,
  spoken,
  strung,
  visible,
} from './grid.js';
import {areWords, called, drawPlaces, placeAt} from './places.js';

/** @typedef {import('./grid.js').Tap} Tap */
/** @typedef {import('./grid.js').ViewOptions} ViewOptions @typedef {import('./grid.js').Saying} Saying */

export const meta = {
  id: 'guesses',
  taps: ['probabilities'],
  title: {key: 'inside.guesses.title'},
  summary: [{key: 'inside.guesses.summary'}],
};

const ROWS = 6;

/** @param {Tap[]} taps probabilities: [time, batch, token] or [batch, time, token] with a batch of 1 @param {ViewOptions} options */
export function scene([tap], options) {
  const columns = tap.shape[0] * tap.shape[1];
  const rows = Math.min(ROWS, tap.shape[2]);
  const pitch = (options.width - GUTTER - 2) / columns;
  const height = rows * Math.max(16, Math.min(30, pitch * 1.4));
  const cells = {x: GUTTER, y: 2, width: options.width - GUTTER - 2, height, columns, rows};
  return {
    height: height + CHARACTER_ROW + 4,
    columns,
    rows,
    cells,
    legend: [{kind: /** @type {const} */ ('sequential'), low: 0, high: 1, title: {key: 'inside.guesses.probability'}}],
    controls: [],
  };
}

/**
 * The likeliest tokens after position t, best first.
 * @param {Tap} tap @param {number} t @param {number} rows @returns {{token: number, p: number}[]}
 */
function best({data, shape}, t, rows) {
  const tokens = shape[2];
  const row = data.subarray(t * tokens, (t + 1) * tokens);
  return Array.from(row, (p, token) => ({token, p}))
    .sort((a, b) => b.p - a.p)
    .slice(0, rows);
}

/** What should come at position t: the answer asked for there, or simply what follows. @param {ViewOptions} options @param {number} t */
function truthAt({truth, symbols}, t) {
  return truth ? (truth[t] ?? undefined) : symbols[t + 1];
}

/** @param {ViewOptions} options @param {number} token */
function symbolOf({vocab}, token) {
  return vocab?.[token] ?? '�';
}

/** @param {CanvasRenderingContext2D} ctx @param {Tap[]} taps @param {ViewOptions} options */
export function draw(ctx, taps, options) {
  const {cells} = scene(taps, options);
  const {colours, cursor} = options;
  const colour = colourScale('sequential', 0, 1, colours.dark);
  const guesses = Array.from({length: cells.columns}, (_, t) => best(taps[0], t, cells.rows));
  drawCells(ctx, cells, (t, row) => colour(guesses[t][row].p));
  drawSymbols(ctx, cells, guesses, options);
  ctx.font = `400 10px ${SANS}`;
  ctx.fillStyle = colours.muted;
  ctx.textAlign = 'right';
  ctx.fillText(options.say({key: 'inside.guesses.first'}), cells.x - 5, cells.y + cells.height / cells.rows / 2);
  drawPlaces(ctx, cells, cells.y + cells.height + 15, options);
  if (cursor) drawCursor(ctx, cells, cursor, colours, {row: false});
}

/**
 * The guessed characters on their cells, those that came true in a frame.
 * @param {CanvasRenderingContext2D} ctx @param {import('./grid.js').Cells} cells @param {{token: number, p: number}[][]} guesses
 * @param {ViewOptions} options
 */
function drawSymbols(ctx, cells, guesses, options) {
  const {colours} = options;
  const [cw, ch] = [cells.width / cells.columns, cells.height / cells.rows];
  ctx.font = `400 ${Math.max(9, Math.min(14, cw * 1.5))}px ${MONO}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 1;
  guesses.forEach((column, t) =>
    column.forEach(({token, p}, row) => {
      const symbol = symbolOf(options, token);
      const [x, y] = [cells.x + t * cw, cells.y + row * ch];
      ctx.fillStyle = p > 0.55 ? colours.paper : colours.ink;
      ctx.fillText(fitted(symbol, Math.max(12, cw), 9), x + cw / 2, y + ch / 2 + 0.5);
      ctx.strokeStyle = colours.ink;
      if (symbol === truthAt(options, t))
        ctx.strokeRect(Math.round(x) + 0.5, Math.round(y) + 0.5, Math.round(cw) - 1, Math.round(ch) - 1);
    }),
  );
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {number} x @param {number} y */
export function locate(taps, options, x, y) {
  return cellAt(scene(taps, options).cells, x, y);
}

/** @param {Tap[]} taps @param {ViewOptions} options @param {import('./grid.js').Cursor} cursor @returns {Saying[]} */
export function readout(taps, options, {column}) {
  const {symbols} = options;
  const list = best(taps[0], column, 3).map(({token, p}) => ({
    key: 'inside.guesses.one',
    values: {symbol: spoken(symbolOf(options, token)), chance: chance(p)},
  }));
  const guesses = strung(list, 'list.comma');
  const next = truthAt(options, column);
  const given = {symbol: spoken(next), chance: chance(chanceOf(taps[0], options, column))};
  const truth = next === undefined ? [] : [{key: 'inside.guesses.truth', values: given}];
  if (options.truth) {
    return [{key: 'inside.guesses.at', values: {place: placeAt(options, 'input', column), guesses}}, ...truth];
  }
  const read = symbols.slice(Math.max(0, column - 7), column + 1).map(visible);
  return [
    {key: 'inside.guesses.after', values: {read: read.join(areWords(options, 'input') ? ' ' : ''), guesses}},
    ...truth,
  ];
}

/** @param {Tap} tap @param {ViewOptions} options @param {number} t @returns {number} what the character that came was given */
function chanceOf(tap, options, t) {
  const token = options.vocab?.indexOf(truthAt(options, t) ?? '') ?? -1;
  return token < 0 ? 0 : tap.data[t * tap.shape[2] + token];
}

/** @param {Tap[]} taps @param {ViewOptions} options @returns {Saying[]} */
export function describe(taps, options) {
  const {columns} = scene(taps, options);
  let [right, sum, counted] = [0, 0, 0];
  for (let t = 0; t < columns; t++) {
    if (truthAt(options, t) === undefined) continue;
    counted++;
    sum += chanceOf(taps[0], options, t);
    if (symbolOf(options, best(taps[0], t, 1)[0].token) === truthAt(options, t)) right++;
  }
  const place = called(options, 'input', 1);
  if (!counted) return [{key: 'inside.guesses.too_few', values: {place}}];
  return [{key: 'inside.guesses.whole', values: {right, counted, chance: chance(sum / counted)}}];
}

/** @param {number} p @returns {Saying} */
function chance(p) {
  if (p > 0 && p < 0.01) return {key: 'inside.guesses.chance.small'};
  return {key: 'inside.guesses.chance', values: {percent: Math.round(100 * p)}};
}
