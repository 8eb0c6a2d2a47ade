// What a picture asks of each model. Pure.

/** @typedef {import('../../charts/compare/runs.js').Picture} Picture @typedef {import('../../charts/compare/runs.js').Ask} Ask */

/** @param {Picture} picture @param {import('../../charts/compare/runs.js').Options} options @returns {Ask[]} the first is the one that it is drawn from */
export function asksOf({meta, asks}, options) {
  return asks?.(options) ?? [{measure: meta.measure, options: meta.options}, ...(meta.beside ?? [])];
}

/** The same question has the same key. @param {Ask} ask */
export const keyOf = ({measure, options}) => JSON.stringify([measure, options]);

/** Names of taps, of every layer that has them. @param {string[]} wanted with {layer} left open @param {import('../../runtime/types').LookKind[]} looks what info() says there is @returns {string[]} */
export function tapsWanted(wanted, looks) {
  const open = (/** @type {string} */ name) => name.replace(/\{\w+\}/g, '{layer}');
  const names = wanted.map(open);
  return looks
    .filter(({tap}) => names.includes(open(tap)))
    .flatMap(({tap, layers}) =>
      layers?.length ? layers.map((layer) => open(tap).replace('{layer}', String(layer))) : [tap],
    );
}
