// What stands on a card, read back from the page's own markup, and what should stand there by the engine's item alone. The two
// know nothing of each other: what is compared is symbols, marks and numbers, as they are seen and as they are heard.
import assert from 'node:assert/strict';
import {every, hasClass, heard, ofClass, textOf} from './template_tree.js';

/** @typedef {import('./template_tree.js').Node} Node @typedef {import('../../web/runtime/types').Item} Item */
/** @typedef {(Node | string)[]} Nodes */

const WRITTEN = /** @type {Record<string, string>} */ ({'␣': ' ', '⏎': '\n', '⇥': '\t'});
const symbolIn = (/** @type {string} */ text) => WRITTEN[text] ?? text;
const without = (/** @type {string} */ text) => text.replace(/[\s␣⏎⇥]/g, '');
const rows = (/** @type {any} */ list) => list ?? [];

/** Symbols of an answer that begins where the first one is asked, under their places. @param {any[]} asked @param {any[]} answer @param {(one: any) => boolean} counts */
function underTheirPlaces(asked, answer, counts) {
  return asked.map((one, i) => (counts(one) ? answer[i] : undefined));
}

/** As a card marks it, from what was asked and said alone. @param {Item} item */
function wholeIsRight({target, answer, right}) {
  if (answer.symbols && target?.symbols) return JSON.stringify(answer.symbols) === JSON.stringify(target.symbols);
  return target && right?.length ? right.every((one) => one !== false) : null;
}

/** @param {number} found @param {number} wanted @param {number} slack @param {string} what */
function close(found, wanted, slack, what) {
  assert.ok(Math.abs(found - wanted) <= slack, `${what}: ${found} stands for ${wanted}`);
}

// Parts that several forms share -------------------------------------------------------------------------------------

/** @param {Node} row @returns {{symbol: string, mark: string}[]} */
function tokensIn(row) {
  return every(row.children, ({tag}) => tag === 'span').map((span) => ({
    symbol: symbolIn(textOf(span)),
    mark: hasClass(span, 'right') ? 'right' : hasClass(span, 'wrong') ? 'wrong' : '',
  }));
}

/** @param {Nodes} nodes */
const tokenRows = (nodes) => ofClass(nodes, 'tokens').map(tokensIn);

/** @param {Nodes} nodes */
function verdictIn(nodes) {
  const [mark] = ofClass(nodes, 'mark');
  assert.equal(ofClass(nodes, 'mark').length <= 1, true);
  return mark ? textOf(mark) === '✓' : null;
}

/** @param {Nodes} nodes @param {boolean | null} right seen and heard alike */
function verdictStands(nodes, right) {
  assert.equal(verdictIn(nodes), right);
  if (right !== null) assert.ok(heard(nodes).startsWith(right ? 'right' : 'wrong'));
}

/** @param {Nodes} nodes @param {Item} item what was given, in whatever form @returns {number} how many rows of tokens it took */
function givenStands(nodes, {given, image_columns, target, answer}) {
  if (given.symbols) {
    assert.deepEqual(
      tokenRows(nodes)[0],
      given.symbols.map((symbol) => ({symbol, mark: ''})),
    );
    assert.ok(without(heard(nodes)).includes(without(given.symbols.join(''))));
    return 1;
  }
  const values = rows(given.values);
  const images = every(nodes, ({tag}) => tag === 'pixel-image').map(({attributes}) => attributes['.pixels']);
  if (image_columns) assert.deepEqual(images, [values.flat()]);
  else if (images.length) assert.deepEqual(images, values);
  else if (values[0].length === 1) lineStands(nodes, {given, target, answer});
  else barsStand(nodes, values);
  return 0;
}

/** Places on a line, up to where it begins and how long it is. @param {Nodes} nodes @param {Item} item */
function lineStands(nodes, {given, target, answer}) {
  const values = rows(given.values).flat();
  const x = ofClass(nodes, 'member').map(({attributes}) => Number(attributes.cx));
  assert.equal(x.length, values.length);
  const spoken = numbersIn(ofClass(nodes, 'line')[0].attributes['aria-label']);
  const wanted = [values.length, Math.min(...values), Math.max(...values)];
  assert.equal(spoken.length, wanted.length);
  spoken.forEach((said, i) => close(said, wanted[i], 0.00501, 'what is heard of the members'));
  const scale = fitted([...x], values);
  const guess = ofClass(nodes, 'guess').map(({attributes}) => Number(attributes.d.match(/M([-\d.e]+)/)[1]));
  const tick = ofClass(nodes, 'tick').map(({attributes}) => Number(attributes.x1));
  assert.equal(tick.length, target?.numbers ? 1 : 0);
  if (!scale) return;
  x.forEach((at, i) => close(scale(at), values[i], 1e-6, 'a member'));
  if (target?.numbers) close(scale(tick[0]), Number(target.numbers[0][0]), 1e-6, 'what is right');
  if (answer.numbers) close(scale(guess[0]), Number(answer.numbers[0][0]), 1e-6, 'the guess');
}

