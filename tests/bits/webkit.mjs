// The page in WebKit, by hand: opens it, trains a small race to its end, looks inside, and opens it once more; the hashes of
// the weights must be those of Chromium. Needs dist/ and Debian's webkit2gtk-driver, xvfb and xauth, which no other test
// does (docs/hacking.md).   xvfb-run -a node tests/bits/webkit.mjs
import {spawn} from 'node:child_process';
import {chromium} from 'playwright-core';
import {encodeLink} from '../../web/shape/link.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';

const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const DRIVER = 21000 + (process.pid % 20000);
const EXPERIMENT = {
  version: 1,
  name: 'Small race',
  task: {kind: 'text', corpus: 'names', length: 24},
  train: {
    batch_size: 8,
    steps: 60,
    seed: 3,
    eval_every: 20,
    clip_norm: 1,
    tier: 'strict',
    optimizer: {kind: 'adamw', lr: 0.01},
  },
  models: [
    {kind: 'rnn', embedding_size: 16, hidden_size: 24, num_layers: 1},
    {kind: 'lstm', embedding_size: 16, hidden_size: 16, num_layers: 1},
    {kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32},
  ],
};

/** Run in the page: trains to the end; the weights' hashes, and how many pictures of the inside there are. */
const TRAIN = `
  const race = document.querySelector('unrolled-app').race;
  race.train();
  while (race.state !== 'done') await new Promise((resolve) => setTimeout(resolve, 100));
  const app = document.querySelector('unrolled-app').shadowRoot;
  const find = (root) => [...root.querySelectorAll('*')].flatMap((one) => one.shadowRoot ? find(one.shadowRoot) : one.tagName === 'CANVAS' ? [one] : []);
  app.querySelector('inside-section').scrollIntoView();
  for (let i = 0; i < 100 && find(app).filter((one) => one.width > 100).length < 5; i++) await new Promise((resolve) => setTimeout(resolve, 200));
  return {hashes: await Promise.all(race.runners.map((one) => one.hash())), pictures: find(app).filter((one) => one.width > 100).length};`;
const READY = `return Boolean(document.querySelector('unrolled-app')?.race)`;

/** The little of WebDriver that this takes. */
class Driver {
  #path = `http://127.0.0.1:${DRIVER}/session`;

  async ask(method, path, body) {
    const answer = await fetch(this.#path + path, {method, body: body && JSON.stringify(body)});
    const {value} = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  async begin() {
    const capabilities = {alwaysMatch: {'webkitgtk:browserOptions': {binary: BROWSER, args: ['--automation']}}};
    const {sessionId, capabilities: found} = await this.ask('POST', '', {capabilities});
    this.#path += `/${sessionId}`;
    await this.ask('POST', '/timeouts', {script: 300_000});
    return `${found.browserName} ${found.browserVersion}`;
  }

  open(url) {
    return this.ask('POST', '/url', {url});
  }

  run(script) {
    const whole = `const done = arguments[0]; (async () => {${script}})().then((ok) => done({ok}), (error) => done({error: String(error) + error.stack}));`;
    return this.ask('POST', '/execute/async', {script: whole, args: []});
  }
}

async function opened(run, ready) {
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 200));
  const {ok, error} = await run();
  if (error) throw new Error(error);
  return ok;
}

async function inWebKit(address) {
  const process_ = spawn('WebKitWebDriver', [`--port=${DRIVER}`], {stdio: 'inherit'});
  try {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const driver = new Driver();
    const name = await driver.begin();
    const results = [];
    for (let i = 0; i < 2; i++) {
      await driver.open('about:blank');
      await driver.open(address);
      results.push(
        await opened(
          () => driver.run(TRAIN),
          async () => (await driver.run(READY)).ok,
        ),
      );
    }
    await driver.ask('DELETE', '');
    return {name, results};
  } finally {
    process_.kill();
  }
}

async function inChromium(address) {
  const browser = await chromium.launch(LAUNCH);
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('unrolled-app')?.race);
    return await page.evaluate(`(async () => {${TRAIN}})()`);
  } finally {
    await browser.close();
  }
}

const server = await serve('dist');
try {
  const address = server.url + (await encodeLink({experiment: EXPERIMENT}));
  const expected = await inChromium(address);
  const {name, results} = await inWebKit(address);
  console.log(JSON.stringify({name, expected, results}, null, 1));
  const same = results.every(({hashes, pictures}) => String(hashes) === String(expected.hashes) && pictures >= 4);
  console.log(same ? `ok   ${name}: the weights of Chromium, to the bit` : `FAIL ${name}`);
  process.exitCode = same ? 0 : 1;
} finally {
  server.close();
}
