// Pictures that are saved: what is drawn is what was measured, and the file can be read whatever stands in it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {drawImages, drawWaves} from '../../web/charts/answer_pictures.js';
import {colourScale} from '../../web/charts/colour.js';
import * as views from '../../web/charts/index.js';
import {cut, drawLoss, frameOfLoss} from '../../web/charts/loss_picture.js';
import {drawSheet, wrapped} from '../../web/charts/sheet.js';
import {SvgPen} from '../../web/charts/svg_pen.js';
import {maySave} from '../../web/elements/save/download.js';
import {fileName} from '../../web/elements/save/file_name.js';
import {svgOf} from '../../web/elements/save/picture_file.js';
import {COLOURS, VIEW_OPTIONS, fakeTap} from '../support/fake_canvas.js';
import {allOf, gridsOf, readXml, wordsOf} from '../support/xml.js';

const measure = (/** @type {string} */ text) => 6 * text.length;
const HOSTILE = [
  '<script>alert(1)</script>',
  'a & b &amp; c',
  '"double" \'single\'',
  'nul \0 bell \u0007 escape \u001b del \u007f',
  'tab\tline\nreturn\r',
  '🐋👩‍👩‍👧',
  'שלום عليكم',
  'half of a pair \ud83d',
  ']]> <!-- -->',
  '\ufffe\uffff',
  '  blanks  ',
];

/** @param {(ctx: any) => void} draw */
function drawn(draw) {
  const pen = new SvgPen(measure);
  draw(pen);
  const about = {title: 't', description: 'd', language: 'en', paper: '#fff'};
  return readXml(pen.file({width: 400, height: 300, ...about}));
}

/** @param {import('../support/xml.js').Element} svg @param {string} stroke */
const pathsOf = (svg, stroke) => allOf(svg, 'path').filter(({attributes}) => attributes.stroke === stroke);