/** @param {Nodes} nodes @param {number[][]} values of which some are marked */
function barsStand(nodes, values) {
  const [svg] = ofClass(nodes, 'bars');
  const bars = every([svg], ({tag}) => tag === 'rect');
  assert.deepEqual(
    bars.map((bar) => hasClass(bar, 'marked')),
    values.map(([, mark]) => mark > 0),
  );
  const heights = bars.map(({attributes}) => Number(attributes.height));
  const most = Math.max(...values.map(([value]) => Math.abs(value)));
  values.forEach(([value], i) =>
    close(heights[i] / Math.max(...heights), Math.max(Math.abs(value) / most, 1 / 26), 1e-6, 'a bar'),
  );
  const marked = values.filter(([, mark]) => mark > 0);
  const label = svg.attributes['aria-label'];
  assert.ok(label.startsWith(`${values.length} numbers`));
  for (const [value] of marked) assert.ok(label.includes(value.toFixed(2)));
}

/** "−1.50" or "-1.50". @param {string} text */
const numberIn = (text) => Number(text.replace('−', '-').replace(/,/g, ''));
/** All numbers of a sentence, in order. @param {string} text */
const numbersIn = (text) => (text.match(/[−-]?\d[\d,]*(\.\d+)?/g) ?? []).map(numberIn);

/** The straight line from where something stands to what it stands for; none where nothing differs. @param {number[]} at @param {number[]} values */
function fitted(at, values) {
  const [low, high] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))];
  if (values[high] - values[low] < 1e-9) return null;
  const slope = (values[high] - values[low]) / (at[high] - at[low]);
  return (/** @type {number} */ x) => values[low] + slope * (x - at[low]);
}

// One form of results each -------------------------------------------------------------------------------------------

/** @param {Nodes} nodes @param {Item} item */
function pairStands(nodes, item) {
  const {answer, target} = item;
  const right = wholeIsRight(item);
  verdictStands(nodes, right);
  const [said, should] = tokenRows(nodes).slice(givenStands(nodes, item));
  const wanted = target?.symbols;
  const symbols = rows(answer.symbols);
  const marks = symbols.map((/** @type {string} */ symbol, /** @type {number} */ i) => ({
    symbol,
    mark: !wanted ? '' : symbol === wanted[i] ? 'right' : 'wrong',
  }));
  if (symbols.length) assert.deepEqual(said, marks);
  else assert.equal(ofClass(nodes, 'nothing').length, 1);
  const shown = symbols.length ? should : said;
  if (right === false)
    assert.deepEqual(
      shown?.map(({symbol}) => symbol),
      wanted,
    );
  else assert.equal(shown, undefined);
  const after = without(heard(nodes)).split('becomes')[1];
  assert.ok(after.startsWith(without(symbols.join('')) || 'nothing'));
}

/** @param {Nodes} nodes @param {Item} item */
function labelStands(nodes, item) {
  const right = wholeIsRight(item);
  verdictStands(nodes, right);
  givenStands(nodes, item);
  saidStands(nodes, item);
}

/** @param {Nodes} nodes @param {Item} item */
function saidStands(nodes, {answer, target, probabilities, right}) {
  const [said] = ofClass(nodes, 'said');
  const [text, should] = [every([said], ({tag}) => tag === 'b')[0], every([said], ({tag}) => tag === 'small')[0]].map(
    (node) => node && textOf(node).trim(),
  );
  if (answer.numbers) {
    close(numberIn(text), Number(answer.numbers[0][0]), 0.00501, 'the answer');
    return target
      ? close(numberIn(should.replace('right: ', '')), Number(rows(target.numbers)[0][0]), 0.00501, 'what is right')
      : undefined;
  }
  const mark = !target ? '' : rows(target.symbols)[0] === rows(answer.symbols)[0] ? 'right' : 'wrong';
  assert.deepEqual(
    tokenRows([said]).flat(),
    rows(answer.symbols).map((/** @type {string} */ symbol) => ({symbol, mark})),
  );
  assert.equal(should, mark === 'wrong' ? `right: ${rows(target?.symbols).join(' ')}` : undefined);
  assert.ok(mark !== 'wrong' || rows(right).includes(false));
  surenessStands(said, Math.max(...rows(probabilities)));
}

