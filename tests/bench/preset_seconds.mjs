// How long each preset of the gallery takes on the page, in Chromium: from Train until every model has arrived, with what one of them
// starts from. Writes the seconds into tests/learning/proved/presets.json, from which tools/learn_presets.mjs --table tells them.
//   node tests/bench/preset_seconds.mjs [PRESET...]      needs dist/ (make build)
import {readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {encodeLink} from '../../web/shape/link.js';
import {PRESETS} from '../../web/state/presets.js';
import {LAUNCH} from '../support/chromium.js';
import {serve} from '../support/serve.js';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const KEPT = 'tests/learning/proved/presets.json';
const LIMIT_MS = 600_000;

const server = await serve('dist');
const browser = await chromium.launch(LAUNCH);
console.log(`${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}`);
try {
  for (const preset of PRESETS.filter(({id}) => process.argv.length < 3 || process.argv.includes(id)))
    await measure(preset);
} finally {
  await browser.close();
  server.close();
}

/** @param {import('../../web/state/presets.js').Preset} preset */
async function measure({id, experiment}) {
  const page = await browser.newPage({viewport: {width: 1440, height: 900}});
  await page.goto(`${server.url}${await encodeLink({experiment})}`);
  const train = page.getByRole('button', {name: 'Train', exact: true});
  await train.waitFor();
  const begin = performance.now();
  await train.click();
  await page.waitForFunction(
    () => /** @type {any} */ (document.querySelector('unrolled-app')).race.state === 'done',
    null,
    {timeout: LIMIT_MS, polling: 100},
  );
  const seconds = Math.round((performance.now() - begin) / 1000);
  await page.close();
  console.log(id, seconds);
  const proofs = JSON.parse(readFileSync(KEPT, 'utf8'));
  if (proofs[id]) writeFileSync(KEPT, `${JSON.stringify({...proofs, [id]: {...proofs[id], seconds}}, null, 2)}\n`);
}
