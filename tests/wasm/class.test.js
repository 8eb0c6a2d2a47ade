// Receipts of a class, really trained, are trained again: what stands in them is proved, and whatever somebody changed is found.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {hashOf} from '../../web/exercise/canonical.js';
import {codeOf} from '../../web/exercise/code.js';
import {Checking} from '../../web/class/checking.js';
import {Gathered} from '../../web/class/gathered.js';
import {lockedChanges} from '../../web/class/locked.js';
import {sha256} from '../../web/store/sha256.js';
import {CLASS_EXERCISE, CLASS_EXPERIMENT, arrival, handIn, thirty} from '../support/class_receipts.js';
import {engineSurroundings} from '../support/engine_surroundings.js';
import {until} from '../support/until.js';

const surroundings = await engineSurroundings();
const PAGE = {experiment: CLASS_EXPERIMENT, exercise: CLASS_EXERCISE};
/** @type {any[]} */
const receipts = [];
for (const who of thirty().slice(0, 4)) receipts.push((await handIn(surroundings, PAGE, who)).receipt);
after(() => surroundings.workers.forEach((worker) => worker.terminate()));

/** With a checksum that fits: a forger makes one. @param {any} receipt @param {(taken: any) => void} change */
async function forged(receipt, change) {
  const made = structuredClone(receipt);
  change(made.exercise.taken);
  made.exercise.checksum = await hashOf({exercise: made.exercise.exercise, taken: made.exercise.taken});
  return made;
}

/** @param {any[]} all */
async function gather(all) {
  const gathered = new Gathered(surroundings.describe);
  await gathered.take(all.map((one, i) => arrival(`${i}.json`, one)));
  assert.deepEqual(gathered.unread, []);
  return gathered;
}

/** @param {Checking} checking */
async function checked(checking) {
  await checking.start();
  await until(() => checking.state === 'done', 'all is trained again');
}

test('what was trained is proved, with curves that end where the receipt says', async () => {
  const {students} = await gather(receipts);
  const checking = new Checking(surroundings, 2);
  checking.students = students;
  assert.equal(checking.of(students[0]).standing, 'waits');
  await checked(checking);
  for (const student of students) {
    assert.deepEqual(checking.of(student).why, []);
    assert.equal(checking.of(student).standing, 'proved');
    student.taken.runs.forEach((run, r) =>
      run.models.forEach(({scores}, k) => {
        const curve = checking.trained(student, r, k)?.history.curves.val_loss;
        assert.equal(curve?.value[curve.value.length - 1], scores.val_loss);
        assert.ok(Number(curve?.step.length) >= 6);
      }),
    );
  }
  const {done, of, trained_s, wall_s} = checking.progress;
  assert.equal(done, of);
  assert.equal(of, 12);
  assert.ok(trained_s > 0 && wall_s > 0);
  checking.close();
});

test('workers are lent again, and gone at the end', async () => {
  const before = surroundings.workers.length;
  const {students} = await gather(receipts);
  const checking = new Checking(surroundings, 2);
  checking.students = students;
  await checked(checking);
  const mine = surroundings.workers.slice(before);
  assert.ok(mine.length <= 3, `${mine.length}`); // and one that knows what each costs
  await until(() => mine.every(({alive}) => !alive), 'all are ended');
});

/** @type {Record<string, (taken: any) => void>} */
const FORGERIES = {
  fault_scores: ({runs}) => (runs[0].models[1].scores.val_loss -= 1e-12),
  fault_weights: ({runs}) =>
    (runs[0].models[0].weights_sha256 = runs[0].models[0].weights_sha256.replace(/^./, (/** @type {string} */ c) =>
      c === '0' ? '1' : '0',
    )),
  fault_seed_name: (taken) => (taken.name = 'Mallory'),
  fault_goal: (taken) => (taken.goals = [{run: 0, step: 20, value: 0.1}]),
  fault_step: ({runs}) => (runs[0].models[1].step = 70),
};

for (const [fault, change] of Object.entries(FORGERIES))
  test(`a change is found: ${fault}`, async () => {
    const {students} = await gather([await forged(receipts[1], change), receipts[2]]);
    const checking = new Checking(surroundings, 2);
    checking.students = students;
    await checked(checking);
    const [first, other] = students.map((student) => checking.of(student));
    assert.equal(first.standing, 'refuted');
    assert.ok(
      first.why.some(({key}) => key === `class.${fault}`),
      JSON.stringify(first.why),
    );
    assert.equal(other.standing, 'proved');
    checking.close();
  });