/** @param {Node} said @param {number} sure */
function surenessStands(said, sure) {
  close(Number(ofClass([said], 'part')[0].attributes.width), 100 * sure, 1e-6, 'how sure it is');
  close(
    numberIn(ofClass([said], 'sure')[0].attributes['aria-label'].split(' ')[0]),
    100 * sure,
    0.501,
    'how sure it is said to be',
  );
}

/** @param {Nodes} nodes @param {Item} item */
function placesStand(nodes, {given, target, answer}) {
  const wanted = target?.symbols ?? rows(answer.symbols);
  const counts = (/** @type {any} */ one) => one !== null;
  const said = underTheirPlaces(wanted, rows(answer.symbols), counts);
  const places = ofClass(nodes, 'place').map(({children}) => {
    const [read, answered, truth] = every(children, ({tag}) => tag === 'span');
    return {
      read: symbolIn(textOf(read)),
      said: symbolIn(textOf(answered)),
      mark: String(answered.attributes.class),
      truth: symbolIn(textOf(truth)),
    };
  });
  const should = wanted.map((/** @type {any} */ one, /** @type {number} */ i) => {
    const asked = counts(one);
    const right = asked && said[i] === one;
    return {
      said: asked ? said[i] : '',
      mark: !target || !asked ? '' : right ? 'right' : 'wrong',
      truth: target && asked && !right ? one : '',
    };
  });
  assert.deepEqual(
    places.map(({read: _, ...place}) => place),
    should,
  );
  readStands(
    places.map(({read}) => read),
    given,
  );
  const asked = should.filter((/** @type {any} */ {mark}) => mark);
  const right = asked.filter((/** @type {any} */ {mark}) => mark === 'right').length;
  assert.ok(heard(nodes).endsWith(asked.length ? `: ${right} of ${asked.length} right` : ': answered'), heard(nodes));
  assert.ok(
    heard(nodes).startsWith(
      given.symbols ? given.symbols.join(' ').replace(/\s+/g, ' ').trim() : `${rows(given.values).length} numbers`,
    ),
  );
}

/** @param {string[]} read @param {import('../../web/runtime/types').Content} given */
function readStands(read, {symbols, values}) {
  if (symbols) return assert.deepEqual(read, symbols);
  read.forEach((text, i) => close(numberIn(text), rows(values)[i][0], 0.0501, 'a number that was read'));
}

/** @param {Nodes} nodes @param {Item} item */
function waveStands(nodes, {given, target, answer}) {
  const right = rows(target?.numbers ?? given.values).map((/** @type {any[]} */ [value]) => value);
  const finite = (/** @type {any} */ value) => Number.isFinite(value);
  const said = underTheirPlaces(
    right,
    rows(answer.numbers).map((/** @type {any[]} */ [value]) => value),
    finite,
  );
  const [svg] = ofClass(nodes, 'wave');
  const [truth, line] = ['target', 'answer'].map((name) => pointsOf(ofClass([svg], name)[0].attributes.d));
  const places = (/** @type {any[]} */ values) => values.flatMap((value, i) => (finite(value) ? [i] : []));
  const step = 300 / (right.length - 1);
  assert.deepEqual(
    truth.map(([x]) => Math.round(x / step)),
    places(right),
  );
  assert.deepEqual(
    line.map(([x]) => Math.round(x / step)),
    places(said),
  );
  const scale = fitted(
    truth.map(([, y]) => y),
    right.filter(finite),
  );
  const slack = scale ? 1.2 * Math.abs(scale(0.1) - scale(0)) : 0;
  if (scale) truth.forEach(([, y], i) => close(scale(y), right[places(right)[i]], slack, 'what is right'));
  const edges = [2, 62];
  if (scale)
    line.forEach(([, y], i) => edges.includes(y) || close(scale(y), said[places(said)[i]], slack, 'the answer'));
  const label = svg.attributes['aria-label'];
  const off = Math.sqrt(places(right).reduce((sum, i) => sum + (said[i] - right[i]) ** 2, 0) / places(right).length);
  assert.equal(Number(label.split(' ')[0]), right.length);
  close(numberIn(label.match(/off by ([\d.–]+)/)[1]), off, 0.00501, 'how far it is said to be off');
}

