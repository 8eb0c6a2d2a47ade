// Races and models as files: what is in them, that they come back and go on, and that a stranger's does no harm.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {unzipSync, zipSync} from 'fflate';
import {readArrival} from '../../web/store/arrivals.js';
import {modelFile} from '../../web/store/kept_race.js';
import {readModelFile, unchanged} from '../../web/store/model_file.js';
import {fileWithoutText, writeRaceFile} from '../../web/store/race_file.js';
import {titleOf} from '../../web/store/title.js';
import {TEXT, hashes, keptPage as page, smallExperiments, trainTo} from '../support/kept_page.js';

const {REVERSE, OWN} = smallExperiments(90);

/** @param {Awaited<ReturnType<typeof page>>} of @param {boolean} [withData] */
async function savedFile({keeping}, withData = false) {
  await keeping.keeper.flush();
  const whole = await keeping.shelf.whole(keeping.keeper.id);
  assert.ok(whole);
  return writeRaceFile(whole, {withData});
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} [name] */
const asFile = (bytes, name = 'race.zip') => new File([bytes], name);

test('a race file goes on elsewhere to the same weights', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 40);
  const file = await savedFile(here);
  await trainTo(here.race, 90);
  const there = await page(context, {...REVERSE, task: {kind: 'add'}});
  await there.keeping.arrive(asFile(file));
  assert.equal(there.race.experiment.name, 'Backwards');
  assert.deepEqual(
    there.race.runners.map(({step, state}) => [step, state]),
    [
      [40, 'paused'],
      [40, 'paused'],
    ],
  );
  await trainTo(there.race, 90);
  assert.deepEqual(await hashes(there.race), await hashes(here.race));
  assert.equal(there.race.runners[0].curve('train', 'step').x.length, 90);
});

test('a model file alone is a race of one', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 40);
  await here.keeping.keeper.flush();
  const whole = await here.keeping.shelf.whole(here.keeping.keeper.id);
  const there = await page(context, {...REVERSE, task: {kind: 'add'}});
  assert.ok(whole?.files[1]);
  await there.keeping.arrive(asFile(await modelFile(whole.files[1], whole.row.receipt, 1), 'rnn.safetensors'));
  assert.equal(there.race.runners.length, 1);
  assert.equal(await there.race.runners[0].hash(), (await hashes(here.race))[1]);
});

test('what the engine alone wrote opens too, and is trained as far as it says', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 40);
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (await here.race.runners[0].save());
  assert.equal(readModelFile(bytes).metadata.receipt, undefined);
  const there = await page(context, OWN);
  await there.keeping.arrive(asFile(bytes, 'lstm.safetensors'));
  assert.equal(there.race.runners[0].step, 40);
  assert.equal(await there.race.runners[0].hash(), (await hashes(here.race))[0]);
});

test("the reader's own text is in a file only where that was wanted", async (context) => {
  const here = await page(context, OWN);
  await trainTo(here.race, 30);
  const secret = /secret of the sea/;
  const contents = async (/** @type {boolean} */ withData) =>
    Buffer.from(await savedFile(here, withData)).toString('latin1');
  assert.doesNotMatch(await contents(false), secret);
  assert.match(await contents(true), secret);
  const whole = await here.keeping.shelf.whole(here.keeping.keeper.id);
  assert.ok(whole?.files[0]);
  const model = await fileWithoutText(await modelFile(whole.files[0], whole.row.receipt, 0));
  assert.doesNotMatch(Buffer.from(model).toString('latin1'), secret);
  assert.equal(await unchanged(readModelFile(model)), true);
  // With it the race goes on elsewhere; without it what it learned is there all the same.
  const there = await page(context, REVERSE);
  await there.keeping.arrive(asFile(await savedFile(here, true)));
  await trainTo(there.race, 60);
  await trainTo(here.race, 60);
  assert.deepEqual(await hashes(there.race), await hashes(here.race));
  const blind = await page(context, REVERSE);
  await blind.keeping.arrive(asFile(await savedFile(here, false)));
  assert.deepEqual(
    blind.race.runners.map(({step}) => step),
    [60, 60],
  );
});

