// How many labs live on one page: each is told to train, a reader scrolls through, and all are to finish. By hand; needs
// dist/ (tools/build.sh web).
//   node tests/soak/frames.mjs [--count N] [--models 1..3] [--kind sandboxed|plain|element] [--steps N]
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {encodeLink} from '../../web/shape/link.js';
import {withTrain} from '../e2e/lab.js';
import {LAUNCH} from '../support/chromium.js';
import {scrollThrough} from '../support/lesson.js';
import {serve} from '../support/serve.js';

const {values} = parseArgs({
  options: {
    count: {type: 'string', default: '50'},
    models: {type: 'string', default: '3'},
    kind: {type: 'string', default: 'sandboxed'},
    steps: {type: 'string', default: '40'},
  },
});
const [count, models] = [Number(values.count), Number(values.models)];
const experiment = withTrain({steps: Number(values.steps), eval_every: 20});
const hash = await encodeLink({experiment: {...experiment, models: experiment.models.slice(0, models)}});
const server = await serve('dist');
const browser = await chromium.launch(LAUNCH);
const start = performance.now();
const page = await browser.newPage({viewport: {width: 1280, height: 900}});
const kind = /** @type {import('../support/lesson.js').Kind} */ (values.kind);
const tell = (/** @type {string} */ text) => process.stderr.write(`\r${text}   `);
const {done, stuck, mostWorkers} = await scrollThrough(page, {kind, base: server.url, hash, count, patience_ms: 60_000, tell}); // prettier-ignore
const seconds = Math.round((performance.now() - start) / 1000);
console.log(
  `\n${kind}: ${done} of ${count} labs of ${models} finished in ${seconds} s, at most ${mostWorkers} workers at a time`,
);
for (const one of stuck) console.log(JSON.stringify(one));
await browser.close();
server.close();
process.exitCode = done === count ? 0 : 1;
