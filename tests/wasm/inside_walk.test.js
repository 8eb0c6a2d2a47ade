// Every picture of every family over every task that pads its examples: what is no data is drawn nowhere and told nowhere, and
// beside each row stands what looks there: of an answer the symbol that is written.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {createEngine} from '../../wasm_bindings/engine.js';
import * as charts from '../../web/charts/index.js';
import {symbolsOf, tapOf, truthOf} from '../../web/elements/inside/padding.js';
import {placesOfLook} from '../../web/elements/inside/place_names.js';
import {layersOf, tapsOf, viewsFor} from '../../web/elements/inside/view_choice.js';
import {inspect} from '../../web/runtime/inspect.js';
import {told, toldAll} from '../../web/words/words.js';
import {COLOURS, fakeContext} from '../support/fake_canvas.js';
import {elementOf, written} from '../support/page_parts.js';
import {dataOf, smallModels} from '../support/small_models.js';
import {ofClass} from '../support/template_tree.js';

const wasm = readFileSync(new URL('../../build/wasm/engine_strict.wasm', import.meta.url));
const engine = await createEngine({module: await WebAssembly.compile(wasm)});
const describe = engine.describe();
const {tasks} = describe;
const frame = await elementOf('inside/view_frame.js', 'view-frame', {});

/** One more inducing point than the smallest has, and as many as a set is padded to. */
const models = [
  ...smallModels(engine),
  {kind: 'set_transformer', block: 'isab', num_inducing: 10, d_model: 8, num_heads: 2, num_layers: 1, d_ff: 8},
];
/** An answer there is as long as what is given, and nothing asks for its end where it stands under it. */
const EQUALLY_LONG = ['copy', 'reverse', 'sort'];
/** Pictures whose rows are what is written. */
const WRITTEN = ['seq2seq-attention', 'cross-attention', 'conv-attention', 'pervasive-alignment'];
const END = '·';

/** @param {number} count */
const numbered = (count) => Array.from({length: count}, (_, i) => String(i + 1));

/**
 * What is read, asked and written, place by place, by the item and the form alone: a model that writes its answer reads what it
 * wrote.
 * @param {any} look @param {string} form @param {string} kind
 * @returns {{given: string[], read: string[], asked: (string | null)[], wrote: string[]}}
 */
function dataIn(
  {
    item: {
      given: {symbols, values},
      target,
      answer: said,
    },
    written: own,
  },
  form,
  kind,
) {
  const given = symbols ?? numbered(values.length);
  const answer = target?.symbols ?? [];
  const asked = [...answer, END];
  const nothing = (/** @type {number} */ count) => Array(Math.max(0, count)).fill(null);
  const wrote = [...(said.symbols ?? []), ...(own?.includes(END) ? [END] : [])];
  const read = ['→', ...wrote.slice(0, -1)];
  const heard = wrote.map((_, i) => asked[i] ?? null);
  if (form === 'pairs') return {given, read, asked: heard, wrote};
  if (form === 'prefix') return {given, read: [...given, ...read], asked: [...nothing(given.length), ...heard], wrote};
  if (form === 'single') return {given, read: given, asked: answer, wrote: []};
  const under = EQUALLY_LONG.includes(kind) ? answer : asked;
  const fill = nothing(under.length - given.length).map(() => END);
  return {given, read: [...given, ...fill], asked: [...under, ...nothing(given.length - under.length)], wrote: []};
}

/** Every session that there is of a task, one after the other. @param {any} task */
function* sessionsOf(task) {
  for (const model of models) {
    const experiment = {version: 1, task: {kind: task.kind}, models: [model], train: {batch_size: 4}};
    try {
      engine.estimate(experiment, 0, 60);
    } catch {
      continue; // tests/wasm/cards_walk.test.js holds that this is a refusal
    }
    const session = engine.open(experiment, 0, dataOf(task));
    session.step(2);
    yield {session, model};
    session.close();
  }
}

/** @param {any} session @param {string} number what the page has of an example */
function lookOf(session, number) {
  const names = session.taps().map((/** @type {any} */ {name}) => name);
  if (!names.length) session.inspect(number);
  return inspect(
    session,
    number,
    session.taps().map((/** @type {any} */ {name}) => name),
  ).look;
}

/** As the element draws it, wide enough for every name. @param {any} view @param {any} look @param {any} info @param {number} layer @param {any} [places] what they are called */
function pictureOf(view, look, info, layer, places = undefined) {
  const names = tapsOf(view, layer);
  const raw = names.map((name) => look.taps.find((/** @type {any} */ tap) => tap.name === name));
  const taps = raw.map((tap) => tapOf(tap, {...look, taps: raw}));
  const options = {
    width: 6000,
    ...symbolsOf(look),
    ...(places && {places}),
    colours: COLOURS,
    cursor: null,
    choice: {},
    vocab: info.vocab,
    truth: truthOf(look),
    say: told,
  };
  const ctx = fakeContext();
  const scene = view.scene(taps, options);
  view.draw(ctx, taps, options);
  return {
    id: view.meta.id,
    raw,
    taps,
    scene,
    texts: ctx.texts,
    cells: ctx.rects.length,
    words: toldAll(view.describe(taps, options)),
    at: (/** @type {any} */ cursor) => toldAll(view.readout(taps, options, cursor)),
  };
}

