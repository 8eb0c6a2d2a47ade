// The class view's pure parts: what is read of thirty receipts and what is not, what comes of them, what is said of it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {strToU8, zipSync} from 'fflate';
import {exerciseHash, hashOf} from '../../web/exercise/canonical.js';
import {codeOf} from '../../web/exercise/code.js';
import {seedOfName} from '../../web/exercise/seed_of_name.js';
import {classHead, classRows} from '../../web/class/class_csv.js';
import {alikeOf} from '../../web/class/duplicates.js';
import {Gathered} from '../../web/class/gathered.js';
import {hindrance, jobsOf} from '../../web/class/jobs.js';
import {BYTES_LIMIT, RECEIPTS_LIMIT} from '../../web/class/limits.js';
import {predictionsOf} from '../../web/class/predictions.js';
import {rowOf, scoreOfClass, sorted} from '../../web/class/rows.js';
import {bandOf, endsOf, quantile, settingsOf, shareOf, winnersOf} from '../../web/class/settings.js';
import {csv} from '../../web/elements/save/csv.js';
import '../../web/words/class.js';
import '../../web/words/exercise.js';
import {told} from '../../web/words/words.js';
import {CLASS_EXERCISE, CLASS_EXPERIMENT, arrival, thirty} from '../support/class_receipts.js';
import {readCsv} from '../support/csv_reader.js';

/** @type {import('../../web/runtime/types').Description} */
const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
const PAGE = {experiment: CLASS_EXPERIMENT, exercise: CLASS_EXERCISE};
/** Any, but another for each. @param {string} of */
const someHash = (of) => hashOf(of);

/** A receipt that nobody trained for, as far as reading is concerned. @param {import('../support/class_receipts.js').Somebody} who @param {number} i @param {typeof PAGE} [page] */
async function written({name, prediction = 0, answers = [], seconds = 60, positions = [1], hints = 0}, i, page = PAGE) {
  const runs = await Promise.all(
    positions.map(async (position, r) => ({
      position,
      changes: position === 0 ? {'task.length': 6} : {},
      seed: seedOfName(name),
      models: await Promise.all(
        ['RNN 8', 'GRU 8'].map(async (model, k) => ({
          name: model,
          step: 60,
          scores: {val_loss: 0.2 - 0.002 * i * k, val_accuracy: 0.01 * (i + k)},
          weights_sha256: await someHash(`${name} ${r} ${model}`),
        })),
      ),
    })),
  );
  const taken = {
    exercise: await exerciseHash(page),
    ...{name, prediction, answers, found: {}, runs, hints, seconds, begun: 1_790_000_000_000, finished: true},
    goals: [i % 3 ? {run: 0, step: 30, value: 0.15} : null],
  };
  const checksum = await hashOf({exercise: page.exercise, taken});
  return {
    format: 'unrolled-receipt-1',
    page: {experiment: page.experiment},
    ...{data: null, arithmetic: describe.arithmetic ?? 2, engine: '0.1.0', models: []},
    exercise: {exercise: page.exercise, taken, checksum},
  };
}

const everyone = await Promise.all(thirty().map((who, i) => written(who, i)));
const files = everyone.map((receipt, i) => arrival(`${thirty()[i].name}.json`, receipt));

/** @param {import('../../web/class/types').Arrival[]} arrivals */
async function gather(arrivals) {
  const gathered = new Gathered(describe);
  await gathered.take(arrivals);
  return gathered;
}

/** @param {Gathered} gathered */
const reasons = (gathered) => gathered.unread.map(({why}) => why.key.replace('class.', ''));

