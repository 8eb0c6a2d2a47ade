// One model of tests/golden/hashes.json, trained to the end with the engine that the page has.
import {createEngine} from '../../wasm_bindings/engine.js';
import {dataOf} from '../support/golden_hashes.js';

const bytes = async (/** @type {string} */ path) =>
  new Uint8Array(await (await fetch(new URL(path, import.meta.url))).arrayBuffer());

/** @param {number} index */
async function train(index) {
  const golden = JSON.parse(new TextDecoder().decode(await bytes('../golden/hashes.json')));
  const {name, experiment} = golden.cases[index];
  const engine = await createEngine({module: await bytes('../../build/wasm/engine_strict.wasm')});
  const data = {text: new TextEncoder().encode(golden.text), digits: await bytes('../golden/digits.bin')};
  const session = engine.open(experiment, 0, dataOf(experiment, data));
  while (session.step(50).step < experiment.train.steps); // in slices, as the page does
  return {name, weights: session.weightsSha256()};
}

onmessage = ({data}) => train(data).then(postMessage, (error) => postMessage({error: String(error)}));
