// What is known of each fault: kept in a file while the faults are tried, and written as a table for people.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/**
 * outcome: caught, missed, or broken where the fault does not compile.
 * @typedef {{outcome: 'caught' | 'missed' | 'broken', by: string, commit: string}} Result
 * @typedef {Record<string, Result>} Results  by a fault's id
 */

/** @param {string} path @returns {Results} */
export const readResults = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {});

/** @param {string} path @param {Results} results */
export function keepResults(path, results) {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, `${JSON.stringify(results, null, 1)}\n`);
}

/** @param {Result | undefined} result */
function told(result) {
  if (result === undefined) return 'not tried';
  if (result.outcome === 'missed') return '**MISSED**';
  return result.outcome === 'broken' ? '**does not compile**' : result.by.replaceAll('|', '\\|');
}

/** @param {import('./planting.mjs').Fault[]} list @param {Results} results */
function totals(list, results) {
  const known = list.map((fault) => results[fault.id]).filter((result) => result !== undefined);
  const of = (/** @type {Result['outcome']} */ kind) => known.filter((result) => result.outcome === kind).length;
  const commits = [...new Set(known.map((result) => result.commit))].sort();
  const tried = known.length - of('broken');
  const lines = [`${tried} of ${list.length} faults were tried: ${of('caught')} caught, ${of('missed')} missed.`];
  if (of('broken') > 0) lines.push(`${of('broken')} more did not compile and count for nothing.`);
  if (known.length < list.length) lines.push(`${list.length - known.length} were not tried yet.`);
  if (commits.length > 0)
    lines.push(`The sources were those of ${commits.map((commit) => `\`${commit}\``).join(', ')}.`);
  return lines.join(' ');
}

/**
 * The report in Markdown.
 * @param {import('./planting.mjs').Fault[]} list
 * @param {Results} results
 */
export function report(list, results) {
  const rows = list.map((fault) => `| ${fault.id} | ${fault.file} | ${fault.about} | ${told(results[fault.id])} |`);
  return [
    '# Which faults the native suite notices',
    '',
    'Written by `node tests/mutations/run.mjs`, which plants one fault after the other in a copy of the sources and runs the',
    'C++ tests to the first that fails. The last column names it.',
    '',
    totals(list, results),
    '',
    '| fault | file | what is wrong | caught by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