/** @param {any[]} texts @param {string[]} names as they are drawn: cut where they are long */
function namesStand(texts, names) {
  const shown = texts.map(({text}) => text);
  if (shown.length < names.length) names = thinned(shown, names);
  const seen = (/** @type {string} */ symbol) => ({' ': '␣', '\n': '⏎', '\t': '⇥'})[symbol] ?? symbol;
  assert.equal(shown.length, names.length, `${shown} stand for ${names}`);
  names.forEach((name, i) =>
    assert.ok(seen(name).startsWith(shown[i].replace('…', '')), `${shown[i]} stands for ${name}`),
  );
}

/** Numbers of places stand apart: the names without the numbers that are left out. @param {string[]} shown @param {string[]} names */
function thinned(shown, names) {
  let next = 0;
  return names.filter((name) => {
    const left = /^\d+$/.test(name) && name !== shown[next];
    if (!left) next++;
    return !left;
  });
}

/** The values that are drawn are those of the first places of each axis. @param {any} tap @param {any} raw @param {Record<string, number>} places */
function valuesStand(tap, raw, places) {
  const size = raw.axes.map((/** @type {string} */ axis, /** @type {number} */ i) => places[axis] ?? raw.shape[i]);
  assert.deepEqual(tap.shape, size, `${raw.name} ${raw.axes}`);
  const strides = raw.shape.map((/** @type {number} */ _, /** @type {number} */ i) =>
    raw.shape.slice(i + 1).reduce((/** @type {number} */ a, /** @type {number} */ b) => a * b, 1),
  );
  let at = 0;
  const walk = (/** @type {number} */ axis, /** @type {number} */ from) => {
    if (axis === size.length) return assert.equal(tap.data[at++], raw.data[from]);
    for (let i = 0; i < size[axis]; i++) walk(axis + 1, from + i * strides[axis]);
    return undefined;
  };
  walk(0, 0);
}

/** What each picture shows of a look. @type {Record<string, (data: ReturnType<typeof dataIn>, raw: any) => {rows: string[], columns: string[], places: Record<string, number>}>} */
const MAPS = {
  written: ({given, read, wrote}) => ({
    rows: wrote,
    columns: given,
    places: {query: read.length, key: given.length},
  }),
  given: ({given}) => ({rows: given, columns: given, places: {query: given.length, key: given.length}}),
  parts: ({given}, {shape}) => ({rows: numbered(shape.at(-2)), columns: given, places: {key: given.length}}),
  points: ({given}, {shape}) => ({rows: given, columns: numbered(shape.at(-1)), places: {query: given.length}}),
};
/** @type {Record<string, string>} */
const ROWS = {
  'encoder-attention': 'given',
  'set-attention': 'given',
  'set-pooling': 'parts',
  'inducing-attention': 'parts',
  'induced-attention': 'points',
};

/** @param {any} picture @param {ReturnType<typeof dataIn>} data */
function mapStands({id, taps, raw, texts, scene, cells, at}, data) {
  const {rows, columns, places} = MAPS[ROWS[id] ?? 'written'](data, raw[0]);
  valuesStand(taps[0], raw[0], places);
  assert.deepEqual([scene.rows, scene.columns], [rows.length, columns.length]);
  assert.equal(cells, rows.length * columns.length);
  namesStand(texts, [...columns, ...rows]);
  const keys = raw[0].shape.at(-1);
  rows.forEach((name, row) => {
    const weights = [...raw[0].data.subarray(row * keys, row * keys + columns.length)];
    const best = weights.indexOf(Math.max(...weights));
    const said = at({row, column: 0});
    const share = new RegExp(`\\b${best + 1}\\)? ${Math.round(100 * weights[best])} %`); // (5), (symbol 5), inducing point 5
    assert.ok(share.test(said) || weights[best] < 0.01, said);
    if (WRITTEN.includes(id))
      assert.ok(said.startsWith(name === END ? 'Writing the end' : `Writing ${spoken(name)} (${row + 1})`), said);
  });
}

/** @param {string} symbol */
const spoken = (symbol) => (symbol === ' ' ? 'space' : `“${symbol}”`);

/** @param {any} picture @param {string[]} read place by place along the bottom */
function gridStands({taps, raw, texts, scene, words, id}, read) {
  taps.forEach((/** @type {any} */ tap, /** @type {number} */ i) =>
    valuesStand(tap, raw[i], {time: read.length, query: read.length, key: read.length}),
  );
  assert.equal(scene.columns, read.length);
  const bottom = Math.max(...texts.map((/** @type {any} */ {y}) => y));
  const along =
    id === 'attention' ? texts.slice(0, read.length) : texts.filter((/** @type {any} */ {y}) => y === bottom);
  namesStand(along, read);
  const steps = words.match(/over (\d+) /);
  if (steps) assert.equal(Number(steps[1]), read.length);
}

