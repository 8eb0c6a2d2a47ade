// What is each part worth? Bars of how much the loss on unseen examples rises when one part of a model alone is off, most first, all
// models on one scale. A part that is picked is switched off in the picture: the same model with it and without it.
import {linearTicks} from '../ticks.js';
import {fitted} from '../grid.js';
import {fittedName} from '../short_name.js';
import {percent} from '../compare/numbers.js';
import {pen} from '../compare/plot.js';
import {WHOSE} from '../compare/runs.js';
import {changed, lossSaying} from './amounts.js';
import {nameOf, offSaying} from './part_names.js';
import {BAR, named, worthOf} from './part_values.js';
import {drawWithWithout} from './with_without.js';
import {ROW, layout, mostLoss, placeOf} from './worth_bars.js';

/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options */
/** @typedef {import('../compare/runs.js').Saying} Saying @typedef {import('../grid.js').Cursor} Cursor */
/** @typedef {import('./part_values.js').Part} Part @typedef {import('./part_values.js').Worth} Worth */
/** @typedef {import('./worth_bars.js').Block} Block @typedef {import('./worth_bars.js').Row} Row @typedef {import('./worth_bars.js').Range} Range */

export const meta = {
  id: 'worth',
  measure: 'parts',
  options: {},
  title: {key: 'compare.worth.title'},
  how: [{key: 'compare.worth.how'}, {key: 'compare.worth.how_off'}, {key: 'compare.worth.how_copy'}],
};

/** What can be asked for, as the engine has it, and scores by which heads are switched off together. */
const PARTS = ['any', 'head', 'gate', 'unit', 'layer'];
const SCORES = ['none', 'previous', 'induction', 'copying'];

/** @param {Pick<Options, 'choice'>} options */
export function asks({choice = {}}) {
  const part = PARTS[choice.parts ?? 0] ?? PARTS[0];
  const score = SCORES[choice.together ?? 0] ?? SCORES[0];
  const options = {...(part === 'any' ? {} : {part}), ...(score === 'none' ? {} : {score})};
  return [{measure: meta.measure, options}];
}

/** @param {Run[]} runs @param {Options} options */
export function scene(runs, options) {
  const {blocks, height} = layout(runs, options);
  const columns = Math.max(0, ...blocks.map(({worth}) => worth.parts.length));
  return {height, columns, rows: runs.length, controls: controlsOf(blocks)};
}

/** Families that have such parts, by how their layers are called. @type {Record<string, RegExp>} */
const HAVE = {head: /^(set_|conv_)?(transformer|seq2seq)\b/, gate: /^(gru|lstm|seq2seq|state_space)\b/};

/** What some model has, as far as their names tell. @param {Block[]} blocks */
function controlsOf(blocks) {
  const places = blocks.flatMap(({worth}) => worth.parts.map(({place}) => place));
  const choices = (/** @type {string[]} */ names, /** @type {string} */ room) =>
    names.map((name, value) => ({value, title: {key: `compare.worth.${room}_${name}`}}));
  const offered = (/** @type {{value: number}} */ {value}) => {
    const family = HAVE[PARTS[value]];
    return !family || !places.length || places.some((place) => family.test(place));
  };
  const parts = {name: 'parts', title: {key: 'compare.worth.which'}, choices: choices(PARTS, 'which').filter(offered)};
  const heads = blocks.every(({worth}) => worth.parts.some(({kind}) => kind === 'head'));
  if (!blocks.length || !heads) return [parts];
  return [parts, {name: 'together', title: {key: 'compare.worth.score'}, choices: choices(SCORES, 'score')}];
}

