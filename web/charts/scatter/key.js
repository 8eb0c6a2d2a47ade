// Below all panels: by what points are coloured, and what each colour and shape means.
import {scaleTable} from '../colour.js';
import {pen} from '../compare/plot.js';
import {classColour, PALE} from './colouring.js';
import {drawShape} from './shapes.js';
import {amount} from './traits.js';

/** @typedef {import('./colouring.js').Colouring} Colouring @typedef {import('../compare/runs.js').Options} Options */
/** colour: of a class, or none; scale: the bar @typedef {{text: string, shape: number | 'scale' | null, fill: string}} Entry */

const [ROW, TYPE, MARK, GAP, BAR] = [18, 11.5, 14, 16, 90];
/** Widths are guessed, since the height must be known before there is anything to draw on. @param {string} text */
const wide = (text) => 0.56 * TYPE * text.length;

/** @param {Colouring} colouring @param {Options} options @returns {Entry[]} */
function entriesOf({title, ordered, classes, rest, unknown, low, high}, {say, colours}) {
  const word = (/** @type {string} */ what) => say({key: `compare.scatter.key_${what}`});
  const plain = (/** @type {string} */ what) => ({text: word(what), shape: -1, fill: colours.muted});
  const named = say({key: 'compare.scatter.key', values: {what: title}});
  const range = {low: amount(low), high: amount(high)};
  return [
    {text: named, shape: null, fill: colours.ink},
    ...(ordered && high >= low
      ? [
          {
            text: say({key: 'compare.scatter.key_range', values: range}),
            shape: /** @type {const} */ ('scale'),
            fill: '',
          },
        ]
      : []),
    ...classes.map((one, i) => ({text: say(one.title), shape: i, fill: classColour(i, colours.dark)})),
    ...(rest || unknown ? [plain(rest && unknown ? 'rest_unknown' : rest ? 'rest' : 'unknown')] : []),
  ];
}

/** @param {Colouring} colouring @param {Options} options */
function laidOut(colouring, options) {
  let [x, y] = [0, 0];
  const places = entriesOf(colouring, options).map((entry) => {
    const mark = entry.shape === null ? 0 : entry.shape === 'scale' ? BAR + 6 : MARK;
    const need = mark + wide(entry.text);
    if (x > 0 && x + need > options.width) [x, y] = [0, y + ROW];
    const place = {...entry, x, y: y + ROW / 2, mark};
    x += need + GAP;
    return place;
  });
  return {places, height: y + ROW};
}

/** @param {Colouring} colouring @param {Options} options */
export const keyHeight = (colouring, options) => laidOut(colouring, options).height;

/** @param {CanvasRenderingContext2D} ctx @param {Colouring} colouring @param {number} top @param {Options} options */
export function drawKey(ctx, colouring, top, options) {
  const {colours, width} = options;
  for (const {text, shape, fill, x, y, mark} of laidOut(colouring, options).places) {
    if (shape === 'scale') drawScale(ctx, x, top + y, options);
    else if (shape !== null) {
      ctx.fillStyle = fill;
      drawShape(ctx, shape, x + 5, top + y, 4.5);
    }
    pen(ctx, shape === null ? colours.ink : colours.muted, {size: TYPE, weight: shape === null ? 600 : 400});
    ctx.fillText(text, Math.min(x + mark, width), top + y);
  }
}

/** From the least to the most, without what is lost on paper. @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {Options} options */
function drawScale(ctx, x, y, {colours}) {
  const table = scaleTable('sequential', colours.dark);
  const shown = table.slice(Math.round((-PALE / (1 - PALE)) * (table.length - 1)));
  shown.forEach((colour, i) => {
    ctx.fillStyle = colour;
    ctx.fillRect(x + (i * BAR) / shown.length, y - 4, BAR / shown.length + 0.5, 8);
  });
}
