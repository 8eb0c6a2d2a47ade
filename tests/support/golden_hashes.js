// What the experiments of tests/golden/hashes.json read.

/** The bytes that an experiment's task wants. @param {any} experiment @param {{text: Uint8Array, digits: Uint8Array}} data */
export function dataOf({task: {corpus}}, {text, digits}) {
  return corpus === 'own' ? text : corpus === 'digits' ? digits : new Uint8Array();
}