test('thirty receipts are read as they stand, from files and from a zip with folders', async () => {
  const plain = await gather(files);
  const entries = Object.fromEntries(
    files.map(({name, bytes}) => [`class/${name.replace('.json', '')}/receipt.json`, bytes]),
  );
  const zip = zipSync({...entries, '__MACOSX/._x.json': strToU8('x'), 'class/.DS_Store': strToU8('x')});
  const zipped = await gather([{name: 'class.zip', bytes: /** @type {any} */ (zip)}]);
  for (const gathered of [plain, zipped]) {
    assert.deepEqual(gathered.unread, []);
    assert.equal(gathered.students.length, 30);
    assert.deepEqual(
      gathered.students.map(({taken}) => taken),
      everyone.map(({exercise}) => exercise.taken),
    );
    assert.ok(gathered.students.every(({intact}) => intact));
  }
  assert.match(zipped.students[0].source, /^class\.zip: class\/Ada\//);
});

test('what cannot be read is told by a sentence each, and hides no other', async () => {
  const other = await written(thirty()[3], 3, {...PAGE, exercise: {...CLASS_EXERCISE, title: 'Another'}});
  const [first] = everyone;
  const bent = structuredClone(first);
  bent.exercise.taken.runs[0].models[0].step = -4;
  const swapped = {...first, exercise: {...first.exercise, taken: other.exercise.taken}};
  const {exercise: _, ...ofLab} = first;
  const text = JSON.stringify(first);
  const bad = {
    cut: text.slice(0, 700),
    empty: '',
    no_receipt: '{"a":1}',
    no_exercise: JSON.stringify(ofLab),
    damaged: JSON.stringify(bent),
    other_answers: JSON.stringify(swapped),
    no_such_exercise: JSON.stringify({...first, exercise: await withExercise(first, {...CLASS_EXERCISE, goal: []})}),
    foreign: JSON.stringify(other),
  };
  const binary = {name: 'x.json', bytes: new Uint8Array([0xff, 0xfe, 0x00, 0x01])};
  const large = {name: 'y.json', bytes: new Uint8Array(BYTES_LIMIT + 1)};
  const noZip = {name: 'z.zip', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])};
  const odd = Object.entries(bad).map(([name, content]) => arrival(`${name}.json`, content));
  const gathered = await gather([...odd, binary, large, noZip, ...files]);
  assert.equal(gathered.students.length, 30);
  const wanted = ['no_zip', ...Object.keys(bad).slice(0, -1), 'no_text', 'too_large', 'foreign'];
  assert.deepEqual(reasons(gathered), wanted);
  for (const {why} of gathered.unread) assert.match(told(why), /^[A-Z].*\.$/);
});

/** @param {any} receipt @param {any} exercise */
async function withExercise(receipt, exercise) {
  const {taken} = receipt.exercise;
  return {
    exercise,
    taken: {...taken, exercise: await exerciseHash({experiment: receipt.page.experiment, exercise})},
    checksum: '',
  };
}

test('a zip may hold too much, and is unpacked no further', async () => {
  const entries = Object.fromEntries(files.slice(0, 2).map(({name, bytes}) => [name, bytes]));
  const bomb = zipSync({...entries, 'bomb.json': new Uint8Array(BYTES_LIMIT + 1)});
  assert.ok(bomb.length < BYTES_LIMIT / 10);
  const gathered = await gather([{name: 'class.zip', bytes: /** @type {any} */ (bomb)}]);
  assert.equal(gathered.students.length, 2);
  assert.deepEqual(gathered.unread, [
    {source: 'class.zip: bomb.json', why: {key: 'class.too_large', values: {megabytes: 1}}},
  ]);
  const many = Object.fromEntries(Array.from({length: RECEIPTS_LIMIT + 3}, (_, i) => [`${i}.json`, strToU8('{}')]));
  const crowd = await gather([{name: 'many.zip', bytes: /** @type {any} */ (zipSync(many))}]);
  assert.equal(reasons(crowd).filter((reason) => reason === 'too_many').length, 3);
});

