// A look inside, as the worker takes it.

/**
 * Runs the model on a text and copies the wanted taps out of the engine's memory.
 * @param {any} session @param {string} text @param {string[]} names taps that do not exist are left out
 */
export function inspect(session, text, names) {
  const {symbols, probability, source, item, asked, written, text: used = text} = session.inspect(text);
  const known = new Map(session.taps().map((/** @type {any} */ tap) => [tap.name, tap]));
  const taps = names
    .filter((name) => known.has(name))
    .map((name) => ({name, axes: known.get(name).axes, ...session.tap(name)}));
  return {
    look: {text: used, symbols, probability, source, item, asked, written, taps},
    transfer: taps.map((tap) => tap.data.buffer),
  };
}