test('what the exercise locks and a run changed all the same is told; what the knob changes is not', async () => {
  const [honest] = receipts; // at both positions of the knob
  const withLock = (/** @type {any} */ one, /** @type {string[]} */ lock) => ({
    ...one,
    page: {...one.page, shape: {lock}},
  });
  const longer = await forged(receipts[1], ({runs}) => (runs[0].changes['train.batch_size'] = 9));
  const told = async (/** @type {any} */ receipt, /** @type {any} */ page = null) => {
    const gathered = await gather([receipt]);
    if (page) await gathered.setGiven(page);
    return lockedChanges(gathered.students[0], receipt.exercise.taken.runs.length - 1, surroundings.describe);
  };
  assert.deepEqual(await told(withLock(honest, ['task.length', 'training', 'models'])), []);
  assert.deepEqual(await told(longer), []);
  for (const name of ['training', 'train.*', 'train.batch_size'])
    assert.deepEqual(await told(withLock(longer, [name])), ['train.batch_size'], name);
  assert.deepEqual(await told(withLock(longer, ['task', 'train.steps', 'models'])), []);
  const link = {...PAGE, shape: {hide: [], lock: ['train.batch_size'], open: []}};
  assert.deepEqual(
    await told(longer, link),
    ['train.batch_size'],
    'whoever takes the lock out of a receipt does not take it out of the link',
  );
  for (const [lock, path, value] of /** @type {[string, string, any][]} */ ([
    ['add_model', 'models.2', {kind: 'lstm', hidden_size: 4}],
    ['model_menu', 'models.1', null],
    ['models.rnn.*', 'models.0.hidden_size', 9],
    ['models.*.hidden_size', 'models.1.hidden_size', 9],
    ['train.optimizer.lr', 'models.0.train.optimizer.lr', 1],
    ['models.gru.kind', 'models.1', {kind: 'lstm'}],
    ['train.optimizer.kind', 'train.optimizer', {kind: 'sgd', lr: 1}],
  ])) {
    const one = await forged(receipts[1], ({runs}) => (runs[0].changes[path] = value));
    assert.deepEqual(await told(withLock(one, [lock])), [path]);
  }
});

test('a run that was really trained with what is locked is not proved', async () => {
  const gathered = await gather([{...receipts[0], page: {...receipts[0].page, shape: {lock: ['task.length']}}}]);
  const [student] = gathered.students;
  const {knob: _, ...exercise} = student.exercise; // then nothing brings another length
  const checking = new Checking(surroundings, 2);
  const other = {...student, exercise};
  checking.students = [other];
  await checked(checking);
  const {standing, why} = checking.of(other);
  assert.deepEqual([standing, why], ['refuted', [{key: 'class.fault_locked', values: {run: 2, names: 'task.length'}}]]);
  checking.close();
});

test('a code is proved, too, and a forged one is not', async () => {
  const lie = await forged(receipts[2], ({runs}) => (runs[0].models[1].scores.val_loss *= 0.99));
  const codes = await Promise.all([receipts[0], lie].map(({exercise}) => codeOf(exercise.taken)));
  const gathered = new Gathered(surroundings.describe);
  await gathered.setGiven(PAGE);
  await gathered.takeCodes(codes.join('\n'));
  const checking = new Checking(surroundings, 2);
  checking.students = gathered.students;
  await checked(checking);
  assert.deepEqual(
    gathered.students.map((student) => checking.of(student).standing),
    ['proved', 'refuted'],
  );
  checking.close();
});