/** The corners of a path. @param {string} d */
const corners = (d) => [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

test('a file can be read whatever its title, caption and labels hold', () => {
  for (const text of HOSTILE) {
    const caption = {title: text, lines: [text], foot: text};
    const draw = (/** @type {any} */ ctx) => {
      ctx.font = `600 12px "Quoted", ${text.replace(/[\n\r]/g, '')}`;
      ctx.fillText(text, 1, 2);
      ctx.strokeText(text, 1, 2);
      return 20;
    };
    const svg = readXml(
      svgOf({width: 4000, colours: COLOURS, paper: 'white', caption, description: text, draw}, measure),
    );
    const written = text.replace(/[\0-\x08\x0e-\x1f\ufffe\uffff]|\ud83d$/g, '\ufffd');
    const [title] = allOf(svg, 'title');
    assert.equal(wordsOf(title), written);
    assert.ok(wordsOf(allOf(svg, 'desc')[0]).includes(written), 'the description has it');
    assert.equal(wordsOf(allOf(svg, 'text')[0]).replaceAll('\u00a0', ' '), written, 'and the label');
  }
});

test('whoever does not see it reads first what it is and what it shows', () => {
  const caption = {title: 'Attention', lines: ['GRU, step 5.', 'Looks back.'], foot: 'Unrolled'};
  const svg = readXml(
    svgOf({width: 300, colours: COLOURS, paper: '#123', caption, description: 'Rows look.', draw: () => 10}, measure),
  );
  const [title, desc, ground] = svg.children.filter((child) => typeof child !== 'string');
  assert.deepEqual([title.name, wordsOf(title), svg.attributes.role], ['title', 'Attention', 'img']);
  assert.deepEqual([desc.name, wordsOf(desc)], ['desc', 'GRU, step 5. Looks back. Rows look. Unrolled']);
  assert.deepEqual([ground.attributes.fill, ground.attributes.width], ['#123', '340']);
  const texts = allOf(svg, 'text').map(wordsOf);
  assert.deepEqual(texts, ['Attention', 'GRU, step 5.', 'Looks back.', 'Unrolled']);
});

test('a pen moves, turns, and goes back to what it was', () => {
  const svg = drawn((ctx) => {
    ctx.fillStyle = 'red';
    ctx.save();
    ctx.translate(10, 20);
    ctx.rotate(Math.PI / 2);
    ctx.setLineDash([3, 1]);
    ctx.fillStyle = 'blue';
    ctx.fillRect(1, 2, 3, 4);
    ctx.strokeRect(1, 2, 3, 4);
    ctx.restore();
    ctx.fillRect(1, 2, 3, 4);
    ctx.strokeRect(1, 2, 3, 4);
  });
  const [, moved, dashed, back, plain] = allOf(svg, 'rect').map(({attributes}) => attributes);
  assert.deepEqual([moved.fill, moved.transform], ['blue', 'matrix(0 1 -1 0 10 20)']);
  assert.deepEqual([back.fill, back.transform], ['red', undefined]);
  assert.deepEqual([dashed['stroke-dasharray'], plain['stroke-dasharray']], ['3 1', undefined]);
});

test('text is text, where the canvas would have it', () => {
  const svg = drawn((ctx) => {
    ctx.font = '600 20px "Segoe UI", sans-serif';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText('a  b', 50, 60);
  });
  const [{attributes, children}] = allOf(svg, 'text');
  assert.deepEqual(children, ['a\u00a0 b']);
  assert.deepEqual(
    [attributes.x, attributes.y, attributes['text-anchor'], attributes['font-size'], attributes['font-weight']],
    ['50', '67', 'middle', '20', '600'],
  );
  assert.equal(attributes['font-family'], "'Segoe UI', sans-serif");
});

// Pictures inside ----------------------------------------------------------------------------------------------------

const SYMBOLS = [...'the whale'];
const T = SYMBOLS.length;
const OPTIONS = {...VIEW_OPTIONS, symbols: SYMBOLS, width: 720, large: true, still: true};

test('each cell of a memory has the colour of its number', () => {
  const hidden = fakeTap([T, 1, 20], (i) => Math.sin(i));
  const [grid] = gridsOf(
    drawn((ctx) => views.hiddenState.draw(ctx, [hidden], {...OPTIONS, choice: {order: 1, rows: 1}})),
  );
  const colour = colourScale('diverging', -1, 1, false);
  assert.equal(grid.size, T * 20);
  for (let t = 0; t < T; t++)
    for (let unit = 0; unit < 20; unit++)
      assert.equal(grid.get(`${t} ${unit}`), colour(hidden.data[t * 20 + unit]), `unit ${unit} at ${t}`);
});

test('each panel of an LSTM is its gate, and the grid lies where the canvas has it', () => {
  const gates = fakeTap([T, 1, 4, 6], (i) => (i % 24) / 24);
  const cell = fakeTap([T, 1, 6], (i) => Math.cos(i));
  const svg = drawn((ctx) => views.lstmGates.draw(ctx, [gates, cell], {...OPTIONS, choice: {order: 1}}));
  const grids = gridsOf(svg);
  const shades = colourScale('sequential', 0, 1, false);
  [1, 0, null, 3].forEach((gate, panel) => {
    if (gate === null) return;
    for (let unit = 0; unit < 6; unit++)
      assert.equal(grids[panel].get(`2 ${unit}`), shades(gates.data[2 * 24 + gate * 6 + unit]));
  });
  assert.equal(grids[4].get('3 2'), colourScale('diverging', -1, 1, false)(cell.data[3 * 6 + 2]));
  const placed =
    allOf(svg, 'g')[0]
      .attributes.transform.match(/[-\d.]+/g)
      ?.map(Number) ?? [];
  const {panels} = views.lstmGates.scene([gates, cell], OPTIONS);
  assert.ok(Math.abs(placed[0] - panels[0].cells.width / T) < 0.1);
  assert.deepEqual([placed[4], placed[5]], [panels[0].cells.x, panels[0].cells.y]);
});

test('attention on paper is as dark as its share, and has no hint for a pointer', () => {
  const tap = fakeTap([1, 2, T, T], () => 0);
  for (let head = 0; head < 2; head++)
    for (let q = 0; q < T; q++)
      for (let k = 0; k <= q; k++) tap.data[(head * T + q) * T + k] = head ? 1 / (q + 1) : Number(k === q);
  const svg = drawn((ctx) => views.attention.draw(ctx, [tap], {...OPTIONS, choice: {head: 1}}));
  const shade = colourScale('sequential', 0, 1, false);
  const [grid] = gridsOf(svg);
  assert.equal(grid.get('1 3'), shade(Math.sqrt(0.25)));
  assert.equal(grid.get('4 3'), shade(0));
  assert.ok(
    allOf(svg, 'text').every((text) => wordsOf(text).length < 3),
    'nothing but symbols',
  );
  const height = (/** @type {boolean} */ still) => views.attention.scene([tap], {...OPTIONS, still}).height;
  assert.ok(height(true) < height(false));
});

// Curves --------------------------------------------------------------------------------------------------------------

const CHART = {
  ...{width: 800, height: 440, lines: [], floors: false, logX: false, logY: false},
  ...{x: {min: 0, max: 120, end: 100}, y: {min: 0, max: 4}, xTitle: 'Steps', yTitle: 'Loss'},
  ...{xTick: String, yTick: String, colours: {ink: 'ink', muted: 'muted', line: 'line', paper: 'paper'}},
};
const NONE = {x: new Float64Array(0), y: new Float64Array(0)};
const curve = (/** @type {number} */ count, /** @type {(i: number) => number} */ y) => ({
  x: Float64Array.from({length: count}, (_, i) => (100 * (i + 1)) / count),
  y: Float64Array.from({length: count}, (_, i) => y(i)),
});
const run = (/** @type {object} */ more) => ({
  name: 'GRU',
  colour: 'blue',
  dash: [8, 4],
  value: '',
  train: NONE,
  held_out: NONE,
  ...more,
});

for (const [logX, logY] of [
  [false, false],
  [true, true],
])
  test(`the corners of a curve are its points, on ${logX ? 'logarithmic' : 'linear'} axes`, () => {
    const held_out = curve(50, (i) => 3.9 / (i + 1.1));
    const train = curve(400, (i) => 2 + Math.sin(i));
    const chart = {...CHART, logX, logY, x: {...CHART.x, min: logX ? 0.2 : 0}, y: {min: logY ? 0.05 : 0, max: 4}};
    const svg = drawn((ctx) => drawLoss(ctx, {...chart, runs: [run({held_out, train})]}));
    const lines = pathsOf(svg, 'blue').filter(({attributes}) => corners(attributes.d).length > 2);
    const {left, right, top, bottom} = frameOfLoss(chart);
    const back = (
      /** @type {number} */ share,
      /** @type {{min: number, max: number}} */ {min, max},
      /** @type {boolean} */ log,
    ) => (log ? min * (max / min) ** share : min + share * (max - min));
    for (const [of, {attributes}] of [
      [train, lines[0]],
      [held_out, lines[1]],
    ].map((pair) => /** @type {[typeof train, import('../support/xml.js').Element]} */ (pair))) {
      const found = corners(attributes.d);
      assert.equal(found.length, of.x.length);
      found.forEach(([x, y], i) => {
        const [at, value] = [
          back((x - left) / (right - left), chart.x, logX),
          back((bottom - y) / (bottom - top), chart.y, logY),
        ];
        assert.ok(Math.abs(at - of.x[i]) < 0.001 * Math.max(1, of.x[i]), `x ${at} ${of.x[i]}`);
        assert.ok(Math.abs(value - of.y[i]) < 0.001 * Math.max(1, of.y[i]), `y ${value} ${of.y[i]}`);
      });
    }
    assert.deepEqual(
      lines.map(({attributes}) => attributes['stroke-dasharray']),
      [undefined, '8 4'],
    );
  });

test('few measured points are marked, many are not; each run is named at its end and in the legend', () => {
  const dots = (/** @type {number} */ count) => {
    const svg = drawn((ctx) =>
      drawLoss(ctx, {...CHART, runs: [run({held_out: curve(count, () => 2), value: '2.000'})]}),
    );
    const texts = allOf(svg, 'text')
      .filter(({attributes}) => attributes['aria-hidden'] === undefined)
      .map(wordsOf);
    assert.ok(texts.includes('GRU') && texts.includes('GRU\u00a0 2.000'));
    return (
      allOf(svg, 'path')
        .filter(({attributes}) => attributes.fill === 'blue')
        .flatMap(({attributes}) => [...attributes.d.matchAll(/a/g)]).length / 2
    );
  };
  assert.deepEqual([dots(30), dots(31)], [30, 0]);
});

test('a run that explodes is cut at the edge of the plot, and comes back', () => {
  const frame = {top: 0, bottom: 100};
  assert.deepEqual(cut([[0, 50], [10, 150], [20, 50]], frame), [
    [[0, 50], [5, 100]],
    [[15, 100], [20, 50]],
  ]); // prettier-ignore
  assert.deepEqual(cut([[0, -50], [10, 150]], frame), [[[2.5, 0], [7.5, 100]]]); // prettier-ignore
  assert.deepEqual(cut([[0, -50], [10, -150]], frame), []); // prettier-ignore
  assert.deepEqual(cut([[0, 50], [10, -Infinity]], frame), [[[0, 50], [10, 0]]]); // prettier-ignore
  const wild = run({train: curve(5, (i) => [1, 1e30, 2, NaN, 3][i])});
  const svg = drawn((ctx) => drawLoss(ctx, {...CHART, runs: [wild]}));
  const [line] = pathsOf(svg, 'blue');
  assert.doesNotMatch(line.attributes.d, /NaN|Infinity|e/);
  const {top, bottom} = frameOfLoss(CHART);
  assert.ok(corners(line.attributes.d).every(([, y]) => y >= top && y <= bottom));
});

// Answers ------------------------------------------------------------------------------------------------------------

test('what is right and what models say is drawn on one scale', () => {
  const rows = [
    {
      name: '1',
      right: [0, 1, 2],
      said: [
        [0, 1, 2],
        [2, NaN, 3],
      ],
    },
  ];
  const models = [
    {name: 'A', colour: 'blue'},
    {name: 'B', colour: 'green'},
  ];
  const svg = drawn((ctx) => drawWaves(ctx, {width: 600, models, colours: COLOURS, rows, number: String}));
  const [[right], [a], [b]] = ['muted', 'blue', 'green'].map((colour) =>
    pathsOf(svg, colour).map(({attributes}) => attributes.d),
  );
  assert.equal(a, right, 'an answer that is right covers what is right');
  const [low, , high] = corners(right).map(([, y]) => y);
  const [two, three] = corners(b).map(([, y]) => y);
  assert.deepEqual([two, low - high], [high, 2 * (two - three)], 'as far apart as the numbers are');
  assert.match(b, /^M[\d. ]+M[\d. ]+$/, 'no line over a gap');
});

test('each pixel of an image has its grey', () => {
  const rows = [{pixels: [0, 1, 0.5, 0.25], columns: 2, right: '7', answers: [{text: '✗ 1', right: false}]}];
  const svg = drawn((ctx) =>
    drawImages(ctx, {width: 400, models: [{name: 'A', colour: 'blue'}], colours: COLOURS, rows}),
  );
  const [grid] = gridsOf(svg);
  assert.deepEqual(Object.fromEntries(grid), {
    '0 0': 'rgb(255,255,255)',
    '1 0': 'rgb(20,20,20)',
    '0 1': 'rgb(138,138,138)',
    '1 1': 'rgb(196,196,196)',
  });
});

// Paper and files ----------------------------------------------------------------------------------------------------

test('a caption is broken between words, and within one that is wider than the paper', () => {
  const ctx = {measureText: (/** @type {string} */ text) => /** @type {any} */ ({width: measure(text)})};
  assert.deepEqual(wrapped(ctx, 'one two three', 48), ['one two', 'three']);
  assert.deepEqual(wrapped(ctx, 'a unbreakable b', 36), ['a', 'unbrea', 'kable', 'b']);
  assert.deepEqual(wrapped(ctx, '', 36), []);
  const caption = {title: 'a '.repeat(100), lines: ['x'], foot: 'y'};
  const heights = [200, 2000].map((width) =>
    drawSheet(/** @type {any} */ (new SvgPen(measure)), {width, colours: COLOURS, caption, draw: () => 0}),
  );
  assert.ok(heights[0] > heights[1], 'and makes the paper longer');
});

test('names of files are letters, digits and hyphens', () => {
  assert.equal(fileName(['LSTM 128', 'gates', 'step', 500], 'svg'), 'unrolled-lstm-128-gates-step-500.svg');
  assert.equal(fileName(['../../étude <1>', 'con'], 'csv'), 'unrolled-etude-1-con.csv');
  assert.equal(fileName(['日本', ''], 'png'), 'unrolled.png');
  assert.match(fileName(['a'.repeat(300), 'step', 5], 'png'), /^unrolled-a{71}\.png$/);
});

test('a frame that may not save knows, where anybody can', () => {
  const alone = /** @type {any} */ ({frameElement: null});
  alone.top = alone;
  assert.equal(maySave(alone), 'yes');
  const frame = (/** @type {string[]} */ rights) =>
    /** @type {any} */ ({
      top: {},
      frameElement: {sandbox: Object.assign(rights, {contains: (/** @type {string} */ one) => rights.includes(one)})},
    });
  assert.equal(maySave(frame([])), 'yes', 'no sandbox');
  assert.equal(maySave(frame(['allow-scripts', 'allow-downloads'])), 'yes');
  assert.equal(maySave(frame(['allow-scripts', 'allow-same-origin'])), 'no');
  assert.equal(maySave(/** @type {any} */ ({top: {}, frameElement: null})), 'perhaps', "a stranger's page");
  const hidden = {top: {}, get frameElement() { throw new Error('SecurityError'); }}; // prettier-ignore
  assert.equal(maySave(/** @type {any} */ (hidden)), 'perhaps');
});
