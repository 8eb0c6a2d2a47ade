// The chapters as data: what each needs to be shown, in the words of the course and nowhere else.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import temml from 'temml';
import {judged} from '../../tools/learn_judge.mjs';
import {chapterKey} from '../../tools/chapters/fingerprints.mjs';
import {rivalKey} from '../../tools/chapters/rivals.mjs';
import {BEGIN, END, claimsOf, proofKey, table} from '../learning/chapter_proof.mjs';
import {metricNamed} from '../../web/facts/metrics.js';
import {CHAPTERS, entryOf} from '../../web/learn/index.js';
import {HISTORY} from '../../web/learn/history.js';
import {courseWord, wordsOf} from '../../web/learn/words.js';
import {BRING} from '../../web/charts/compare/apart.js';
import {PICTURES} from '../../web/charts/compare/index.js';
import {PRESETS} from '../../web/state/presets.js';
import {COURSES} from '../../web/words/course.js';
import {Words, idOf, told} from '../../web/words/words.js';
import {messagesOf} from '../../tools/words/messages.mjs';

/** @typedef {import('../../web/learn/types').Recorded} Recorded */

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const describe = JSON.parse(read('build/describe.json'));
const {arithmetic} = describe;
const [proofs, spreads] = ['tests/learning/proved/chapters.json', 'web/facts/spreads.json'].map((path) =>
  JSON.parse(read(path)),
);
/** @type {Record<string, import('../../web/learn/types').Paper>} */
const papers = JSON.parse(read('web/learn/papers.json'));
const chapters = await Promise.all(CHAPTERS.map(({load}) => load()));

