// Does each preset show what it claims? Trains those named, or all, with five seeds on the strict tier, keeps what was measured
// in tests/learning/proved/presets.json and writes the table of docs/presets.md.
//   node tools/learn_presets.mjs forgets dates     these
//   node tools/learn_presets.mjs --table           only writes the table again
// Finished runs are kept under build/learn, so that an interrupted proof goes on where it was.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {fileURLToPath} from 'node:url';
import {PRESETS} from '../web/state/presets.js';
import {BEGIN, END, fingerprint, table} from '../tests/learning/proof.mjs';
import {CLAIMS} from '../web/state/claims.js';
import {judged, shown} from './learn_judge.mjs';
import {seeded, trained} from './learn_run.mjs';

/** @import {Preset} from '../web/state/presets.js' */
/** @import {Predicate} from '../web/facts/types' */
/** @import {Run} from '../web/facts/command_history.js' */
/** @import {Goal} from '../tests/learning/goals.mjs' */
/** @import {Proof, Shown} from '../tests/learning/proof.mjs' */

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
mkdirSync('build/learn', {recursive: true});

const KEPT = 'tests/learning/proved/presets.json';
const PAGE = 'docs/presets.md';
const SEEDS = [1, 2, 3, 4, 5];

const {values: flags, positionals: names} = parseArgs({
  allowPositionals: true,
  options: {command: {type: 'string', default: 'build/native/unrolled'}, table: {type: 'boolean', default: false}},
});
const unknown = names.filter((name) => !PRESETS.some(({id}) => id === name));
if (unknown.length > 0) throw new Error(`no preset ${unknown.join(', ')}`);
const describe = JSON.parse(execFileSync(flags.command, ['describe'], {encoding: 'utf8', maxBuffer: 1e7}));

/** @type {Record<string, Proof>} */
const proofs = JSON.parse(readFileSync(KEPT, 'utf8'));
if (!flags.table) for (const preset of PRESETS) if (!names.length || names.includes(preset.id)) await prove(preset);
writeTable();
const open = PRESETS.filter(({id}) => !proofs[id]?.seeds.flat().every(({holds}) => holds)).map(({id}) => id);
console.log(open.length ? `not proved: ${open.join(', ')}` : 'every preset shows what it claims');
process.exitCode = open.length ? 1 : 0;

/** @param {Preset} preset */
async function prove(preset) {
  /** @type {Shown[][]} */
  const seeds = [];
  for (const seed of SEEDS) {
    const shown = await attempt(preset, seed);
    seeds.push(shown);
    console.error(preset.id, 'seed', seed, shown.map(({holds, text}) => (holds ? text : `${text} NOT`)).join(', '));
  }
  const {seconds} = proofs[preset.id] ?? {};
  proofs[preset.id] = {
    fingerprint: fingerprint(preset),
    arithmetic: describe.arithmetic,
    seeds,
    ...(seconds && {seconds}),
  };
  writeFileSync(KEPT, `${JSON.stringify(proofs, null, 2)}\n`);
  writeTable();
}

/** The race with one seed, its models one after the other, each no longer than its claims need. @param {Preset} preset @param {number} seed
 *  @returns {Promise<Shown[]>} */
async function attempt({id, experiment}, seed) {
  const whole = seeded(experiment, seed);
  const predicates = CLAIMS[id];
  const goal = /** @type {Goal} */ ({name: `preset-${id}`, runs: experiment.models.map(() => ({})), predicates});
  /** @type {Run[]} */
  const runs = [];
  for (const [k, run] of goal.runs.entries()) {
    const one = {...whole, models: [whole.models[k]]};
    const enough = (/** @type {Run['lines']} */ lines) =>
      predicates
        .filter((predicate) => mentioned(predicate).includes(k))
        .every(
          (predicate) =>
            Math.max(...mentioned(predicate)) <= k && judged(predicate, [...runs, {experiment: one, lines}]).settled,
        );
    const {lines} = await trained({goal, run, seed, experiment: one, command: flags.command, enough});
    runs.push({experiment: one, lines});
  }
  return predicates.map((predicate) => shown(predicate, runs));
}

/** @param {Predicate} predicate @returns {number[]} the models that it is about */
function mentioned({model, value}) {
  const other = typeof value === 'object' && !Array.isArray(value) ? [value.model] : [];
  return /** @type {number[]} */ ([model, ...other]);
}

function writeTable() {
  const text = readFileSync(PAGE, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${PAGE} lacks the lines between which the table belongs`);
  writeFileSync(PAGE, `${text.slice(0, begin)}${BEGIN}\n${table(proofs, describe)}\n${text.slice(end)}`);
}