test('a race whose text is not in its file shows what is known, and goes on with that text and no other', async (context) => {
  const here = await page(context, OWN);
  await trainTo(here.race, 30);
  const file = await savedFile(here, false);
  const there = await page(context, REVERSE);
  const {race} = there;
  await there.keeping.arrive(asFile(file));
  const facts = (/** @type {import('../../web/runtime/race.js').Race} */ {runners}) =>
    runners.map(({step, info}) => [step, info?.parameters]);
  assert.deepEqual(facts(race), facts(here.race));
  assert.deepEqual(race.runners[0].curve('train', 'step').x, here.race.runners[0].curve('train', 'step').x);
  race.train();
  race.step(1);
  await race.prepare();
  await race.runners[0].generate({prompt: 'the', tokens: 5, temperature: 1, top_k: 0, seed: 1});
  assert.deepEqual(
    race.runners.map(({state, message}) => [state, message]),
    [
      ['paused', null],
      ['paused', null],
    ],
  );
  await race.computeFloors();
  assert.equal(race.text.failure, null);
  assert.equal(race.floors.failure, null);
  // Pasted, as another system ends its lines.
  const other = new TextEncoder().encode(TEXT.replaceAll('sea', 'bay'));
  assert.equal(await race.awaited?.find(other), null);
  const off = (/** @type {string} */ text) => race.awaited?.longer(new TextEncoder().encode(text));
  assert.deepEqual([TEXT.slice(0, -5), TEXT.replaceAll('sea', 'bay'), `${TEXT}\r\n\r\n`].map(off), [-5, 0, 2]);
  await race.setOwnText(new TextEncoder().encode(`${TEXT}\n`), 'Salt');
  assert.equal(race.awaited, null);
  assert.deepEqual(facts(race), facts(here.race));
  await trainTo(race, 60);
  await trainTo(here.race, 60);
  assert.deepEqual(await hashes(race), await hashes(here.race));
  // It is kept with its data from now on, under the name that it had.
  await there.keeping.keeper.flush();
  const [row, ...others] = await there.keeping.shelf.list();
  assert.equal(others.length, 0);
  assert.equal((await there.keeping.shelf.whole(row.id))?.data?.length, TEXT.length);
  assert.equal(race.experiment.task.text, TEXT);
});

test('the text is found where this page has it, and another text begins anew beside what is kept', async (context) => {
  const here = await page(context, OWN);
  await trainTo(here.race, 30);
  const file = await savedFile(here, false);
  await here.keeping.arrive(asFile(file));
  assert.equal(here.race.awaited, null);
  await trainTo(here.race, 40);
  const there = await page(context, {...OWN, task: {...OWN.task, text: 'an ant and a cat at a hat. '.repeat(60)}});
  await there.keeping.arrive(asFile(file));
  assert.ok(there.race.awaited, 'the text of the race before is not meant');
  await there.race.setOwnText(new TextEncoder().encode('one two three four. '.repeat(80)), 'Numbers');
  assert.equal(there.race.awaited, null);
  assert.deepEqual(
    there.race.runners.map(({step}) => step),
    [0, 0],
  );
  await trainTo(there.race, 30);
  await there.keeping.keeper.flush();
  assert.equal((await there.keeping.shelf.list()).length, 2);
});

test('where nothing is kept the race on the page is a file all the same, which goes on elsewhere', async (context) => {
  const here = await page(context, OWN);
  await here.keeping.keep(false);
  assert.equal(here.keeping.unlisted, false, 'nothing was trained');
  await trainTo(here.race, 40);
  assert.equal((await here.keeping.shelf.list()).length, 0);
  assert.equal(here.keeping.unlisted, true);
  const whole = await here.keeping.whole();
  assert.ok(whole);
  const file = await writeRaceFile(whole, {withData: true});
  assert.equal((await here.keeping.shelf.list()).length, 0, 'saving keeps nothing');
  const there = await page(context, REVERSE);
  await there.keeping.arrive(asFile(file));
  await trainTo(there.race, 60);
  await trainTo(here.race, 60);
  assert.deepEqual(await hashes(there.race), await hashes(here.race));
  // An open one whose data is not here can be handed on, too.
  const blind = await page(context, REVERSE);
  await blind.keeping.keep(false);
  await blind.keeping.arrive(asFile(await writeRaceFile(whole, {withData: false})));
  const again = await blind.keeping.whole();
  assert.equal(again?.row.receipt.data?.sha256, whole.row.receipt.data?.sha256);
});

test('a file that is opened is as old as what is in it', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 30);
  await here.keeping.keeper.flush();
  const whole = await here.keeping.shelf.whole(here.keeping.keeper.id);
  assert.ok(whole?.files[0]);
  const day = 24 * 3600 * 1000;
  const [created, changed] = [Date.now() - 3 * day, Date.now() - 2 * day];
  const file = await writeRaceFile({...whole, row: {...whole.row, created, changed}}, {withData: false});
  const there = await page(context, {...REVERSE, task: {kind: 'add'}});
  await there.keeping.arrive(asFile(file));
  const times = () => there.keeping.rows.map((row) => [row.created, row.changed]);
  assert.deepEqual(times(), [[created, changed]]);
  await trainTo(there.race, 40);
  await there.keeping.keeper.flush();
  assert.ok(times()[0][1] > changed, 'until it is trained on');
  const model = await modelFile(whole.files[0], whole.row.receipt, 0);
  await there.keeping.arrive(new File([model], 'lstm.safetensors', {lastModified: changed}));
  assert.ok(times().some(([, at]) => at === changed));
});