test('of several exercises that of most is shown, and any other when it is chosen', async () => {
  const exercise = {...CLASS_EXERCISE, title: 'Another'};
  const others = await Promise.all(
    thirty()
      .slice(0, 2)
      .map((who, i) => written(who, i, {...PAGE, exercise})),
  );
  const gathered = await gather([...files, ...others.map((one, i) => arrival(`other-${i}.json`, one))]);
  assert.deepEqual(
    gathered.exercises.map(({title, count}) => [title, count]),
    [
      ['Which one adds?', 30],
      ['Another', 2],
    ],
  );
  assert.deepEqual(reasons(gathered), ['foreign', 'foreign']);
  gathered.chosen = gathered.exercises[1].hash;
  assert.equal(gathered.students.length, 2);
  assert.equal(gathered.unread.length, 30);
});

test('five hundred are read, and one more is refused', async () => {
  const gathered = new Gathered(describe);
  const many = Array.from({length: RECEIPTS_LIMIT + 1}, (_, i) => ({...files[0], name: `${i}.json`}));
  await gathered.take(many);
  assert.equal(gathered.again.length, RECEIPTS_LIMIT - 1);
  assert.deepEqual(reasons(gathered), ['too_many']);
});

test('a receipt whose checksum does not fit is read and marked; one that came twice counts once', async () => {
  const changed = structuredClone(everyone[0]);
  changed.exercise.taken.seconds = 5;
  const gathered = await gather([
    ...files.slice(1),
    arrival('changed.json', changed),
    {...files[4], name: 'again.json'},
  ]);
  assert.equal(gathered.students.length, 30);
  assert.deepEqual(
    gathered.students.filter(({intact}) => !intact).map(({source}) => source),
    ['changed.json'],
  );
  assert.deepEqual(
    gathered.again.map(({source}) => source),
    ['again.json'],
  );
});

test('codes are read beside the link, whatever stands between them and wherever lines are broken', async () => {
  const codes = await Promise.all(
    everyone.slice(0, 3).map(({exercise}) => codeOf(/** @type {any} */ (exercise.taken))),
  );
  const [first, second, third] = codes;
  const text = `Ada: ${first}\nBen, with a broken line: ${second.slice(0, 60)}\n  ${second.slice(60)}\nCleo ${third.slice(0, -1)}x end`;
  const gathered = new Gathered(describe);
  assert.equal(await gathered.takeCodes(text), 3);
  assert.deepEqual(reasons(gathered), ['needs_link', 'needs_link', 'needs_link']);
  await gathered.setGiven(PAGE);
  assert.deepEqual(
    gathered.students.map(({taken, code}) => [taken.name, code]),
    [
      ['Ada', true],
      ['Ben', true],
    ],
  );
  assert.deepEqual(reasons(gathered), ['code_damaged']);
  await gathered.setGiven({...PAGE, exercise: {...CLASS_EXERCISE, title: 'Another'}});
  await gathered.takeCodes(first);
  assert.ok(reasons(gathered).includes('code_other'));
  assert.equal(await gathered.takeCodes('nothing of the kind'), 0);
});

test('one run under two names shows where seeds follow from names; a name twice shows anywhere', async () => {
  const stolen = structuredClone(everyone[0]);
  stolen.exercise.taken.name = 'Mallory';
  const {students} = await gather([...files, arrival('mallory.json', stolen)]);
  const found = alikeOf(students);
  assert.deepEqual(
    found.map(({why, students: some}) => [why.key, some.map(({taken}) => taken.name)]),
    [['class.same_weights', ['Ada', 'Mallory']]],
  );
  const fixed = students.map((one) => ({...one, exercise: {...one.exercise, seed: /** @type {const} */ ('fixed')}}));
  assert.deepEqual(alikeOf(fixed), []);
  const twice = structuredClone(everyone[1]);
  twice.exercise.taken.name = '  ben ';
  twice.exercise.taken.name = 'ben';
  const {students: both} = await gather([...files, arrival('ben.json', twice)]);
  assert.ok(alikeOf(both).some(({why, students: some}) => why.key === 'class.same_name' && some.length === 2));
});

