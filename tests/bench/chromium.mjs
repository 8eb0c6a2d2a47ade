// Headless Chromium with a page and a worker for each contender.
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';

const repo = fileURLToPath(new URL('../../', import.meta.url));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NODE_ONLY = ['fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'crypto', 'util', 'string_decoder', 'node:*'];

/** Bundles peers of npm for the worker. @param {string[]} names modules of peers/ */
async function bundle(names) {
  if (names.length === 0) return;
  const esbuild = await import('esbuild').catch(() => null);
  if (!esbuild) return console.log('Peers of npm are not installed: tools/bench.sh does that');
  await esbuild.build({
    entryPoints: names.map((name) => here(`peers/${name}.mjs`)),
    outdir: `${repo}build/bench`,
    bundle: true,
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    external: NODE_ONLY,
    logLevel: 'error',
  });
}

export class Chromium {
  #browser;
  #server;

  /** @param {string[]} peers modules of peers/ that come from npm */
  static async start(peers) {
    await bundle(peers);
    const self = new Chromium();
    self.#server = await serve('.');
    self.#browser = await chromium.launch(LAUNCH);
    return self;
  }

  get version() {
    return this.#browser.version();
  }

  /** A page with a worker that answers commands. @param {(answer: Promise<any>) => Promise<any>} checked */
  conversation(checked) {
    const opening = this.#openPage();
    return {
      call: (command) =>
        checked(opening.then((page) => page.evaluate((one) => /** @type {any} */ (globalThis).call(one), command))),
      close: () => opening.then((page) => page.close()),
    };
  }

  async #openPage() {
    const page = await this.#browser.newPage();
    await page.goto(`${this.#server.url}tests/bench/page.html`);
    await page.evaluate(() => {
      const worker = new Worker('/tests/bench/chromium_worker.mjs', {type: 'module'});
      globalThis.call = (command) =>
        new Promise((resolve) => {
          worker.onmessage = ({data}) => resolve(data);
          worker.onerror = ({message}) => resolve({error: message});
          worker.postMessage(command);
        });
    });
    return page;
  }

  async close() {
    await this.#browser?.close();
    this.#server.close();
  }
}
