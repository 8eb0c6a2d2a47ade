// The inside views. Adding one is a draw module beside these and one line here; the page does the rest.
//
// A view is a module of pure functions over taps, in the order of `meta.taps`:
//   meta      {id, taps, title, summary}: `taps` are names as the engine's describe() gives them, {layer} included. `measures`
//             ([{measure, options}]), where it has some, are asked too: options.measured[measure], as far as the model has them;
//             an option '{layer}' is the layer that is looked at, counted from one as measures do
//   scene     (taps, options) -> {height, columns, rows, legend, controls, byRow?}: its size in CSS pixels and its grid
//   draw      (ctx, taps, options): draws on a cleared context that is already scaled to CSS pixels
//   locate    (taps, options, x, y) -> {column, row} or null
//   readout   (taps, options, cursor) -> the sentences for one cell
//   describe  (taps, options) -> the sentences for the whole picture
//   place     (taps, options, cursor) -> {stream, index} of the example or null, and at(taps, options, place) -> cursor or null:
//             where columns are places, for the one cursor that all pictures share
// Words are sayings {key, values}, titles one and sentences a list of them; `options.say` turns one into text to draw.
// `options` and `Tap` are described in grid.js.

export * as lstmGates from './memory/lstm_gates.js';
export * as gruGates from './memory/gru_gates.js';
export * as attention from './attention.js';
export * from './alignments.js';
export * from './memory/hidden_states.js';
export * as featureMaps from './feature_maps.js';
export * as guesses from './guesses.js';
