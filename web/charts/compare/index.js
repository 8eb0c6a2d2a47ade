// The pictures that put one question to all models of a race, on the same axes and scale. Adding one is a draw module beside
// these, its line here, and its words; the page does the rest.
//
// A picture is a module of pure functions over what was measured (docs/contracts.md, measure()):
//   meta      {id, measure, options, title, how}: what to ask each model; `how` says how it is read
//   scene     (runs, options) -> {height, columns, rows}: its size in CSS pixels, and what a cursor can be set on
//   draw      (ctx, runs, options): draws on a cleared context that is already scaled to CSS pixels
//   locate    (runs, options, x, y) -> {column, row} or null
//   readout   (runs, options, cursor) -> the sentences for one place
//   describe  (runs, options) -> {found, phenomenon}: a sentence a model, made from its numbers; and apart from these what lies behind
//   table     (runs, options) -> {columns, rows}: the same numbers, for files and for those who do not see the picture
// and where it wants them:
//   meta.beside  [{measure, options}]: asked too, of models that have them: run.beside[measure]
//   meta.taps    names as describe() gives them, {layer} included: of each model those that it has, in every layer: run.look
//   meta.alone   it explains one model at a time (in Inside only); meta.apart: only where models stand beside each other
//   asks         (options) -> [{measure, options}]: instead of these three of meta where what is asked hangs on a choice, on what is
//                picked, or on the example; the first is the main one, of meta.measure
//   scene().controls  [{name, title, choices}]: options.choice[name] is what was chosen
//   detail       (runs, options) -> what is said below of what is picked, formulas included; null: nothing
//   mark         (runs, options, selector) -> {column, row, x, y, label, words}: the spot that a chapter wants seen, chosen by what it is ("farthest"),
//                never by a number, and what a ring round it says; null: nothing stands out so far
//   place        (runs, options, cursor) -> {stream, index} of the example, and at(runs, options, place) -> cursor: the one
//                cursor that all pictures share
// `runs` are models of which something was found, in the order of the race; see runs.js for them and for `options`. Words are
// sayings {key, values}, as in the views inside.

import * as confusion from './confusion.js';
import * as gaps from './gaps.js';
import * as lengths from './lengths.js';
import * as network from '../network/index.js';
import * as reach from './reach.js';
import * as expect from '../expect/expect.js';
import * as look from '../look/look.js';
import * as carried from '../memory/carried_line.js';
import * as kept from '../memory/kept.js';
import * as memory from '../memory/remembered.js';
import * as scatter from '../scatter/scatter.js';
import * as wait from '../waiting/wait.js';
import * as worth from '../worth/worth.js';

/** In the order in which their questions stand. @type {readonly import('./runs.js').Picture[]} */
export const PICTURES = Object.freeze([
  network,
  reach,
  memory,
  carried,
  kept,
  lengths,
  gaps,
  confusion,
  look,
  worth,
  expect,
  scatter,
  wait,
]);
