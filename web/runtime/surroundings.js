// What a Race needs, in a browser. The page and the embed differ only in where the files come from.
import {inPageLanguage} from '../words/overlay.js';
import {openAsset, readAsset} from './assets.js';
import {mayCompile, requireWebAssembly} from './probe.js';
import {failureOf, RuntimeError} from './protocol.js';
import {workerStarter} from './workers.js';

/** @typedef {import('./assets.js').PackedAsset} PackedAsset */

/**
 * @param {object} files
 * @param {import('./types').Description} files.describe in English
 * @param {import('./types').Corpus[]} files.corpora
 * @param {Record<string, PackedAsset>} files.texts by corpus id
 * @param {Record<import('./types').ModuleName, PackedAsset>} files.engines
 * @param {(() => Worker)[]} files.workers ways to make a worker, the one from a blob first
 * @returns {import('./types').Surroundings}
 */
export function browserSurroundings({describe, corpora, texts, engines, workers}) {
  const shown = inPageLanguage({...describe, corpora});
  return {
    describe: shown,
    corpora: shown.corpora,
    loadModule: (name) => loadModule(engines[name], name === 'fast' ? name : 'strict'),
    loadText: (corpus, onProgress) => {
      if (!Object.hasOwn(texts, corpus))
        return Promise.reject(
          new RuntimeError('invalid', 'trouble.no_corpus', {where: 'task.corpus', values: {corpus}}),
        );
      return readAsset(texts[corpus], onProgress);
    },
    // A blob worker inherits the page's policy. Where that forbids WebAssembly, only a worker file can have another.
    createWorker: workerStarter(mayCompile() ? workers : workers.slice(-1)),
  };
}

/** @param {PackedAsset} asset @param {import('./types').Tier} tier */
async function loadModule(asset, tier) {
  requireWebAssembly(tier);
  if (!mayCompile()) return (await readAsset(asset)).buffer;
  const response = new Response(await openAsset(asset), {headers: {'content-type': 'application/wasm'}});
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    const {message: reason} = failureOf(error);
    throw new RuntimeError('network', 'trouble.no_engine', {values: {reason}, message: reason});
  }
}