test('a line of the table has what the receipt has', async () => {
  const {students} = await gather(files);
  const score = scoreOfClass(students[0], describe);
  assert.equal(score, 'val_loss');
  const row = rowOf(students[3], score);
  const {taken} = everyone[3].exercise;
  const {student: _, ...said} = row;
  assert.deepEqual(said, {
    name: 'Dan',
    prediction: {index: 2, right: false},
    ...{
      reached: 0,
      goals: 1,
      runs: 2,
      steps: 120,
      seconds: taken.seconds,
      right: 1,
      judged: 1,
      answered: 2,
      asked: 2,
      hints: 0,
      refuted: false,
    },
    outcome: [
      {name: 'RNN 8', value: 0.2},
      {name: 'GRU 8', value: 0.2 - 0.006},
    ],
  });
  assert.deepEqual(rowOf(students[4], score).prediction, {index: 'unsure', right: null});
});

test('every column sorts both ways; those alike stay as they came', async () => {
  const {students} = await gather(files);
  const rows = students.map((student) => rowOf(student, 'val_loss'));
  const how = {score: 'val_loss', language: 'de', standing: () => /** @type {const} */ ('waits')};
  const names = (/** @type {{column: string, down: boolean}} */ by) => sorted(rows, by, how).map(({name}) => name);
  assert.deepEqual(names({column: 'name', down: false}).slice(0, 5), ['Ada', 'Ana', 'Åsa', 'Ben', 'Bob']);
  assert.equal(names({column: 'name', down: true})[0], 'Zoe');
  assert.equal(names({column: 'seconds', down: true})[0], 'Bob');
  assert.equal(names({column: 'outcome', down: true})[0], 'Bob'); // the lowest loss is the best
  assert.deepEqual(
    names({column: 'standing', down: false}),
    students.map(({taken}) => taken.name),
  );
  for (const column of ['prediction', 'reached', 'runs', 'steps', 'right'])
    assert.equal(new Set(names({column, down: true})).size, 30, column);
});

test('predictions are counted against what came of them', async () => {
  const {students} = await gather(files);
  const rows = students.map((student) => rowOf(student, 'val_loss'));
  const found = predictionsOf(CLASS_EXERCISE, rows);
  assert.deepEqual(
    found.map(({index, right, count}) => [index, right, count]),
    [
      [0, false, 6],
      [1, true, 12],
      [2, false, 6],
      ['unsure', null, 6],
    ],
  );
  assert.equal(
    found.reduce((sum, {reached}) => sum + reached, 0),
    20,
  );
});

test('runs with the same settings are one experiment: where they ended, who won, how sure the share is', async () => {
  const {students} = await gather(files);
  const settings = settingsOf(students);
  assert.deepEqual(
    settings.map(({position, runs}) => [position, runs.length]),
    [
      [1, 30],
      [0, 10],
    ],
  );
  const [, gru] = endsOf(settings[0], 'val_loss');
  assert.equal(gru.values.length, 30);
  assert.ok(Math.abs(gru.mean - (0.2 - 0.002 * 14.5)) < 1e-12);
  assert.equal(gru.max, 0.2);
  assert.deepEqual(winnersOf(settings[0], 'val_loss'), [{name: 'GRU 8', best: 29, of: 30}]);
  const share = shareOf(20, 30);
  assert.ok(share.low > 0.48 && share.low < 0.49 && share.high > 0.8 && share.high < 0.81);
  assert.deepEqual(endsOf(settings[0], 'longer_loss'), []);
});