for (const chapter of chapters) {
  const {id, experiment, choices, knob, challenge, transfer} = chapter;

  test(`${id}: two models, strict, and as the path of chapters tells of it`, () => {
    assert.deepEqual([chapter.id, chapter.minutes], [entryOf(id)?.id, entryOf(id)?.minutes]);
    assert.deepEqual([experiment.train.tier, experiment.models.length], ['strict', 2]);
    const {steps = 0, eval_every = Infinity} = experiment.train;
    assert.ok(eval_every <= steps / 20, 'it is tested often early');
  });

  test(`${id}: one of what can be predicted is right, here and on the other surface`, () => {
    for (const offered of [choices, transfer.choices]) {
      assert.equal(offered.filter(({right}) => right).length, 1);
      assert.equal(new Set(offered.map((one) => one.id)).size, offered.length);
    }
  });

  test(`${id}: what it asks of earlier chapters comes from earlier ones, and one answer to each is right`, () => {
    const {recall = []} = chapter;
    assert.ok(recall.length === 0 || recall.length === 2);
    const before = chapters.slice(0, chapters.indexOf(chapter)).map((one) => one.id);
    for (const asked of recall) {
      assert.ok(before.includes(asked.of), asked.of);
      assert.match(asked.id, /^[a-z]+$/);
      assert.equal(asked.choices.filter(({right}) => right).length, 1, asked.id);
      assert.equal(new Set(asked.choices.map((one) => one.id)).size, asked.choices.length);
    }
  });

  test(`${id}: what lies behind it is two paragraphs with formulas that can be written, and papers that are known`, () => {
    const {formulas, papers: cited} = chapter.background;
    assert.equal(formulas.length, 2);
    for (const tex of formulas.flat())
      assert.match(temml.renderToString(tex, {throwOnError: true, displayMode: true}), /^<math/, tex);
    assert.ok(formulas.flat().length && cited.length);
    assert.equal(new Set(cited).size, cited.length);
    for (const name of cited) assert.ok(name in papers, name);
  });

  test(`${id}: the knob begins where the experiment stands, and reaches the goal somewhere else`, () => {
    const names = knob.values.map(({name}) => name);
    assert.deepEqual(knob.values[knob.begin].change, {});
    assert.ok(challenge.reached_with.length && challenge.reached_with.every((name) => names.includes(name)));
    assert.ok(!challenge.reached_with.includes(names[knob.begin]));
  });

  test(`${id}: what it claims can be asked, and its picture is there`, () => {
    const asked = [...chapter.claims, ...challenge.goal, ...knob.values.flatMap(({claims}) => claims)];
    for (const {metric} of asked) assert.ok(metricNamed(metric), metric);
    assert.ok(chapter.claims.length || chapter.measures);
    for (const {name} of knob.values)
      assert.ok(
        claimsOf(chapter).some(({position}) => position === name),
        name,
      );
    assert.ok(chapter.why.picture in BRING);
  });

  test(`${id}: it has the words it needs and no others`, () => {
    const needed = wordsOf(chapter).map((name) => idOf(courseWord(id, name).key));
    for (const [tag, text] of Object.entries(COURSES)) {
      const there = [...messagesOf(text).messages.keys()].filter((key) => key.startsWith(`course-${id}-`));
      const spare = there.filter((key) => !needed.includes(key));
      const lost = tag === 'en' ? needed.filter((key) => !there.includes(key)) : [];
      assert.deepEqual({tag, spare, lost}, {tag, spare: [], lost: []});
    }
  });

  test(`${id}: it was proved as it stands, for five seeds, and what these gave is kept`, () => {
    const {fingerprint, arithmetic: by, seeds} = proofs[id];
    assert.deepEqual([fingerprint, by, seeds.length], [proofKey(chapter), arithmetic, 5]);
    for (const shown of seeds)
      assert.ok(shown.length === claimsOf(chapter).length && shown.every((/** @type {any} */ {holds}) => holds));
    const kept = spreads[chapterKey(chapter)];
    assert.deepEqual(
      kept.map((/** @type {any} */ {values}) => values.length),
      [5, 5],
    );
  });

  test(`${id}: the recorded run shows what it claims`, () => {
    const text = read(`web/learn/${id}/recorded.json`);
    assert.ok(text.length < 25_000, `${text.length} bytes`);
    const {hashes, example, anatomies, curves, course = []} = /** @type {Recorded} */ (JSON.parse(text));
    assert.deepEqual([hashes.length, example.items.length, anatomies.length, curves.length], [2, 2, 2, 2]);
    for (const found of course) assert.deepEqual(found.map(({step}) => step), chapter.why.course); // prettier-ignore
    assert.equal(course.length, chapter.why.course ? 2 : 0);
    const runs = curves.map(({step, value}, k) => ({
      experiment: {...experiment, models: [experiment.models[k]]},
      lines: [
        ...step.map((at, i) => ({step: at, [`val_${chapter.view.metric}`]: value[i]})),
        {done: true, steps: experiment.train.steps},
      ],
    }));
    for (const claim of chapter.claims) assert.equal(judged(claim, runs).holds, true, JSON.stringify(claim));
    assert.deepEqual(example.items[0].target, example.items[1].target);
    if (chapter.measures) return; // nothing was learned
    assert.deepEqual(
      example.items.map(({right}) => right?.every((one) => one !== false)), // null: nothing is asked there
      [false, true],
      'its example shows who learned it',
    );
  });

  test(`${id}: its rivals were recorded as they stand`, () => {
    const {rivals = []} = /** @type {Recorded} */ (JSON.parse(read(`web/learn/${id}/recorded.json`)));
    assert.deepEqual(rivals.map((one) => one.of), (chapter.rivals ?? []).map((rival) => rivalKey(chapter, rival))); // prettier-ignore
    for (const {step, value, hash} of rivals) {
      assert.equal(step.length, value.length);
      assert.match(hash, /^[0-9a-f]{64}$/);
    }
  });

  test(`${id}: the thumbnail is of that run, small, and needs nothing else`, () => {
    const [svg, {hashes}] = [read(`web/learn/${id}/thumbnail.svg`), JSON.parse(read(`web/learn/${id}/recorded.json`))];
    assert.ok(svg.length < 10_000, `${svg.length} bytes`);
    assert.ok(svg.includes(hashes.join(' ')));
    assert.match(svg, /viewBox="0 0 160 100"/);
    assert.doesNotMatch(svg, /href|url\(|<script|<style|NaN|undefined|\son\w+=/);
  });
}

test('what chapters lead on to is in the lab', () => {
  const ids = PRESETS.map(({id}) => id);
  const doors = chapters.flatMap(({doors = []}) => doors);
  assert.ok(doors.length);
  for (const door of doors) assert.ok(ids.includes(door), door);
});

test('what begins with something learned before is a first act that takes no longer than the page can bear', () => {
  const acts = chapters.flatMap(({experiment: {models}}) =>
    models.flatMap(({start}) => /** @type {any} */ (start ?? [])),
  );
  assert.ok(acts.length);
  for (const {experiment, step} of acts) {
    assert.equal(experiment.train.tier, 'strict');
    assert.ok(experiment.train.eval_every <= step / 20, 'its curve is seen');
  }
});

test('forgets: one thing is changed by its knob, and never how long it trains', () => {
  const [{experiment, knob}] = chapters.filter(({id}) => id === 'forgets');
  for (const {name, change} of knob.values) {
    assert.equal(change.train, undefined, name);
    assert.ok(Object.keys(change).length <= 1, name);
  }
  const {steps = 0, eval_every = 1} = experiment.train;
  assert.ok(steps / eval_every <= 50);
});

test('a reply begins with whom it speaks of', () => {
  for (const {id, choices, transfer, recall = []} of chapters) {
    const names = [
      ...recall.flatMap((asked) => asked.choices.map((one) => `recall_${asked.id}_reply_${one.id}`)),
      ...choices.map((one) => `reply_${one.id}`),
      ...transfer.choices.map((one) => `transfer_reply_${one.id}`),
    ];
    for (const name of names) assert.doesNotMatch(told(courseWord(id, name)), /^(Yes[.,:] )?(It|They)\b/, name);
  }
});

test('the right answer does not always stand in the same place', () => {
  const placeOf = (/** @type {import('../../web/learn/types').Choice[]} */ choices) =>
    choices.findIndex(({right}) => right);
  assert.ok(new Set(chapters.map(({choices}) => placeOf(choices))).size > 2);
  assert.ok(new Set(chapters.map(({transfer}) => placeOf(transfer.choices))).size > 2);
});

/** Where papers lie that stay where they are. */
const ARCHIVES =
  /^https:\/\/(doi\.org\/10\.\d{4,}\/\S+|arxiv\.org\/abs\/\d{4}\.\d{4,5}|(aclanthology\.org|proceedings\.mlr\.press|papers\.nips\.cc|openreview\.net|people\.idsia\.ch|cdn\.openai\.com|transformer-circuits\.pub)\/\S+)$/;

test('papers are sorted by their names, each is cited, none twice, and its address is an identifier', () => {
  const names = Object.keys(papers);
  assert.deepEqual(names, [...names].sort());
  const cited = new Set([...chapters.flatMap(({background}) => background.papers), ...HISTORY.map(({paper}) => paper)]);
  assert.deepEqual(
    names.filter((name) => !cited.has(name)),
    [],
    'nobody cites these',
  );
  assert.equal(new Set(Object.values(papers).map(({url}) => url)).size, names.length);
  for (const [name, {authors, year, title, where, url}] of Object.entries(papers)) {
    assert.match(name, new RegExp(`^[a-z]+${year}[a-z]?$`));
    assert.match(url, ARCHIVES, name);
    assert.ok(authors && title && where && year > 1940 && year < 2100, name);
  }
});

test('docs/learning.md tells what was proved', () => {
  const page = read('docs/learning.md');
  const told = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)).trim();
  assert.equal(told, table(proofs, chapters, describe));
});

test('a language has the words of the course from a file of its own, and English where it lacks them', () => {
  const words = new Words('de', {en: '', de: 'course-forgets-title = Ein RNN vergisst'});
  assert.equal(words.say('course.forgets.title'), 'Ein RNN vergisst');
  assert.equal(words.say('course.forgets.knob_long'), '50 numbers');
  words.add({de: 'course-forgets-knob_long = 50 Zahlen'});
  assert.equal(words.say('course.forgets.knob_long'), '50 Zahlen');
});

test('a picture of a cause that is fetched alone is the one that the lab has by that name', async () => {
  for (const [id, bring] of Object.entries(BRING))
    assert.equal((await bring()).meta, PICTURES.find(({meta}) => meta.id === id)?.meta);
});