/** @param {any} picture @param {ReturnType<typeof dataIn>} data @param {any} info */
function guessesStand({raw, scene, words}, {read, asked}, {vocab, classes}) {
  const [{data, shape}] = raw;
  const symbols = classes?.length ? classes : vocab;
  const best = (/** @type {number} */ t) => {
    const row = [...data.subarray(t * shape.at(-1), (t + 1) * shape.at(-1))];
    return symbols[row.indexOf(Math.max(...row))];
  };
  const wanted = asked.flatMap((symbol, t) => (symbol === null ? [] : [best(t) === symbol]));
  assert.equal(scene.columns, read.length);
  if (wanted.length) assert.ok(words.includes(`${wanted.filter(Boolean).length} of ${wanted.length} `), words);
}

/** @param {any} picture @param {ReturnType<typeof dataIn>} data @param {any} info */
function pictureStands(picture, data, info) {
  const {id} = picture;
  if (id === 'feature-maps') return; // of pixels, which are never padded
  if (id === 'guesses') return guessesStand(picture, data, info);
  if (WRITTEN.includes(id) || id in ROWS) return mapStands(picture, data);
  gridStands(picture, id === 'encoder-state' ? data.given : data.read);
}

/** @param {any} session @param {any} view @param {string} number @param {string} kind */
function* picturesOf(session, view, number, kind, named = false) {
  const look = lookOf(session, number);
  const {info} = session;
  const symbols = info.form !== 'single' || view === 'positions';
  const offered = viewsFor(
    /** @type {any} */ (Object.values(charts)),
    info.looks.map((/** @type {any} */ {tap}) => tap),
  );
  const shown = offered.filter(({meta}) => meta.id !== 'guesses' || (symbols && view !== 'images'));
  for (const one of shown)
    for (const layer of layersOf(one, info.looks).length ? layersOf(one, info.looks) : [0])
      yield {
        picture: pictureOf(
          one,
          look,
          info,
          layer,
          named ? placesOfLook({...look, step: 0}, info.form, {task: {kind}}, describe) : undefined,
        ),
        data: dataIn(look, info.form, kind),
        info,
        look,
        one,
        layer,
      };
}

for (const {kind, view, ...task} of tasks.filter((/** @type {any} */ {view}) => view !== 'text'))
  test(`${kind}: no picture of any family shows what is no data`, () => {
    let pictures = 0;
    for (const {session, model} of sessionsOf({kind, ...task}))
      for (const number of ['0', '1'])
        for (const {picture, data, info} of picturesOf(session, view, number, kind))
          try {
            pictureStands(picture, data, info);
            pictures++;
          } catch (error) {
            throw new Error(`${JSON.stringify(model)}, ${info.form}: ${picture.id} of example ${number}`, {
              cause: error,
            });
          }
    assert.ok(pictures > 0);
  });

test('a picture is spoken as it is drawn, by the element itself', () => {
  for (const [kind, model] of [
    ['roman', {kind: 'seq2seq', attention: 'dot'}],
    ['set_unique', models.at(-1)],
    ['clustering', {kind: 'set_transformer'}],
    ['sentiment', {kind: 'rnn'}],
  ]) {
    const task = tasks.find((/** @type {any} */ one) => one.kind === kind);
    const session = engine.open({version: 1, task: {kind}, models: [model]}, 0, dataOf(task));
    for (const {picture, info, look, one, layer} of picturesOf(session, task.view, '0', String(kind), true)) {
      const runner = {id: 0, name: 'one', colour: 0, info, look: {...look, taps: picture.raw}, state: 'paused', model};
      Object.assign(frame, {
        race: {
          view: task.view,
          runners: [runner],
          experiment: {task: {kind}, train: {}, models: [model]},
          text: {},
          describe,
        },
        runner,
        view: one,
        _layer: layer,
      });
      const [canvas] = ofClass(written(frame), 'canvas');
      assert.ok(canvas.attributes['aria-label'].includes(picture.words), picture.id);
    }
    session.close();
  }
});

test('a picture with padding, or with what was read in place of what is written, would be told', () => {
  const session = engine.open(
    {version: 1, task: {kind: 'roman'}, models: [{kind: 'seq2seq', attention: 'dot'}]},
    0,
    new Uint8Array(),
  );
  const wrong = {
    padded: (/** @type {any} */ look) => ({...look, written: look.written.map((/** @type {any} */ one) => one ?? END)}),
    shifted: (/** @type {any} */ look) => ({...look, written: ['→', ...look.written.slice(0, -1)]}),
  };
  const {info} = session;
  const looks = Array.from({length: 60}, (_, i) => lookOf(session, String(i)));
  const look = looks.find(({written}) => written.includes(null)); // one that is shorter than the longest
  assert.ok(look);
  const data = dataIn(look, String(info.form), 'roman');
  const view = /** @type {any} */ (charts.seq2seqAttention);
  pictureStands(pictureOf(view, look, info, 0), data, info);
  for (const broken of Object.values(wrong))
    assert.throws(() => pictureStands(pictureOf(view, broken(look), info, 0), data, info), Error);
  session.close();
});
