// What does it expect? The first guess after every layer at every answer of one example, and how the guesses at one place changed
// over training: all models on the same example.
import {colourScale} from '../colour.js';
import {MONO, SANS, fitted, visible} from '../grid.js';
import {fittedName} from '../short_name.js';
import {layerSaying} from '../layer_names.js';
import {pen} from '../compare/plot.js';
import {WHOSE, before} from '../compare/runs.js';
import {EDGE, HEAT, LAYER, SYMBOLS, bandHeight, layout, panelParts} from './expect_layout.js';
import {guessesSaying, modelSaying, rankSaying} from './expect_words.js';
import {readOf} from './example_read.js';
import {isRight, lensOf, truthOf} from './expectations.js';
import {drawCourse} from './guess_course.js';

/** @typedef {import('./expect_layout.js').Options} Options @typedef {import('./expect_layout.js').Block} Block @typedef {import('./expect_layout.js').Band} Band */
/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../grid.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor */

export const meta = {
  id: 'expect',
  measure: 'lens',
  options: {},
  taps: ['probabilities'],
  title: {key: 'compare.expect.title'},
  how: [{key: 'compare.expect.how'}, {key: 'compare.expect.how_course'}, {key: 'compare.expect.how_pick'}],
};

/** So many guesses of each layer: enough that the right one is nearly always among them. */
const GUESSES = 20;
/** What is said of one place. */
const TOLD = 4;

