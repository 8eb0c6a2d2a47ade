// What five seeds give of the experiments that come with the page, trained to their ends: web/facts/spreads.json, from which a
// verdict knows what is within the spread of seeds. Chapters write theirs with their proof (tools/learn_chapters.mjs).
//   node tools/learn_spreads.mjs dates forgets     these presets, or all
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {fingerprint} from '../tests/learning/proof.mjs';
import {PRESETS} from '../web/state/presets.js';
import {SEEDS, spreadOf, wholeRuns} from './learn_whole.mjs';

const FILE = 'web/facts/spreads.json';

/** @typedef {{model: number, metric: string, values: number[]}[]} Spread */

/** @returns {Record<string, Spread>} by an experiment's fingerprint */
const known = () => JSON.parse(readFileSync(FILE, 'utf8'));

/** One line an experiment. @param {Record<string, Spread>} spreads */
const written = (spreads) =>
  `{\n${Object.entries(spreads)
    .map(([key, spread]) => `${JSON.stringify(key)}: ${JSON.stringify(spread)}`)
    .join(',\n')}\n}\n`;

/** Takes up what was found; what no experiment has any more goes. @param {Record<string, Spread>} found @param {Set<string>} kept */
export function keepSpreads(found, kept) {
  const all = Object.entries({...known(), ...found}).filter(([key]) => kept.has(key));
  writeFileSync(FILE, written(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))));
}

async function main() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  mkdirSync('build/learn', {recursive: true});
  const {values: flags, positionals: names} = parseArgs({
    allowPositionals: true,
    options: {command: {type: 'string', default: 'build/native/unrolled'}},
  });
  const {keys} = await import('./chapters/fingerprints.mjs');
  const describe = JSON.parse(execFileSync(flags.command, ['describe'], {encoding: 'utf8', maxBuffer: 1e7}));
  for (const preset of PRESETS.filter(({id}) => !names.length || names.includes(id))) {
    const seeds = [];
    for (const seed of SEEDS) seeds.push(await wholeRuns(preset.experiment, seed, flags.command));
    const spread = spreadOf(preset.experiment, seeds, describe);
    keepSpreads({[fingerprint(preset)]: spread}, await keys());
    console.error(preset.id, JSON.stringify(spread));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