test('two races of one text are told apart, on the shelf and as files', async (context) => {
  const here = await page(context, OWN);
  const titles = () => here.keeping.rows.map((row) => titleOf(row, here.race.describe)).sort();
  await trainTo(here.race, 30);
  const file = await savedFile(here, true);
  await here.race.updateTrain({...here.race.experiment.train, batch_size: 8});
  await trainTo(here.race, 30);
  await here.keeping.keeper.flush();
  assert.deepEqual(titles(), ['Your own text', 'Your own text (2)']);
  const second = here.keeping.keeper.id;
  assert.equal(here.keeping.rows.find(({id}) => id === second)?.number, 2);
  await here.keeping.arrive(asFile(file));
  assert.deepEqual(titles(), ['Your own text', 'Your own text (2)', 'Your own text (3)']);
  for (const {id, number} of here.keeping.rows) if (!number) await here.keeping.remove(id);
  await here.keeping.open(second);
  await trainTo(here.race, 40);
  await here.keeping.keeper.flush();
  assert.deepEqual(titles(), ['Your own text (2)', 'Your own text (3)'], 'the number stays');
});

test('a damaged or made-up file is refused in a sentence, and changes nothing', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 30);
  const file = await savedFile(here);
  const before = {experiment: here.race.experiment, rows: (await here.keeping.shelf.list()).length};
  const entries = unzipSync(file);
  const index = JSON.parse(new TextDecoder().decode(entries['race.json']));
  const repacked = (/** @type {Record<string, any>} */ change) =>
    zipSync(
      {
        ...entries,
        ...Object.fromEntries(
          Object.entries(change).map(([name, value]) => [
            name,
            value instanceof Uint8Array
              ? value
              : new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
          ]),
        ),
      },
      {level: 0},
    );
  const broken = entries['models/1.safetensors'].slice();
  broken[broken.length - 5] ^= 4;
  /** @type {[string, Uint8Array][]} */
  const bad = [
    ['cut off', file.slice(0, file.length / 2)],
    ['empty zip', zipSync({})],
    ['no JSON', repacked({'race.json': '{'})],
    ['hostile key', repacked({'race.json': '{"__proto__": {}}'})],
    ['other format', repacked({'race.json': {...index, format: 'x'}})],
    ['no receipt', repacked({'race.json': {...index, receipt: null}})],
    [
      'no models',
      repacked({'race.json': {...index, receipt: {...index.receipt, page: {experiment: {...REVERSE, models: []}}}}}),
    ],
    ['lists of other lengths', repacked({'race.json': {...index, files: []}})],
    ['a file that is not there', repacked({'race.json': {...index, files: ['__proto__', null]}})],
    ['a bit that differs', repacked({'models/1.safetensors': broken})],
    ['a model that is none', repacked({'models/1.safetensors': 'hello'})],
    [
      'an experiment that the engine refuses',
      repacked({
        'race.json': {
          ...index,
          receipt: {...index.receipt, page: {experiment: {...REVERSE, train: {...REVERSE.train, steps: -5}}}},
        },
      }),
    ],
    ['noise', new Uint8Array(500).fill(7)],
    ['JSON of something else', new TextEncoder().encode('{"a": 1}')],
  ];
  for (const [what, bytes] of bad) {
    await assert.rejects(
      here.keeping.arrive(asFile(/** @type {any} */ (bytes))),
      (/** @type {any} */ error) => {
        assert.match(String(error.key), /^(store|number)\./, `${what}: ${error.stack}`);
        return true;
      },
      what,
    );
    assert.equal(here.race.experiment, before.experiment, what);
    assert.equal((await here.keeping.shelf.list()).length, before.rows, what);
  }
});

test('a race of another arithmetic opens, and is marked', async (context) => {
  const here = await page(context, REVERSE);
  await trainTo(here.race, 30);
  const whole = await readArrival(asFile(await savedFile(here)), {arithmetic: 99});
  assert.ok('row' in whole);
  assert.deepEqual(
    whole.row.receipt.models.map(({reproducible}) => reproducible),
    [false, false],
  );
});
