// How long `unrolled verify` takes for the receipts of a class, beside the training time of their runs divided by the cores: at most
// LIMIT times that. Each receipt is of an exercise whose seed follows from the name, LSTM against RNN at three positions of the knob,
// trained by `unrolled train` one run after the other on one core, whose time that is.
//   node tests/bench/verify_receipts.mjs [--receipts 30] [--steps 300]      needs build/native (make build)
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {readModelFile} from '../../web/store/model_file.js';
import {canonical, seedOfName, sealed} from '../support/made_receipts.js';

const LIMIT = 1.15;
const POSITIONS = [12, 18, 24];
const native = fileURLToPath(new URL('../../build/native/unrolled', import.meta.url));
const {values} = parseArgs({
  options: {receipts: {type: 'string', default: '30'}, steps: {type: 'string', default: '300'}},
});
const folder = mkdtempSync(join(tmpdir(), 'unrolled-'));

/** @type {any} */
const EXPERIMENT = {
  version: 1,
  task: {kind: 'adding', length: POSITIONS[0], longer_length: 0},
  train: {steps: Number(values.steps), eval_every: 50, batch_size: 32, seed: 1, optimizer: {kind: 'adamw', lr: 0.005}},
  models: [
    {kind: 'lstm', hidden_size: 32},
    {kind: 'rnn', hidden_size: 32},
  ],
};
const GOAL = [{model: 0, metric: 'val_loss', op: '<=', value: 10}];

/** @param {string[]} args @param {number[]} accepted exit codes */
function seconds(args, accepted = [0]) {
  const begin = performance.now();
  const {status, stdout, stderr} = spawnSync(native, args, {encoding: 'utf8', maxBuffer: 2 ** 28});
  if (!accepted.includes(Number(status)))
    throw new Error(`${args.join(' ')}: ${status} ${stderr}${stdout.slice(-2000)}`);
  return {taken: (performance.now() - begin) / 1000, stdout};
}

/** One model of a run, trained and saved. @param {any} experiment @param {number} k */
function trained(experiment, k) {
  const [from, to] = [join(folder, 'experiment.json'), join(folder, 'model.safetensors')];
  writeFileSync(from, JSON.stringify({...experiment, models: [experiment.models[k]]}));
  const {taken} = seconds(['train', from, '--save', to]);
  const {metadata} = readModelFile(new Uint8Array(readFileSync(to)));
  return {taken, model: JSON.parse(metadata.receipt).models[0], ...JSON.parse(metadata.receipt)};
}

/** @param {string} name @returns {{receipt: any, taken: number}} */
function receiptOf(name) {
  const seed = seedOfName(name);
  let [sum, about] = [0, /** @type {any} */ ({})];
  const runs = POSITIONS.map((length, position) => {
    const {task, train} = EXPERIMENT;
    const experiment = {...EXPERIMENT, task: {...task, length}, train: {...train, seed}};
    const models = EXPERIMENT.models.map((/** @type {any} */ _, /** @type {number} */ k) => {
      const one = trained(experiment, k);
      sum += one.taken;
      about = one;
      return {...one.model, reproducible: undefined};
    });
    return {position, changes: position ? {'task.length': length} : {}, seed, models};
  });
  const exercise = {v: 1, title: 'Which one adds?', question: 'Which?', choices: [], goal: GOAL, seed: 'name'};
  const taken = {
    exercise: '',
    name,
    prediction: null,
    answers: [],
    found: {},
    runs,
    goals: [null],
    hints: 0,
    begun: 0,
    seconds: 0,
    finished: true,
  };
  const {arithmetic, engine} = about;
  const page = {experiment: EXPERIMENT, view: {}, shape: {}, text: {}};
  const receipt = {
    format: 'unrolled-receipt-1',
    page,
    data: null,
    arithmetic,
    engine,
    models: [],
    exercise: {exercise, taken, checksum: ''},
  };
  return {receipt: sealed(JSON.parse(JSON.stringify(receipt))), taken: sum};
}

try {
  const made = Array.from({length: Number(values.receipts)}, (_, i) => receiptOf(`Student ${i + 1}`));
  const paths = made.map(({receipt}, i) => {
    const path = join(folder, `${i + 1}.json`);
    writeFileSync(path, canonical(receipt));
    return path;
  });
  const training = made.reduce((sum, {taken}) => sum + taken, 0);
  const cores = availableParallelism();
  const {taken, stdout} = seconds(['verify', ...paths]);
  const times = taken / (training / cores);
  console.log(stdout.trim().split('\n').at(-1));
  console.log(
    `${made.length} receipts: trained in ${training.toFixed(1)} s, verified in ${taken.toFixed(1)} s on ${cores} cores: ` +
      `${times.toFixed(2)} times the training time divided by the cores (at most ${LIMIT})`,
  );
  process.exitCode = times <= LIMIT ? 0 : 1;
} finally {
  rmSync(folder, {recursive: true});
}
