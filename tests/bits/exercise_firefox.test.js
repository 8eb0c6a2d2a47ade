// In Firefox an exercise is taken and handed in, and the class view proves the very receipt.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {encodeExercise} from '../../web/exercise/link.js';
import '../../web/words/exercise.js';
import {say} from '../../web/words/words.js';
import {launch} from '../support/browsers.js';
import {serve} from '../support/serve.js';
import {MADE_EXERCISE} from '../support/taken_exercise.js';

const NAME = 'Ada Lovelace';
const {experiment} = MADE_EXERCISE;
/** @type {any} */
const exercise = {...MADE_EXERCISE.exercise, asks: [], goal: [{model: 1, metric: 'val_loss', op: '<=', value: 10}]};
const hash = await encodeExercise({experiment, view: {}, shape: {hide: [], lock: [], open: []}, text: {}, exercise});

/** Everything in the page, within elements too. */
const ALL = `(() => {
  const all = [];
  const walk = (root) => { for (const one of root.querySelectorAll('*')) { all.push(one); if (one.shadowRoot) walk(one.shadowRoot); } };
  walk(document);
  return all;
})()`;
const named = (/** @type {string} */ element) => `${ALL}.find((one) => one.localName === '${element}')`;
const labelled = (/** @type {string} */ text) =>
  `${ALL}.find((one) => one.localName === 'button' && !one.disabled && one.textContent.includes(${JSON.stringify(text)}))`;

/** @param {import('puppeteer-core').Page} page @param {string} text */
async function press(page, text) {
  await page.waitForFunction(labelled(text), {polling: 200});
  await page.evaluate(`${labelled(text)}.click()`);
}

test('firefox: an exercise is taken and handed in, and the class view proves it', async (context) => {
  const [server, browser] = await Promise.all([serve('dist'), launch('firefox')]);
  context.after(async () => {
    await browser.close();
    server.close();
  });
  const page = await browser.newPage();
  await page.goto(`${server.url}${hash}`);
  const field = `${ALL}.find((one) => one.localName === 'input' && one.labels?.[0]?.textContent.includes(${JSON.stringify(say('taking.name'))}))`;
  await page.waitForFunction(field, {polling: 200});
  await page.evaluate(
    `{ const field = ${field}; field.value = ${JSON.stringify(NAME)}; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, {bubbles: true})); }`,
  );
  await press(page, say('taking.take_name'));
  await page.waitForFunction(`${ALL}.some((one) => one.localName === 'button' && /The GRU/.test(one.textContent))`);
  await page.evaluate(`${ALL}.find((one) => one.localName === 'button' && /The GRU/.test(one.textContent)).click()`);
  await page.waitForFunction(`${named('chapter-player')}?.race?.state === 'done'`, {polling: 200});
  await press(page, say('player.next_why'));
  await press(page, say('player.next_change'));
  await press(page, say('exercise.to_goal'));
  await press(page, say('exercise.to_end'));
  await page.waitForFunction(
    `${named('hand-in')}?.taking?.taken.runs[0]?.models.every(({weights_sha256}) => weights_sha256)`,
    {polling: 200},
  );
  // What the button saves: what it is made of goes into a file, and that is caught.
  await page.evaluate(
    `URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return 'blob:none'; }`,
  );
  await press(page, say('taking.save'));
  await page.waitForFunction('window.saved', {polling: 200});
  const receipt = JSON.parse(String(await page.evaluate('window.saved')));
  assert.equal(receipt.exercise.taken.name, NAME);

  await page.goto(`${server.url}?class#class`);
  await page.waitForFunction(`${named('class-desk')}?.checking`, {polling: 200});
  const lie = structuredClone(receipt);
  lie.exercise.taken.runs[0].models[0].scores.val_loss += 1e-9;
  lie.exercise.taken.begun += 1;
  const standings = async () =>
    page.evaluate(
      `(({gathered, checking}) => gathered.students.map((one) => checking.of(one).standing).join())(${named('class-desk')})`,
    );
  await page.evaluate(
    `${named('class-desk')}.takeFiles(${JSON.stringify([receipt, lie])}.map((one, i) => new File([JSON.stringify(one)], i + '.json')))`,
  );
  await page.evaluate(`void ${named('class-desk')}.checking.start()`);
  await page.waitForFunction(`${named('class-desk')}.checking.state === 'done'`, {polling: 200});
  assert.equal(await standings(), 'proved,refuted');
});
