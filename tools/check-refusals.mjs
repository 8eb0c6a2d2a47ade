// The engine's words of refusal (engine/core/refusals.cpp) and where they are used: every key is used, every use has a key
// and gives what its sentence names, and no `throw Error(` brings a sentence of its own.
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('..', import.meta.url));
const TABLE = 'engine/core/refusals.cpp';

/** A call that refuses, up to its semicolon. Details may follow the key in it, or be added by a helper of the same file. */
const CALL = /\b(?:(?:throw )?Error|(?:top\.|reader\.)?refuse(?:_\w+)?)\((?:[^;"]|"(?:[^"\\]|\\.)*")*;/g;
const LITERAL = /"((?:[^"\\]|\\.)*)"/g;
const KEY = /^[a-z]+\.[a-z_0-9]+$/;

/** @param {string} folder @returns {string[]} */
function sourcesBelow(folder) {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourcesBelow(path) : /\.(cpp|hpp)$/.test(entry.name) ? [path] : [];
  });
}

/** @param {string} text */
const literals = (text) => [...text.matchAll(LITERAL)].map(([, literal]) => literal);

/** @param {string} source of refusals.cpp @returns {Map<string, string>} key to text */
export function refusalTable(source) {
  const table = /kRefusals\[\] = \{(.*?)\n\};/s.exec(source)?.[1].replace(/^\s*\/\/.*$/gm, '') ?? '';
  const entries = table.matchAll(/\{\s*"([^"]+)",((?:\s*"(?:[^"\\]|\\.)*")+)\s*\}/g);
  return new Map([...entries].map(([, key, parts]) => [key, literals(parts).join('').replaceAll('\\"', '"')]));
}

/** @param {string} text */
const named = (text) => new Set([...text.matchAll(/\{ \$(\w+) \}/g)].map(([, name]) => name));

/** @param {string} call */
function given(call) {
  const names = [...call.matchAll(/\{"(\w+)",/g)].map(([, name]) => name);
  return new Set(/\bfound\(/.test(call) ? [...names, 'found'] : names);
}

/** @param {string} key @param {string} text @returns {string[]} */
function faultsOfText(key, text) {
  const faults = [];
  if (/[{}]/.test(text.replace(/\{ \$\w+ \}/g, ''))) faults.push(`${TABLE}: ${key} has a brace that is no { $name }`);
  if (!/^["A-Z{].*\S[.:] ?/.test(text)) faults.push(`${TABLE}: ${key} is no sentence`);
  return faults;
}

/** @param {Map<string, string>} table @param {string} call @param {Set<string>} added @returns {{keys: string[], faults: string[]}} */
function readCall(table, call, added) {
  const found = literals(call);
  const keys = found.filter((literal) => table.has(literal));
  const faults = found
    .filter((literal) => / \S/.test(literal))
    .map((literal) => `a sentence outside ${TABLE}: "${literal}"`);
  if (keys.length === 0 && /^throw /.test(call) && !/,\s*(key|refusal),/.test(call))
    faults.push(`no key of ${TABLE}: ${call}`);
  for (const literal of found)
    if (KEY.test(literal) && !table.has(literal) && !/^(train|task|ngram)\./.test(literal))
      faults.push(`no key "${literal}"`);
  for (const key of keys)
    for (const name of named(table.get(key) ?? ''))
      if (!given(call).has(name) && !added.has(name)) faults.push(`"${key}" is not given { $${name} }`);
  return {keys, faults};
}

/** @param {Map<string, string>} table @param {Record<string, string>} sources text by path @returns {string[]} what is wrong */
export function refusalFaults(table, sources) {
  const used = new Set();
  const faults = [...table].flatMap(([key, text]) => faultsOfText(key, text));
  for (const [path, source] of Object.entries(sources)) {
    const code = source.replace(/^\s*\/\/.*$/gm, '');
    const calls = [...code.matchAll(CALL)];
    const added = new Set(calls.filter(([call]) => /,\s*key,/.test(call)).flatMap(([call]) => [...given(call)]));
    for (const {0: call, index} of calls) {
      const result = readCall(table, call, added);
      result.keys.forEach((key) => used.add(key));
      const line = code.slice(0, index).split('\n').length;
      faults.push(...result.faults.map((fault) => `${path}:${line}: ${fault}`));
    }
  }
  for (const key of table.keys()) if (!used.has(key)) faults.push(`${TABLE}: nothing is refused with "${key}"`);
  return faults;
}

/** The table and the sources as they are. */
export function readEngine() {
  const table = refusalTable(readFileSync(join(repo, TABLE), 'utf8'));
  const paths = ['engine', 'wasm_bindings']
    .flatMap((folder) => sourcesBelow(join(repo, folder)))
    .map((path) => relative(repo, path).split(sep).join('/'));
  const sources = paths.filter((path) => path !== TABLE).map((path) => [path, readFileSync(join(repo, path), 'utf8')]);
  return {table, sources: Object.fromEntries(sources)};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {table, sources} = readEngine();
  const faults = refusalFaults(table, sources);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length ? 1 : 0;
}
