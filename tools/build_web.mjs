// Builds dist/: the page, embed.html (one file that holds everything) and unrolled-lab.js (the element for other
// pages). Needs the engine in build/wasm. node tools/build_web.mjs
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import page from '../vite.config.js';
import {writeCorpora} from './corpora.mjs';
import {sbom} from './sbom.mjs';
import {notices, thirdParty} from './vite_notices.mjs';
import {packed, withoutOwnWasm} from './vite_packed.mjs';
import {terseWords} from './vite_words.mjs';

const repo = fileURLToPath(new URL('..', import.meta.url));
const dist = join(repo, 'dist');

/** What the page imports besides its own modules: the corpora, and all options, so that it opens without the engine. */
export function prepare() {
  const command = join(repo, 'build/wasm/unrolled.mjs');
  if (!existsSync(command)) throw new Error('build/wasm/unrolled.mjs is missing; make build makes it');
  mkdirSync(join(repo, 'build'), {recursive: true});
  writeFileSync(
    join(repo, 'build/describe.json'),
    execFileSync(process.execPath, [command, 'describe'], {maxBuffer: 2 ** 26}),
  );
  writeCorpora(join(repo, 'build/corpora'));
}

/**
 * One script without imports, and nothing written to disk.
 * @param {string} entry @param {import('vite').InlineConfig} [more] @returns {Promise<string>}
 */
async function script(entry, more = {}) {
  const result = await build({
    configFile: false,
    root: join(repo, 'web'),
    logLevel: 'warn',
    worker: {format: 'iife', plugins: () => [withoutOwnWasm()]},
    ...more,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 2 ** 30,
      lib: {entry: join(repo, 'web', entry), formats: ['iife'], name: 'unrolled'},
    },
  });
  const [{output}] = /** @type {import('vite').Rollup.RollupOutput[]} */ (result);
  if (output.length !== 1 || output[0].type !== 'chunk') throw new Error(`${entry} did not become one script`);
  return output[0].code;
}

/** A classic script at the end of the body: module scripts are blocked in sandboxed frames of some hosts. */
async function buildEmbed(/** @type {string} */ licences) {
  const code = await script('embed/embed.js', {plugins: [packed({inline: true}), terseWords()]});
  const safe = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const html = readFileSync(join(repo, 'web/embed.html'), 'utf8');
  const [before, after] = html.split('<!-- script -->');
  const texts = `<script type="text/plain" id="third-party">\n${licences}</script>`; // a frame has no file beside it
  writeFileSync(join(dist, 'embed.html'), `${before}${texts}<script>${safe}</script>${after}`);
}

prepare();
/** @type {import('./vite_notices.mjs').Dependency[]} */
let dependencies = [];
const plugins = [...(page.plugins ?? []), thirdParty((found) => (dependencies = found))];
await build({...page, plugins, configFile: false, logLevel: 'warn'});
const {version} = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices(dependencies));
writeFileSync(join(dist, 'sbom.cdx.json'), sbom(dependencies, version));
await buildEmbed(notices(dependencies));
writeFileSync(join(dist, 'unrolled-lab.js'), await script('embed/element.js'));
