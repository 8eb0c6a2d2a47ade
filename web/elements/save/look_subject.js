// A picture inside, as it is shown, to be saved.
import {drawLegends} from '../../charts/legend.js';
import {told, toldAll} from '../../words/words.js';
import {captionOf, withChoices, runLine} from './caption.js';
import {inFile} from './colours_of_file.js';
import {tapsTable} from './taps_csv.js';

/** @typedef {import('../inside/view_frame.js').ViewFrame} ViewFrame @typedef {import('./saving.js').Subject} Subject */
/** @typedef {import('../inside/view_choice.js').View} View @typedef {import('../../charts/grid.js').ViewOptions} Options */
/** @typedef {import('../../words/words.js').Saying} Saying */
/** What was chosen, in words and in the file's name. @typedef {{title: Saying, chosen: Saying, short: (string | number)[]}} Choice */

/** Of the paper that it is drawn for, in CSS pixels: matrices are smaller. */
const WIDTH = 720;
const LEAST = 480; // for the caption

/** @param {ViewFrame} element @returns {Subject | null} null where nothing is shown */
export function lookSubject(element) {
  const {race, runner} = element;
  const {view, taps, options: shown} = element.picture;
  const look = runner?.look;
  if (!race || !runner || !view || !taps || !look) return null;
  const options = {...shown, width: WIDTH, colours: inFile(shown.colours), cursor: null, large: true, still: true};
  const choices = choicesOf(element, view.scene(taps, options).controls);
  const run = withChoices(runLine(race, [runner], look.step), choices);
  return {
    name: [
      runner.name,
      shortened(view.meta.id, runner.model.kind),
      ...choices.flatMap(({short}) => short),
      'step',
      look.step,
    ],
    table: () => tapsTable(taps, options, {model: runner.name, step: look.step}),
    picture: () => ({
      ...sheetOf(view, taps, options),
      caption: captionOf(told(view.meta.title), [run, toldAll(view.describe(taps, options))]),
      description: toldAll(view.meta.summary),
    }),
  };
}

/** @param {View} view @param {import('../../runtime/types').Tap[]} taps @param {Options} options */
function sheetOf(view, taps, options) {
  const {colours} = options;
  const {height, legend, cells, panels} = /** @type {any} */ (view.scene(taps, options));
  const frame = cells ?? panels[0].cells;
  const width = Math.max(LEAST, Math.ceil(frame.x + frame.width + 2));
  const draw = (/** @type {CanvasRenderingContext2D} */ ctx) => {
    view.draw(ctx, taps, options);
    ctx.translate(0, height + 6);
    return height + 6 + drawLegends(ctx, legend, {width, colours, say: told});
  };
  return {width, colours, paper: colours.paper, draw};
}

/** Where there is a choice, what it is. @param {ViewFrame} element @param {import('../inside/view_choice.js').Control[]} controls @returns {Choice[]} */
function choicesOf({picture: {layer, layers, options}}, controls) {
  const number = String(layer + 1);
  const chosenLayer = {
    title: {key: 'inside.layer'},
    chosen: {key: 'inside.layer.number', values: {number}},
    short: ['layer', number],
  };
  const others = controls
    .filter(({choices}) => choices.length > 1)
    .map(({name, title, choices}) => ({
      name,
      title,
      choices,
      at: Math.min(options.choice?.[name] ?? 0, choices.length - 1),
    }))
    .filter(({name, at}) => name === 'head' || at > 0) // of an order, the usual one needs no word
    .map(({name, title, choices, at}) => ({
      title,
      chosen: choices[at].title,
      short: [name, at + (name === 'head' ? 1 : 0)],
    }));
  return layers.length > 1 ? [chosenLayer, ...others] : others;
}

/** The model's name says its kind already. @param {string} id of a view @param {string} kind */
function shortened(id, kind) {
  return id.startsWith(`${kind}-`) ? id.slice(kind.length + 1) : id;
}
