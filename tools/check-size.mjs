// What a first visit downloads, compressed as a plain host compresses it (gzip), against its limits.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {string} title @param {string[]} files @param {number} limit bytes after gzip */
function measure(title, files, limit) {
  const contents = files.map((file) => readFileSync(file));
  const total = (/** @type {(b: Buffer) => Buffer} */ compress) =>
    contents.reduce((bytes, content) => bytes + compress(content).length, 0);
  const gzip = total((b) => gzipSync(b, {level: 9}));
  const ok = gzip < limit;
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${title}: ${kB(gzip)} gzip, ${kB(total((b) => brotliCompressSync(b)))} brotli, limit ${kB(limit)}`,
  );
  return ok;
}

/** index.html and every script and style that it names, or that those import at once. */
function initialFiles() {
  const seen = new Set(['dist/index.html']);
  for (const file of seen) {
    const references = file.endsWith('.html')
      ? readFileSync(file, 'utf8').matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)
      : file.endsWith('.js')
        ? readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)
        : [];
    for (const [, name] of references) {
      const target = join(dirname(file), name);
      if (existsSync(target)) seen.add(target);
    }
  }
  // The build deflates the engine itself; the fast tier is fetched only when somebody switches to it.
  const engine = readdirSync('dist', {recursive: true, encoding: 'utf8'}).filter((name) =>
    /engine_strict[^/]*$/.test(name),
  );
  return [...seen, ...engine.map((name) => join('dist', name))];
}

const results = [
  measure('engine', ['build/wasm/engine_strict.wasm', 'build/wasm/engine_strict.mjs'], 340_000),
  measure('first visit', initialFiles(), 440_000),
];
const failed = results.filter((ok) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
