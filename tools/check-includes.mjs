// Who may know whom. Each rule is a line of the table below; a violation is printed as file:line and the rule.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));

// A folder may include folders of a lower rank only, so none beside it either.
/** @type {Record<string, number>} */
const RANK = {
  cli: 9,
  session: 8,
  facts: 8,
  io: 7,
  measures: 7,
  train: 6,
  models: 5,
  tasks: 5,
  plan: 4,
  ops: 3,
  kernels: 2,
  simd: 1,
  core: 0,
};

// The same for the page, whose folders may also import those of their own rank. web/charts knows nobody.
const WEB = [
  ['words'],
  ['runtime', 'state'],
  ['doctor', 'facts', 'shape', 'store'],
  ['elements', 'learn', 'exercise', 'class', 'embed', 'hosts', 'charts', 'styles'],
  ['rooms', 'offline'],
];
const webRank = (/** @type {string | undefined} */ folder) => WEB.findIndex((rank) => rank.includes(folder ?? ''));

const JSON_FOLDERS = /^(wasm_bindings|engine\/(models|tasks|io|facts|session|cli))\//;
const XSIMD_FOLDERS = /^engine\/(simd|kernels)\//;

/** @type {{files: RegExp, except?: RegExp, line: RegExp, rule: string}[]} */
const RULES = [
  {
    files: /^engine\//,
    except: JSON_FOLDERS,
    line: /#include <nlohmann|nlohmann::/,
    rule: 'JSON stops at models, tasks, io, facts and session',
  },
  {files: /^engine\//, line: /emscripten/i, rule: 'Emscripten is named in wasm_bindings only'},
  {files: /^engine\//, except: XSIMD_FOLDERS, line: /\bxsimd\b/, rule: 'xsimd is named in simd and kernels only'},
  {
    files: /^engine\//,
    except: /^engine\/cli\//,
    line: /#include <(iostream|cstdio|stdio\.h|chrono|ctime|time\.h)>|std::(cout|cerr|clog)\b|\b(printf|fprintf|puts|abort|exit)\s*\(|std::chrono/,
    rule: 'the engine never prints, aborts or reads a clock that it was not handed',
  },
  {
    files: /^engine\//,
    line: /std::\w+_distribution|std::(mt19937|random_device|default_random_engine)/,
    rule: 'random numbers come from core/rng.hpp, or runs are not reproducible',
  },
  {
    files: /^web\/charts\/[^/]+$/,
    line: /\bfrom '(?!\.\/)|import '(?!\.\/)/,
    rule: 'web/charts imports nothing of the project',
  },
  {
    files: /^web\/charts\/[^/]+\//,
    line: /\bfrom '(?!\.\/|\.\.\/(\w+\/)?\w+\.js')|import '(?!\.\/)/,
    rule: 'a room of web/charts imports charts alone',
  },
  {
    files: /^web\//,
    except: /^web\/runtime\//,
    line: /wasm_bindings|build\/wasm(?!\/\w+\.wasm\?)/, // the entries may name the .wasm files: they hand them over
    rule: 'web/runtime is the only code of the page that talks to the engine',
  },
];

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(cpp|hpp|js|mjs)$/.test(entry.name) ? [relative(repo, path).split(sep).join('/')] : [];
  });
}

/** The rule that an #include of a project's header breaks, if any. @param {string} file @param {string} line */
function layerViolation(file, line) {
  const from = /^engine\/(\w+)\//.exec(file)?.[1];
  const to = /^\s*#include "(\w+)\//.exec(line)?.[1];
  if (!from || !to || from === to || !(to in RANK)) return null;
  if (RANK[from] > RANK[to]) return null;
  return `${from} may not include ${to} (cli > session > measures, io > train > models, tasks > plan > ops > kernels > simd > core)`;
}

/** The rule that an import between folders of the page breaks, if any. @param {string} file @param {string} line */
function webViolation(file, line) {
  const from = /^web\/(\w+)\//.exec(file)?.[1];
  const path = /(?:\bfrom|\bimport\(?) ?'(\.[^']*)'/.exec(line)?.[1];
  const to = path && /^web\/(\w+)\//.exec(join(dirname(file), path).split(sep).join('/'))?.[1];
  if (webRank(from) < 0 || webRank(from) >= webRank(to || undefined)) return null;
  const order = WEB.toReversed().map((rank) => rank.join(', '));
  return `web/${from} may not import web/${to} (${order.join(' > ')})`;
}

/** Comments may name anything. @param {string} line */
const withoutComment = (line) => line.replace(/^\s*(\/\/|\*|\/\*).*/, '').replace(/\s\/\/.*$/, '');

/** What a module imports within the page, as JavaScript runs it: not in comments, not for types. @param {string} file @returns {string[]} */
function imports(file) {
  const text = existsSync(join(repo, file)) ? readFileSync(join(repo, file), 'utf8') : '';
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?['"](\.[^'"]+\.js)['"]/gm)].map(([, path]) =>
    join(dirname(file), path),
  );
}

/** The way by which a module comes to a folder, if there is one. @param {string} start @param {string} folder @returns {string[]} */
function wayTo(start, folder) {
  const ways = new Map([[start, [start]]]);
  for (const [file, way] of ways) {
    if (file.startsWith(folder)) return way;
    for (const next of imports(file)) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return [];
}

let violations = 0;
const carried = wayTo('web/runtime/worker.js', 'web/words/');
if (carried.length > 0) {
  console.log(`${carried.join(' > ')}: a worker that brings the words makes every visit download them twice`);
  violations++;
}
for (const file of ['engine', 'web'].flatMap((folder) => filesBelow(join(repo, folder)))) {
  const rules = RULES.filter((rule) => rule.files.test(file) && !rule.except?.test(file));
  readFileSync(join(repo, file), 'utf8')
    .split('\n')
    .map(withoutComment)
    .forEach((line, index) => {
      const broken = rules.filter((rule) => rule.line.test(line)).map(({rule}) => rule);
      const layer = layerViolation(file, line) ?? webViolation(file, line);
      for (const rule of layer ? [...broken, layer] : broken) {
        console.log(`${file}:${index + 1}: ${rule}`);
        violations++;
      }
    });
}
process.exitCode = violations ? 1 : 0;
