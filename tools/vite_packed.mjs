// A Vite plugin: `import asset from './engine.wasm?packed'` gives {url | base64, bytes}, the file deflated, for
// web/runtime/assets.js. As a file of its own, or, with {inline: true}, inside the script.
import {readFileSync} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';
import {deflateRawSync} from 'node:zlib';

const SUFFIX = '?packed';

/** Whether there is no fast tier yet (tools/serve.sh). */
export const STRICT_ONLY = Boolean(process.env.UNROLLED_STRICT_ONLY);

/** Who asks for what is not made yet is told that a file is missing. */
const ABSENT = (/** @type {string} */ name) => `export default {url: "assets/${name}.deflate", bytes: 0};`;

/** @param {{inline?: boolean}} [options] @returns {import('vite').Plugin} */
export function packed({inline = false} = {}) {
  let serving = false;
  return {
    name: 'unrolled-packed',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || !importer) return null;
      return resolve(dirname(importer), source.slice(0, -SUFFIX.length)) + SUFFIX;
    },
    load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const file = id.slice(0, -SUFFIX.length);
      if (STRICT_ONLY && /engine_(fast|measures)/.test(file)) return ABSENT(basename(file));
      const content = readFileSync(file);
      const deflated = deflateRawSync(content, {level: 9});
      this.addWatchFile(file);
      if (inline || serving)
        return `export default {base64: "${deflated.toString('base64')}", bytes: ${content.length}};`;
      const name = `${basename(file)}.deflate`;
      const reference = this.emitFile({type: 'asset', name, source: deflated});
      return `export default {url: import.meta.ROLLUP_FILE_URL_${reference}, bytes: ${content.length}};`;
    },
  };
}

/**
 * Emscripten's glue names the .wasm beside it, and a bundler would ship that file once more. The page hands the module
 * over itself (wasm_bindings/engine.js), so the name goes.
 * @returns {import('vite').Plugin}
 */
export function withoutOwnWasm() {
  return {
    name: 'unrolled-without-own-wasm',
    enforce: 'pre',
    transform(code, id) {
      if (!/engine_\w+\.mjs$/.test(id)) return null;
      const without = code.replace(/new URL\(\s*["']engine_\w+\.wasm["']\s*,\s*import\.meta\.url\s*\)\.href/g, '""');
      if (without === code)
        this.error('the glue of Emscripten looks different; see withoutOwnWasm in tools/vite_packed.mjs');
      return {code: without, map: null};
    },
  };
}