test('a pause holds everything, and what is not on screen rests; then it goes on to the same end', async () => {
  const experiment = {...CLASS_EXPERIMENT, train: {...CLASS_EXPERIMENT.train, steps: 4000, eval_every: 500}};
  const {receipt} = await handIn(surroundings, {...PAGE, experiment}, thirty()[1]);
  const {students} = await gather([receipt]);
  const checking = new Checking(surroundings, 1);
  checking.students = students;
  void checking.start();
  const far = () => checking.progress.share;
  await until(() => far() > 0.1, 'it has begun');
  for (const [hold, go] of [
    [() => checking.pause(), () => void checking.start()],
    [() => checking.setPresent(false), () => checking.setPresent(true)],
  ]) {
    hold();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const share = far();
    await new Promise((resolve) => setTimeout(resolve, 120));
    assert.equal(far(), share);
    assert.ok(share < 1, 'it had not come to its end');
    assert.notEqual(checking.of(students[0]).standing, 'proved');
    go();
  }
  await until(() => checking.state === 'done', 'it is done');
  assert.equal(checking.of(students[0]).standing, 'proved');
  checking.close();
});

test('data of one’s own is given once, whatever ends its lines, and other data is refused', async () => {
  const text = 'one two three four five six seven eight nine ten. '.repeat(40).replaceAll('. ', '.\n');
  const bytes = new TextEncoder().encode(text);
  const experiment = /** @type {any} */ ({
    ...CLASS_EXPERIMENT,
    task: {kind: 'text', corpus: 'own', length: 12, text},
    train: {...CLASS_EXPERIMENT.train, steps: 20},
    models: [{kind: 'rnn', embedding_size: 8, hidden_size: 8, num_layers: 1}],
  });
  const goal = [{model: 0, metric: 'val_loss', op: /** @type {const} */ ('<'), value: 9}];
  const {knob: _, ...exercise} = {...CLASS_EXERCISE, goal};
  const {receipt} = await handIn(surroundings, {experiment, exercise}, thirty()[0]);
  assert.equal(receipt.data?.sha256, await sha256(bytes));
  assert.equal(receipt.page.experiment.task.text, undefined);
  const {students} = await gather([receipt]);
  const checking = new Checking(surroundings, 1);
  checking.students = students;
  assert.deepEqual(
    checking.of(students[0]).why.map(({key}) => key),
    ['class.own_data'],
  );
  assert.equal(await checking.offer(new TextEncoder().encode('other'), 'x.txt'), false);
  assert.equal(await checking.offer(new TextEncoder().encode(text.replaceAll('\n', '\r\n')), 'x.txt'), true);
  await checked(checking);
  assert.deepEqual(checking.of(students[0]).why, []);
  assert.equal(checking.of(students[0]).standing, 'proved');
  checking.close();
});

test('whoever trained the same is trained once', async () => {
  const exercise = {...CLASS_EXERCISE, seed: /** @type {const} */ ('fixed')};
  const all = [];
  for (const who of thirty().slice(1, 3)) all.push((await handIn(surroundings, {...PAGE, exercise}, who)).receipt);
  const {students} = await gather(all);
  const checking = new Checking(surroundings, 2);
  checking.students = students;
  assert.equal(checking.progress.of, 2);
  await checked(checking);
  assert.ok(students.every((student) => checking.of(student).standing === 'proved'));
  checking.close();
});

test('a head that was pointed at is measured again', async () => {
  const experiment = /** @type {any} */ ({
    ...CLASS_EXPERIMENT,
    task: {kind: 'text', corpus: 'names', length: 12},
    train: {...CLASS_EXPERIMENT.train, steps: 20},
    models: [{kind: 'transformer', topology: 'decoder', d_model: 16, num_heads: 2, num_layers: 1, d_ff: 32}],
  });
  const goal = [
    {find: /** @type {const} */ ('head'), model: 0, score: /** @type {const} */ ('previous_token'), at_least: 0},
  ];
  const {knob: _, ...exercise} = {...CLASS_EXERCISE, goal};
  const who = {name: 'Ada', points: {layer: 0, head: 1}};
  const {receipt} = await handIn(surroundings, {experiment, exercise}, who);
  const [reached] = /** @type {any} */ (receipt.exercise.taken).goals;
  assert.ok(reached.value > 0);
  const lie = await forged(receipt, (taken) => (taken.goals[0].value += 0.01));
  const elsewhere = await forged(receipt, (taken) => (taken.found[0].head = 0));
  const {students} = await gather([receipt, lie, elsewhere]);
  const checking = new Checking(surroundings, 1);
  checking.students = students;
  await checked(checking);
  assert.deepEqual(
    students.map((student) => checking.of(student).standing),
    ['proved', 'refuted', 'refuted'],
  );
  checking.close();
});