/** @param {{example?: number}} options */
export function asks({example = 0}) {
  return [{measure: meta.measure, options: {example, guesses: GUESSES}}];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {height, answers, steps, rows} = layout(runs, options);
  return {height: height + 2, columns: answers + steps, rows};
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const view = layout(runs, options);
  for (const block of view.blocks) {
    drawName(ctx, block, options);
    for (const band of block.bands) drawBand(ctx, block, band, view.chosen.answer, options);
    if (block.lens.layers.length) drawCourse(ctx, block, view, options);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawName(ctx, {run, lens, y}, {colours, say, width}) {
  const step = say({key: 'compare.at_step', values: {step: lens.step}});
  pen(ctx, run.colour, {weight: 600});
  const name = fittedName(run.name, width - 7 * (step.length + 2), 11);
  ctx.fillText(name, 0, y + 9);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, after, y + 9);
}

/** What was right above, what was read below, and the guesses between. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Band} band @param {number} chosen answer @param {Options} options */
function drawBand(ctx, block, band, chosen, options) {
  const {lens, naming, pitch} = block;
  const {colours, say} = options;
  const layers = lens.layers.length;
  if (!layers) return;
  const label = (/** @type {Saying} */ saying, /** @type {number} */ y) => {
    pen(ctx, colours.muted, {size: 11});
    ctx.fillText(fitted(say(saying), band.x - 8, 9.5), 0, y);
  };
  label({key: 'compare.expect.edge_right'}, band.y + EDGE / 2);
  for (let row = 0; row < layers; row++)
    label(shortLayer(lens.layers[layers - 1 - row]), band.y + EDGE + (row + 0.5) * LAYER);
  const read = readOf(block);
  const bottom = band.y + EDGE + layers * LAYER;
  if (read) label({key: 'compare.expect.edge_read'}, bottom + EDGE / 2);
  for (let i = 0; i < band.count; i++) {
    const answer = band.from + i;
    const middle = band.x + (i + 0.5) * pitch;
    const truth = truthOf(naming, answer);
    const right = lens.names[truth] ?? '';
    drawSymbol(ctx, right, middle, band.y + EDGE / 2, pitch, colours.ink);
    for (let row = 0; row < layers; row++)
      drawGuess(ctx, block, {answer, row, x: band.x + i * pitch, y: band.y + EDGE + row * LAYER}, options);
    if (read) drawSymbol(ctx, read[lens.at[answer]] ?? '', middle, bottom + EDGE / 2, pitch, colours.muted);
    if (answer === chosen)
      frame(
        ctx,
        {x: band.x + i * pitch, y: band.y, wide: pitch, tall: bottom - band.y + (read ? EDGE : 2)},
        colours.muted,
      );
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {{x: number, y: number, wide: number, tall: number}} box @param {string} ink */
function frame(ctx, {x, y, wide, tall}, ink) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1;
  ctx.setLineDash([2, 2]);
  ctx.strokeRect(Math.round(x) - 0.5, Math.round(y) + 0.5, Math.round(wide) + 1, Math.round(tall) - 1);
  ctx.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} symbol @param {number} x its middle @param {number} y @param {number} room @param {string} ink @param {number} [weight] */
function drawSymbol(ctx, symbol, x, y, room, ink, weight = 400) {
  if (room < 6 || symbol === '') return;
  const size = Math.max(8, Math.min(13, room * 1.2));
  ctx.font = `${weight} ${[...symbol].length > 2 ? 11 : size}px ${[...symbol].length > 2 ? SANS : MONO}`;
  ctx.fillStyle = ink;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(fitted(symbol, Math.max(8, room - 4), 10), x, y + 0.5);
  ctx.textAlign = 'left';
}

/** A cell as bright as its guess is probable; what is right is underlined and bold. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {{answer: number, row: number, x: number, y: number}} cell @param {Options} options */
function drawGuess(ctx, {run, lens, first, pitch}, {answer, row, x, y}, {colours, cursor, picked}) {
  const layer = lens.layers.length - 1 - row;
  const [guess] = lens.guesses(layer, answer);
  if (!guess || Number.isNaN(guess.p)) return;
  const right = isRight(lens, layer, answer, 0);
  const gap = pitch > 10 ? 1 : 0;
  ctx.fillStyle = colourScale('sequential', 0, 1, colours.dark)(guess.p);
  ctx.fillRect(x + gap, y + gap, pitch - 2 * gap, LAYER - 2 * gap);
  const ink = guess.p > 0.5 ? colours.paper : colours.ink;
  drawSymbol(
    ctx,
    lens.names[guess.symbol] ?? '',
    x + pitch / 2,
    y + LAYER / 2 - (right ? 1 : 0),
    pitch,
    ink,
    right ? 700 : 400,
  );
  ctx.fillStyle = ink;
  if (right) ctx.fillRect(x + 0.2 * pitch, y + LAYER - 5, 0.6 * pitch, 2);
  const at = (/** @type {Cursor | null | undefined} */ one) => one?.row === first + row && one.column === answer;
  if (!at(cursor) && !at(picked)) return;
  ctx.strokeStyle = at(cursor) ? colours.ink : run.colour;
  ctx.lineWidth = 2;
  ctx.strokeRect(x, y, pitch, LAYER);
}

/** @param {string} name @returns {Saying} */
function shortLayer(name) {
  const number = /\.(\d+)/.exec(name)?.[1];
  if (number === undefined) return {key: 'compare.expect.layer_symbols'};
  const values = {number: String(Number(number) + 1)};
  return {key: name.endsWith('.cell') ? 'compare.expect.layer_cell' : 'compare.expect.layer', values};
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {blocks, answers} = layout(runs, options);
  const block = blocks.find((one) => y >= one.y && y < one.bottom);
  if (!block || !block.lens.layers.length) return null;
  const layers = block.lens.layers.length;
  for (const {from, count, x: left, y: top} of block.bands) {
    const column = Math.floor((x - left) / block.pitch);
    if (column < 0 || column >= count || y < top || y >= top + bandHeight(layers)) continue;
    const row = Math.max(0, Math.min(layers - 1, Math.floor((y - top - EDGE) / LAYER)));
    return {column: from + column, row: block.first + row};
  }
  const {cells, pitch} = panelParts(block.panel, block.course.length);
  const step = Math.floor((x - cells.x) / pitch);
  if (y < cells.y || y > cells.y + SYMBOLS * HEAT + 14 || step < 0 || step >= block.course.length) return null;
  return {column: answers + step, row: block.first + layers - 1 - block.layer};
}

/** The block that a row is of, and which layer. @param {ReturnType<typeof layout>} view @param {number} row */
function layerAt({blocks}, row) {
  const block = blocks.findLast(({first}) => first <= row) ?? blocks[0];
  return {block, layer: Math.max(0, block.lens.layers.length - 1 - (row - block.first))};
}

/** @param {Run[]} runs @param {Options} options @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, options, {column, row}) {
  const view = layout(runs, options);
  const {block, layer} = layerAt(view, row);
  const back = column >= view.answers;
  const lens = back ? block.course[Math.min(block.course.length - 1, column - view.answers)] : block.lens;
  const answer = back ? view.chosen.answer : column;
  if (!lens.layers.length || answer >= lens.at.length)
    return [{key: 'compare.expect.reading_none', values: {name: block.run.name}}];
  const values = {
    name: block.run.name,
    step: lens.step,
    layer: layerSaying(lens.layers[layer]),
    place: String(answer + 1),
  };
  const guesses = guessesSaying(lens, layer, answer, TOLD);
  return [
    {key: 'compare.expect.reading', values: {...values, guesses}},
    {key: 'compare.expect.reading_rank', values: {rank: rankSaying(block.naming, lens, layer, answer)}},
  ];
}

/** Layer by layer what is expected at the picked place. @param {Run[]} runs @param {Options} options @returns {{title: Saying, lines: Saying[]} | null} */
export function detail(runs, options) {
  const {picked} = options;
  const view = layout(runs, options);
  if (!picked || !view.blocks.length) return null;
  const {block} = layerAt(view, picked.row);
  if (picked.column >= view.answers) {
    const values = {step: block.lens.step};
    return {title: {key: 'compare.expect.back', values}, lines: [{key: 'compare.expect.back_how'}]};
  }
  const {lens, run} = block;
  if (picked.column >= lens.at.length) return null;
  const lines = lens.layers.map((name, layer) => {
    const guesses = guessesSaying(lens, layer, picked.column, TOLD);
    return {
      key: 'compare.expect.after',
      values: {layer: layerSaying(name), guesses, rank: rankSaying(block.naming, lens, layer, picked.column)},
    };
  });
  return {title: {key: 'compare.expect.at', values: {name: run.name, place: String(picked.column + 1)}}, lines};
}

/** @param {Run[]} runs @param {Options} options @returns {import('../compare/runs.js').Words} */
export function describe(runs, options) {
  const {chosen, blocks} = layout(runs, options);
  const key = chosen.picked ? 'picked' : chosen.changed ? 'lively' : 'still';
  const which = {key: `compare.expect.which_${key}`, values: {place: String(chosen.answer + 1)}};
  const found = blocks.map((block) => modelSaying(block, chosen.answer));
  return {found: [which, ...found], phenomenon: {key: 'compare.expect.phenomenon'}};
}

/** Where each answer stands in the example that all pictures show; a look at a text is at another passage. @param {Run[]} runs */
const sharedPlaces = ([run]) => (run?.look?.asked ? lensOf(run.found).at : []);

/** @param {Run[]} runs @param {Options} _ @param {Cursor} cursor */
export function place(runs, _, {column}) {
  const index = sharedPlaces(runs)[column];
  return index === undefined ? null : {stream: /** @type {const} */ ('input'), index};
}

/** @param {Run[]} runs @param {Options} _ @param {{stream: string, index: number}} where @returns {Cursor | null} */
export function at(runs, _, {stream, index}) {
  const column = stream === 'input' ? sharedPlaces(runs).indexOf(index) : -1;
  return column < 0 ? null : {column, row: 0};
}

/** Guess by guess at each layer; on average where no answer is named. @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = [
    {id: 'layer', title: {key: 'compare.table.layer'}},
    {id: 'answer_from_1_or_all', title: {key: 'compare.expect.table_answer'}},
    {id: 'first_guess', title: {key: 'compare.expect.table_guess'}},
    {id: 'probability', title: {key: 'compare.expect.table_probability'}},
    {id: 'probability_of_right', title: {key: 'compare.expect.table_right'}},
    {id: 'share_of_first_guesses_right', title: {key: 'compare.expect.table_first_right'}},
  ];
  const rows = runs.flatMap((run) =>
    [...before(run), run.found].flatMap((measured) => {
      const lens = lensOf(measured);
      return lens.layers.flatMap((layer, i) => [
        [run.name, lens.step, layer, 'all', '', '', '', lens.accuracy[i]],
        ...lens.at.map((_, answer) => {
          const [{symbol, p}] = lens.guesses(i, answer);
          return [
            run.name,
            lens.step,
            layer,
            answer + 1,
            visible(lens.names[symbol] ?? ''),
            p,
            lens.right(i, answer),
            '',
          ];
        }),
      ]);
    }),
  );
  return {columns: [...WHOSE, ...columns], rows};
}
