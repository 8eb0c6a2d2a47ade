// What the layers of a model are called in words, from the names that they have in the engine: "transformer.0.cross",
// "seq2seq.encoder_reverse.1", "lstm.0.cell".

/** @typedef {import('./grid.js').Saying} Saying */

/** Ways in which a part of a name says what it is about a layer. */
const ABOUT = ['reverse', 'cross', 'inducing', 'feed', 'cell'];
/** Parts of a model that are not counted. */
const ALONE = ['embedding', 'pooling', 'decoder', 'linear1'];

/**
 * "layer 1", "layer 2 of the encoder", "the source attention of layer 1", "the symbols".
 * @param {string} name @returns {Saying}
 */
export function layerSaying(name) {
  const [, ...words] = name.split('.');
  const number = words.find((word) => /^\d+$/.test(word));
  const alone = words.find((word) => ALONE.includes(word));
  /** @type {Saying} */
  let said = {key: 'compare.layer.whole'};
  if (number !== undefined) said = {key: 'compare.layer.number', values: {number: String(Number(number) + 1)}};
  else if (alone) said = {key: `compare.layer.${alone}`};
  const side = words.find((word) => /^(encoder|decoder)/.test(word));
  if (number !== undefined && side) {
    const key = side.startsWith('encoder') ? 'compare.layer.of_encoder' : 'compare.layer.of_decoder';
    said = {key, values: {layer: said}};
  }
  if (side?.endsWith('_reverse')) words.push('reverse');
  for (const about of ABOUT)
    if (words.includes(about)) said = {key: `compare.layer.about_${about}`, values: {layer: said}};
  return said;
}