/** @param {string} path @returns {[number, number][]} */
function pointsOf(path) {
  return [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** @param {Nodes} nodes @param {Item} item */
function imageStands(nodes, item) {
  const {answer, target, probabilities, probability} = item;
  const right = wholeIsRight(item);
  verdictStands(ofClass(nodes, 'line'), right);
  const pixels = every(nodes, ({tag}) => tag === 'pixel-image').map(({attributes}) => attributes['.pixels']);
  assert.deepEqual(pixels, [rows(item.given.values).flat()]);
  const marks = rows(answer.symbols).map((/** @type {string} */ symbol, /** @type {number} */ i) => ({
    symbol,
    mark: !target ? '' : symbol === rows(target.symbols)[i] ? 'right' : 'wrong',
  }));
  assert.deepEqual(tokenRows(nodes).flat(), marks);
  const note = textOf(ofClass(nodes, 'muted')[0]).trim();
  if (right === false) assert.equal(note, `is ${rows(target?.symbols).join('')}`);
  else
    close(
      numberIn(note.split(' ')[0]),
      100 * (probabilities ? Math.max(...probabilities) : rows(probability)[0]),
      0.501,
      'how sure it is',
    );
}

/** @param {Nodes} nodes @param {Item} item */
function setStands(nodes, item) {
  return item.answer.mixture ? cloudStands(nodes, item) : labelStands(nodes, item);
}

/** @param {Nodes} nodes @param {Item} item */
function cloudStands(nodes, {given, answer}) {
  const points = rows(given.values);
  const mixture = rows(answer.mixture);
  const [svg] = ofClass(nodes, 'cloud');
  const dots = every([svg], ({tag}) => tag === 'circle').map(({attributes: {cx, cy}}) => [Number(cx), Number(cy)]);
  assert.equal(dots.length, points.length);
  const along = [0, 1].map((axis) =>
    fitted(
      dots.map((dot) => dot[axis]),
      points.map((/** @type {number[]} */ point) => point[axis]),
    ),
  );
  const place = (/** @type {number[]} */ at) => along.map((scale, axis) => /** @type {any} */ (scale)(at[axis]));
  dots.forEach((dot, i) => place(dot).forEach((v, axis) => close(v, points[i][axis], 1e-6, 'a point')));
  const ellipses = every([svg], ({tag}) => tag === 'ellipse').map(({attributes}) => attributes);
  assert.equal(ellipses.length, mixture.length);
  ellipses.forEach(({cx, cy, rx, ry}, i) => {
    const {mean, deviation} = mixture[i];
    const middle = place([cx, cy]);
    middle.forEach((v, axis) => close(v, mean[axis], 1e-6, 'the middle of a cloud'));
    place([cx + rx, cy - ry]).forEach((v, axis) =>
      close(v - middle[axis], 2 * deviation[axis], 1e-6, 'the size of a cloud'),
    );
  });
  cloudIsHeard(svg.attributes['aria-label'], points, mixture);
}

/** @param {string} label @param {number[][]} points @param {any[]} mixture */
function cloudIsHeard(label, points, mixture) {
  assert.ok(label.startsWith(`${points.length} points, from `), label);
  assert.ok(label.includes(`; ${mixture.length} cloud`), label);
  const [x, y] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const wanted = [points.length, Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  numbersIn(label.split(';')[0]).forEach((said, i) => close(said, wanted[i], 0.00501, 'what is heard of the points'));
  const heaviest = [...mixture].sort((a, b) => b.weight - a.weight);
  const said = [...label.matchAll(/(\d+) % around (-?[\d.]+), (-?[\d.]+)/g)];
  assert.equal(said.length, mixture.length, label);
  said.forEach(([, percent, x, y], i) => {
    close(Number(percent), 100 * heaviest[i].weight, 0.501, 'a weight that is heard');
    [x, y].forEach((v, axis) => close(Number(v), heaviest[i].mean[axis], 0.0501, 'a middle that is heard'));
  });
}

/** @type {Record<string, (nodes: Nodes, item: Item) => void>} */
const STANDS = {
  pairs: pairStands,
  labels: labelStands,
  positions: placesStand,
  waves: waveStands,
  images: imageStands,
  sets: setStands,
};

/** @param {string} view @param {Node[]} entries one an item @param {Item[]} items throws where anything else stands there than the engine says */
export function assertStands(view, entries, items) {
  assert.equal(entries.length, items.length);
  items.forEach((item, i) => STANDS[view](entries[i].children, item));
}

/** What a reader's own question is answered with. @param {string} view @param {Nodes} nodes @param {Item} item */
export function assertAnswered(view, nodes, item) {
  if (view === 'positions') return placesStand(nodes, item);
  return view === 'pairs' ? pairStands(nodes, item) : saidStands(nodes, item);
}