/** @param {CanvasRenderingContext2D} ctx @param {Run[]} runs @param {Options} options */
export function draw(ctx, runs, options) {
  const {blocks, range} = layout(runs, options);
  const most = mostLoss(blocks);
  for (const block of blocks) {
    drawName(ctx, block, options);
    drawAxis(ctx, block, range, options);
    for (const row of block.rows) drawRow(ctx, block, row, range, options);
    const open = block.rows.find((row) => row.open);
    if (open) drawWithWithout(ctx, {...block, y: open.y + ROW, part: open.part, most}, options);
    drawRest(ctx, block, options);
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawName(ctx, {run, worth, x, y, width}, {colours, say}) {
  const step = say({key: 'compare.at_step', values: {step: run.found.step}});
  pen(ctx, run.colour, {weight: 600});
  const name = fittedName(run.name, width - 7 * (step.length + 2), 11);
  ctx.fillText(name, x, y + 9);
  const after = ctx.measureText(`${name}  `).width;
  pen(ctx, colours.muted);
  ctx.fillText(step, x + after, y + 9);
  pen(ctx, colours.muted, {size: 11});
  ctx.fillText(fitted(say(wholeSaying(worth)), width, 9), x, y + 26);
}

/** @param {Worth} worth @returns {Saying} */
function wholeSaying({loss, accuracy}) {
  const values = {loss: lossSaying(loss)};
  if (Number.isNaN(accuracy)) return {key: 'compare.worth.whole', values};
  return {key: 'compare.worth.whole_right', values: {...values, share: percent(accuracy)}};
}

/** What stands how far from the line at which nothing changes. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Range} range @param {Options} options */
function drawAxis(ctx, block, range, {colours, say}) {
  const last = block.rows[block.rows.length - 1];
  if (!last) return;
  const y = last.y + last.tall;
  ctx.fillStyle = colours.line;
  ctx.fillRect(block.x, y, block.width, 1);
  pen(ctx, colours.muted, {size: 10});
  for (const value of linearTicks(range.low, range.high, block.width / 64)) {
    const text = say(changed(value));
    const wide = ctx.measureText(text).width;
    const at = placeOf(block, range, value);
    ctx.fillRect(at - 0.5, y, 1, 4);
    ctx.fillText(text, Math.max(block.x, Math.min(block.x + block.width - wide, at - wide / 2)), y + 10);
  }
  ctx.fillText(fitted(say({key: 'compare.worth.x'}), block.width, 8.5), block.x, y + 24);
}

/** What it is called, what it changes, and a bar of how much. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Row} row @param {Range} range @param {Options} options */
function drawRow(ctx, block, {part, at, y, open}, range, options) {
  const {colours, say, cursor, picked} = options;
  const here = cursor?.row === block.row && cursor.column === at;
  const apart = picked?.row === block.row && !open && block.rows.some((row) => row.open);
  const value = say(changed(part.rise));
  pen(ctx, colours.ink, {size: 11, weight: 600});
  const wide = ctx.measureText(value).width;
  ctx.fillStyle = apart ? colours.muted : colours.ink;
  ctx.fillText(value, block.x + block.width - wide, y + 9);
  pen(ctx, here || open ? colours.ink : colours.muted, {size: 11, weight: here ? 600 : 400});
  const name = fitted(say(nameOf(part)), block.width - wide - 10, 9.5);
  ctx.fillText(name, block.x, y + 9);
  if (open) strike(ctx, block.x, y + 9, ctx.measureText(name).width, block.run.colour);
  drawBar(ctx, block, {rise: part.rise, y: y + 16, open, apart}, range, options);
  if (!here) return;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(block.x + 0.5, y + 0.5, block.width - 1, ROW - 2);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} width @param {string} ink */
function strike(ctx, x, y, width, ink) {
  ctx.fillStyle = ink;
  ctx.fillRect(x, y, width, 1);
}

/** @param {CanvasRenderingContext2D} ctx @param {Block} block @param {{rise: number, y: number, open: boolean, apart: boolean}} bar @param {Range} range @param {Options} options */
function drawBar(ctx, block, {rise, y, open, apart}, range, {colours}) {
  const [zero, end] = [placeOf(block, range, 0), placeOf(block, range, rise)];
  const strong = Math.abs(rise) >= BAR * block.worth.loss;
  ctx.save();
  ctx.globalAlpha = apart ? 0.2 : strong || open ? 1 : 0.45;
  ctx.fillStyle = block.run.colour;
  ctx.fillRect(Math.min(zero, end), y, Math.abs(end - zero), 7);
  ctx.restore();
  ctx.fillStyle = colours.muted;
  ctx.fillRect(zero - 0.5, y - 1, 1, 10);
}

/** How many parts are not drawn, and how little they are worth. @param {CanvasRenderingContext2D} ctx @param {Block} block @param {Options} options */
function drawRest(ctx, block, {colours, say}) {
  const {hidden: count, below, worth} = block;
  /** @type {Saying[]} */
  const lines = [];
  if (count) lines.push({key: 'compare.worth.rest', values: {count, below: lossSaying(below)}});
  if (worth.untried) lines.push({key: 'compare.worth.untried', values: {untried: worth.untried}});
  pen(ctx, colours.muted, {size: 11});
  lines.forEach((line, i) => {
    ctx.fillText(fitted(say(line), block.width, 8.5), block.x, block.bottom - 15 * (lines.length - i) + 9);
  });
}

/** @param {Run[]} runs @param {Options} options @param {number} x @param {number} y @returns {Cursor | null} */
export function locate(runs, options, x, y) {
  const {blocks} = layout(runs, options);
  const block = blocks.find((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y < one.bottom);
  const row = block?.rows.find((one) => y >= one.y && y < one.y + one.tall);
  return block && row ? {column: row.at, row: block.row} : null;
}

/** @param {Run[]} runs @param {Options} _ @param {Cursor} cursor @returns {Saying[]} */
export function readout(runs, _, {column, row}) {
  const run = runs[row];
  const worth = worthOf(run.found);
  const part = worth.parts[column];
  if (!part) return [{key: 'compare.worth.reading_none', values: {name: run.name}}];
  const values = {name: run.name, step: run.found.step, off: offSaying(part), change: changeSaying(worth, part)};
  return [{key: 'compare.worth.reading', values}];
}

/** "the loss goes from 0.32 to 0.86, and right answers from 87 % to 72 %" @param {Worth} worth @param {Part} part @returns {Saying} */
function changeSaying({loss, accuracy}, {rise, fall}) {
  const values = {loss: lossSaying(loss), without: lossSaying(loss + rise)};
  if (Number.isNaN(fall)) return {key: 'compare.worth.change', values};
  const right = {share: percent(accuracy), left: percent(Math.max(0, accuracy - fall))};
  return {key: 'compare.worth.change_right', values: {...values, ...right}};
}

/** What happened when the picked part was switched off. @param {Run[]} runs @param {Options} options @returns {{title: Saying, lines: Saying[]} | null} */
export function detail(runs, {picked}) {
  const run = picked ? runs[picked.row] : undefined;
  const worth = run && worthOf(run.found);
  const part = worth?.parts[picked?.column ?? -1];
  if (!run || !worth || !part) return null;
  const values = {name: run.name, off: offSaying(part)};
  /** @type {Saying[]} */
  const lines = [
    {key: 'compare.worth.off_change', values: {change: changeSaying(worth, part)}},
    {key: `compare.worth.off_${verdictOf(worth, part)}`, values: {bar: percent(BAR)}},
    {key: 'compare.worth.off_copy', values: {examples: worth.examples}},
  ];
  return {title: {key: 'compare.worth.off', values}, lines};
}

/** @param {Worth} worth @param {Part} part */
function verdictOf({loss}, {rise, kind}) {
  if (rise === 0) return 'nothing';
  if (Math.abs(rise) < BAR * loss) return 'little';
  if (rise < 0) return 'better';
  return kind === 'gate' ? 'gate' : 'needed';
}

/** @param {Run[]} runs @returns {import('../compare/runs.js').Words} */
export function describe(runs) {
  return {found: runs.map(sentence), phenomenon: {key: 'compare.worth.phenomenon'}};
}

/** The part without which the loss rises most, if by a tenth, and one that stands in the way. @param {Run} run @returns {Saying} */
function sentence({name, found}) {
  const worth = worthOf(found);
  const {most, hinders, worth: count, of} = named(worth);
  if (!of) return {key: 'compare.worth.found_none', values: {name}};
  const better = hinders
    ? {key: 'compare.worth.better', values: {off: offSaying(hinders), change: changeSaying(worth, hinders)}}
    : {key: 'compare.worth.no_better'};
  const values = {name, of, better};
  if (!most) return {key: 'compare.worth.found_little', values: {...values, bar: percent(BAR)}};
  const change = changeSaying(worth, most);
  return {key: 'compare.worth.found', values: {...values, off: offSaying(most), change, count, bar: percent(BAR)}};
}

/** All parts, drawn or not. @param {Run[]} runs @returns {import('../compare/runs.js').Table} */
export function table(runs) {
  const columns = [
    {id: 'layer', title: {key: 'compare.table.layer'}},
    {id: 'part', title: {key: 'compare.worth.table_part'}},
    {id: 'number_from_1_or_gate', title: {key: 'compare.worth.table_number'}},
    {id: 'held', title: {key: 'compare.worth.table_held'}},
    {id: 'rise_of_loss', title: {key: 'compare.worth.table_rise'}},
    {id: 'fall_of_share_right', title: {key: 'compare.worth.table_fall'}},
    {id: 'loss_without', title: {key: 'compare.worth.table_loss_without'}},
  ];
  const rows = runs.flatMap(({name, found}) => {
    const {parts, loss} = worthOf(found);
    return parts.map(({kind, place, index, gate, held, rise, fall}) => {
      const number = kind === 'together' ? index : gate || index + 1;
      return [name, found.step, place, kind, number, held, rise, fall, loss + rise];
    });
  });
  return {columns: [...WHOSE, ...columns], rows};
}
