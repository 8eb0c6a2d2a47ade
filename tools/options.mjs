// docs/options.md: every option of every model, task and way of training, as `unrolled describe` says.
//   node tools/options.mjs PROGRAM     writes it; a test holds the file to what the engine says
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';

const code = (/** @type {unknown} */ value) => `\`${JSON.stringify(value)}\``;
const listed = (/** @type {unknown[]} */ values) => values.map(code).join(', ');

/** @param {any} option */
function allowed(option) {
  if (option.type === 'boolean') return '`true`, `false`';
  if (option.type === 'choice') return listed(option.choices.map((/** @type {any} */ choice) => choice.value));
  if (option.type === 'text') return `text, at most ${option.max} characters`;
  return `${option.min} to ${option.max}${option.type === 'integer' ? ' (whole)' : ''}`;
}

/** @param {any} option */
function condition(option) {
  const parts = Object.entries(option.when ?? {}).map(([name, values]) => `\`${name}\` is ${listed(values)}`);
  return parts.length === 0 ? '' : ` Matters where ${parts.join(' and ')}.`;
}

/** @param {any} option */
const row = (option) =>
  `| \`${option.name}\` | ${allowed(option)} | ${code(option.default)} | ${option.summary}${condition(option)} |`;

/** @param {any[]} options */
const table = (options) =>
  options.length === 0 ? '' : `| key | allowed | default | |\n|---|---|---|---|\n${options.map(row).join('\n')}\n`;

/** @param {any} group */
const section = ({kind, title, summary, options}) => `### \`${kind}\`: ${title}\n\n${summary}\n\n${table(options)}`;

/** @param {string} title @param {any[]} groups */
const part = (title, groups) => `## ${title}\n\n${groups.map(section).join('\n')}`;

/** @param {any} described what `describe` gives @returns {string} the page in Markdown */
export function optionsPage({models, tasks, train}) {
  return [
    '# Every option\n\nWhat an experiment may say (see [experiment.md](experiment.md)). Made by `node tools/options.mjs`.\n',
    part('Tasks', tasks),
    part('Models', models),
    `## Training\n\n${table(train.options)}`,
    part('Optimizers', train.optimizers),
    part('Schedules', train.schedules),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const program = process.argv[2] ?? 'build/native/unrolled';
  const described = JSON.parse(execFileSync(program, ['describe'], {encoding: 'utf8', maxBuffer: 1 << 26}));
  writeFileSync(fileURLToPath(new URL('../docs/options.md', import.meta.url)), optionsPage(described));
}
