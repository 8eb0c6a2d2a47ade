// The page with one chapter alone and the real engine (chapter_page), built into a folder of its own and served.
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import page from '../../vite.config.js';
import {serve} from './serve.js';

/** @param {string} folder below the repository @returns {Promise<{url: string, close: () => void}>} */
export async function chapterStand(folder) {
  const repo = new URL('../../', import.meta.url);
  const [root, outDir] = ['tests/support/chapter_page', folder].map((path) => fileURLToPath(new URL(path, repo)));
  const words = (/** @type {any} */ plugin) => plugin.name === 'unrolled-terse-words'; // one script has all of them
  const plugins = (page.plugins ?? []).filter((plugin) => !words(plugin));
  const built = {outDir, emptyOutDir: true, target: 'es2022'};
  await build({...page, root, plugins, configFile: false, logLevel: 'warn', build: built});
  return serve(folder);
}
