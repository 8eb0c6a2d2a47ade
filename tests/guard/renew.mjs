// Counts again and writes tests/guard/instructions.json; prints what changed, for the commit that explains it.
//   node tests/guard/renew.mjs [ID...]     only these workloads; build/native/unrolled must be up to date
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {change, changedFunctions, difference, percent} from './compare.mjs';
import {countAll, madeWith, workloadIds} from './count.mjs';

const path = fileURLToPath(new URL('instructions.json', import.meta.url));
/** @type {import('./count.mjs').Counts} */
const before = JSON.parse(readFileSync(path, 'utf8'));
const made = madeWith();
const now = await countAll(process.argv.length > 2 ? process.argv.slice(2) : workloadIds());

const differing = difference(made, before.made_with);
if (differing) console.log(`Counted with ${differing}.`);
console.log('| workload | opening | step | |\n|---|---|---|---|');
for (const [id, count] of Object.entries(now)) {
  const old = before.workloads[id];
  const cell = (/** @type {'opening' | 'step'} */ key) =>
    `${(count[key] / 1e6).toFixed(1)} M${old ? ` (${percent(change(count[key], old[key]))})` : ''}`;
  console.log(
    `| ${id} | ${cell('opening')} | ${cell('step')} | ${old ? changedFunctions(count, old).join(', ') : ''} |`,
  );
}

const workloads = Object.fromEntries(
  workloadIds().flatMap((/** @type {string} */ id) => {
    const count = now[id] ?? before.workloads[id];
    return count ? [[id, count]] : [];
  }),
);
const made_by = 'tests/guard/renew.mjs: instructions, native strict build; functions with 1 % of a step or more';
writeFileSync(path, `${JSON.stringify({made_by, made_with: made, workloads}, null, 2)}\n`);