test('the middle of many curves stands where at least half of them were tested', () => {
  const curves = [1, 2, 3, 4, 5].map((value) => ({
    step: [10, 20, ...(value > 3 ? [30] : [])],
    value: [value, 2 * value, value > 3 ? value : NaN].slice(0, value > 3 ? 3 : 2),
  }));
  assert.deepEqual(bandOf(curves), [
    {step: 10, count: 5, low: 1, first: 2, median: 3, third: 4, high: 5},
    {step: 20, count: 5, low: 2, first: 4, median: 6, third: 8, high: 10},
  ]);
  assert.equal(quantile([1, 2], 0.5), 1.5);
});

test('the table for the grade book has every student, and no name that is a formula', async () => {
  const evil = ['=HYPERLINK("http://x","y")', '+1', '-1+1', '@SUM(A1)', ' =1', '\t=1', 'Ada, "the"\nfirst'];
  const arrivals = await Promise.all(
    evil.map(async (name, i) =>
      arrival(`${i}.json`, await written({...thirty()[i], name, answers: [2, `${i % 2 ? '\n ' : ''}=cmd|${i}`]}, i)),
    ),
  );
  const {students, unread} = await gather([...files, ...arrivals]);
  assert.deepEqual(
    unread.map(({source}) => source),
    ['4.json', '5.json', '6.json'],
  ); // no page hands in a name with such spaces
  const rows = students.map((student) => rowOf(student, 'val_loss'));
  const text = csv(
    classHead(rows),
    classRows(rows, () => ({standing: 'proved', why: [], done: 4, of: 4})),
  );
  const read = readCsv(text); // as many cells as names in every line
  assert.equal(read.length, 34);
  for (const line of read) for (const cell of Object.values(line)) assert.doesNotMatch(cell, /^\s*[=+@]|^\s*-\D/);
  const ada = read.find(({name}) => name === 'Ada');
  assert.ok(ada);
  assert.equal(ada.prediction, '2');
  assert.equal(ada.prediction_right, 'yes');
  assert.equal(ada['score_GRU 8'], '0.2');
  assert.equal(ada.answer_2, 'Because of reason 1.');
  assert.equal(ada.trained_again, 'proved');
  assert.equal(ada.seed, String(seedOfName('Ada')));
  assert.ok(read.some(({name}) => name === "'-1+1"));
});

test('what is trained again is each model of each run by itself, and the same for all who did the same', async () => {
  const {students} = await gather(files);
  const [ada] = students;
  const jobs = ada.taken.runs.map((_, run) => jobsOf(ada, run));
  assert.deepEqual(
    jobs
      .flat()
      .map(({experiment, step}) => [
        experiment.models.map(({kind}) => kind).join(),
        experiment.task.length,
        experiment.train.seed,
        step,
      ]),
    [
      ['rnn', 12, seedOfName('Ada'), 60],
      ['gru', 12, seedOfName('Ada'), 60],
      ['rnn', 6, seedOfName('Ada'), 60],
      ['gru', 6, seedOfName('Ada'), 60],
    ],
  );
  const same = students
    .slice(0, 2)
    .map((one) => jobsOf({...one, taken: {...one.taken, runs: [{...one.taken.runs[0], seed: 1}]}}, 0)[0].key);
  assert.equal(same[0], same[1]);
});

test('what cannot be trained again here is said', async () => {
  const {students} = await gather(files.slice(0, 1));
  const [one] = students;
  const none = () => false;
  const arithmetic = one.arithmetic;
  assert.equal(hindrance(one, arithmetic, none), null);
  assert.equal(hindrance(one, arithmetic + 1, none)?.key, 'class.other_arithmetic');
  assert.equal(hindrance({...one, taken: {...one.taken, runs: []}}, arithmetic, none)?.key, 'class.no_runs');
  const own = {
    ...one,
    experiment: {...one.experiment, task: {kind: 'text', corpus: 'own'}},
    data: {corpus: 'own', sha256: 'ab', bytes: 3},
  };
  assert.equal(hindrance(own, arithmetic, none)?.key, 'class.own_data');
  assert.equal(
    hindrance(own, arithmetic, (hash) => hash === 'ab'),
    null,
  );
});
