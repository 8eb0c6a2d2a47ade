// The machine that keeps words in their place: each fault on a small source, and none where there is none.
import assert from 'node:assert/strict';
import test from 'node:test';
import {wordFaults} from '../../tools/words/check.mjs';
import {messagesOf} from '../../tools/words/messages.mjs';
import {proseIn} from '../../tools/words/prose.mjs';

const ENGLISH = `
run-train = Train
run-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps of { $name }
}
`;
const USED = `say('run.train'); say('run.steps', {count: 1, name});`;

/** @param {string} source @param {string} [english] @param {{file?: string, german?: string, engine?: string, rooms?: RegExp}} [more] */
function faults(source, english = ENGLISH, {file = 'web/elements/a.js', german = '', ...more} = {}) {
  const found = wordFaults({sources: new Map([[file, source]]), texts: {en: english, de: german}, ...more});
  return found.map(({place, fault}) => `${place}: ${fault}`);
}

/** @param {string} source */
const prose = (source) => proseIn(source).map(({fault}) => fault.replace('written for people: ', ''));

test('words in their place have no faults', () => {
  assert.deepEqual(faults(USED), []);
});

test('a key without a text is found, with its line, wherever it stands', () => {
  assert.deepEqual(faults(`${USED}\n\nsay('run.trian');`), ['web/elements/a.js:3: no text under "run.trian"']);
  assert.deepEqual(faults(`${USED} const a = {key: 'run.pause'};`), ['web/elements/a.js:1: no text under "run.pause"']);
  assert.deepEqual(faults(`${USED} say(a ? 'run.train' : 'run.no');`), ['web/elements/a.js:1: no text under "run.no"']);
  assert.deepEqual(faults(USED + 'say(`run.state.${a}`);'), ['web/elements/a.js:1: no text under "run.state.*"']);
  assert.deepEqual(faults(`${USED} const a = {key: event.key, to: {key: 'Enter'}};`), [], 'keys of the keyboard');
});

test('a text that nothing says is found', () => {
  assert.deepEqual(faults(`say('run.steps', {count, name});`), ['en: nothing says "run-train"']);
});

test('a key that is put together uses all that it may become, one on its way is a use too', () => {
  const states = 'state-run-on = On\nstate-run-off = Off\nstate-walk = Walk';
  assert.deepEqual(faults('say(`state.run.${a}`);', states), ['en: nothing says "state-walk"']);
  assert.deepEqual(faults('say(`state.${a ? "run.on" : "run.off"}`); say("state." + a)', states), []);
  assert.deepEqual(faults(`const KEYS = ['state.run.on', 'state.run.off', 'state.walk'];`, states), []);
  assert.deepEqual(faults('const key = `state.${a}`;', states), []);
});

test('a value that a message takes but does not get is found', () => {
  const lost = ['web/elements/a.js:1: "run.steps" is not given its name'];
  assert.deepEqual(faults(`say('run.train'); say('run.steps', {count});`), lost);
  assert.deepEqual(faults(`say('run.train'); f({key: 'run.steps', values: {count: 1}});`), lost);
  assert.deepEqual(faults(`say('run.train'); const values = {count}; f({key: 'run.steps', values});`), lost);
  assert.deepEqual(faults(`say('run.train'); say('run.steps');`).length, 2);
  assert.deepEqual(
    faults(`say('run.train'); say('run.steps', values); f({key: 'run.steps'});`),
    [],
    'it cannot be told',
  );
  const bare = faults(`const a = [{key: 'run.train'}, {key: 'run.steps'}];`, ENGLISH, {file: 'web/charts/a.js'});
  assert.equal(bare.length, 2, 'a chart gives what it has at once');
  assert.deepEqual(faults('say(`state.${a}`, {size});', 'state-a = { $size } { $name }'), [
    'en: nobody gives "state-a" its name',
  ]);
});

test('a value that no message takes is found', () => {
  const spare = ['web/elements/a.js:1: "run.train" takes no count'];
  assert.deepEqual(faults(`say('run.train', {count}); say('run.steps', {count, name});`), spare);
  assert.deepEqual(faults(`say('run.train'); say('run.steps', {...a, count, other: 1});`), [], 'it cannot be told');
  const base = `const base = {count, other}; say('run.train'); say('run.steps', {...base, name});`;
  assert.deepEqual(faults(base), ['web/elements/a.js:1: "run.steps" takes no other']);
  assert.deepEqual(faults(`say(a ? 'run.train' : 'run.steps', {count, name});`), [], 'one of the two takes it');
});

test('what is no message, or two, is found in the file', () => {
  assert.deepEqual(messagesOf('a-b = { $x\n\nc = d\nc = e').faults, [
    '"a-b" is no message in Fluent\'s syntax',
    '"c" stands there twice',
  ]);
  const {messages} = messagesOf('a = { NUMBER($n, useGrouping: 0) } { b }\nb = { $m }\n-term = { $no }');
  assert.deepEqual([...messages.keys()], ['a', 'b']);
  assert.deepEqual([...(messages.get('a')?.takes ?? [])], ['n', 'm']);
});

test('a language has no keys that English lacks, and takes the same values', () => {
  assert.deepEqual(
    faults(USED, ENGLISH, {
      german: 'run-train = Los\nrun-steps = { $count ->\n    [one] ein\n   *[other] { $count }\n  } mit { $name }',
    }),
    [],
  );
  assert.deepEqual(faults(USED, ENGLISH, {german: 'run-tain = Los'}), ['de: English has no "run-tain"']);
  assert.deepEqual(faults(USED, ENGLISH, {german: 'run-steps = { $count } mit { $nam }'}), [
    'de: "run-steps" and its English differ in nam, name',
  ]);
  const offered = '# $name in full, $short for those who bend it\na-b = { $name }';
  assert.deepEqual(
    faults("say('a.b', {name, short})", offered, {german: 'a-b = { $short }'}),
    [],
    'offered in a comment',
  );
  assert.deepEqual(faults("say('a.b', {name})", offered, {german: 'a-b = { $long }'}), [
    'de: "a-b" and its English differ in long',
  ]);
  const [german, rooms] = ['model-rnn-title = Netz { $x }', /^model-/];
  assert.deepEqual(faults(USED, ENGLISH, {german}), ['de: English has no "model-rnn-title"']);
  assert.deepEqual(faults(USED, ENGLISH, {german, rooms}), [], 'the engine may have it');
  const fact = {
    german: 'fact-depth = Tiefe\nmodel-x-title = X',
    rooms: /^(model|fact)-/,
    engine: 'model-rnn-title = RNN',
  };
  assert.deepEqual(faults(USED, ENGLISH, fact), ['de: English has no "model-x-title"'], 'facts are in no file');
  assert.deepEqual(faults(USED, ENGLISH, {german, rooms, engine: 'model-rnn-title = RNN'}), [
    'de: "model-rnn-title" and its English differ in x',
  ]);
});

test('a language has its own plurals, no others, and chooses by what English chooses by', () => {
  const german = (/** @type {string} */ text) => faults(USED, ENGLISH, {german: `run-steps = ${text}`});
  assert.deepEqual(german('{ $count ->\n    [one] Schritt\n   *[other] Schritte\n  } { $name }'), []);
  assert.deepEqual(german('{ $count ->\n    [1] Schritt\n   *[other] Schritte\n  } { $name }'), [], 'the number');
  assert.deepEqual(german('{ $count } Schritte { $name }'), [
    'de: "run-steps" does not choose by $count, as English does',
  ]);
  assert.deepEqual(german('{ $name ->\n    [one] Schritt\n   *[other] Schritte\n  } { $count }'), [
    'de: "run-steps" does not choose by $count, as English does',
  ]);
  assert.deepEqual(german('{ $count ->\n    [two] zwei\n   *[other] Schritte\n  } { $name }'), [
    'de: "run-steps" has no [one] of $count',
    'de: "run-steps" has [two] of $count, which its language has not',
  ]);
  const day = 'a-b = { NUMBER($n, type: "ordinal") ->\n    [one] st\n    [two] nd\n   *[other] th\n  }';
  assert.deepEqual(faults("say('a.b', {n})", day), ['en: "a-b" has no [few] of $n'], 'first, second, third');
});

test('rare plurals may fall to the last variant; a language without plurals needs none', () => {
  const lone = (/** @type {string} */ tag, /** @type {string} */ text) =>
    wordFaults({
      sources: new Map([['web/elements/a.js', USED]]),
      texts: {en: ENGLISH, [tag]: `run-steps = ${text}`},
    }).map(({fault}) => fault);
  const plain = '{ $count ->\n    [one] a\n   *[other] b\n  } { $name }';
  assert.deepEqual(lone('es', plain), []);
  assert.deepEqual(lone('es', plain.replace('[one]', '[many] m\n    [one]')), []);
  assert.deepEqual(lone('pl', plain), ['"run-steps" has no [many] of $count', '"run-steps" has no [few] of $count']);
  assert.deepEqual(lone('ja', '{ $count } { $name }'), []);
});

test('names and numbers to choose between are the same in each language, and English has its plurals too', () => {
  const english = 'a-b = { $way ->\n    [up] up\n   *[down] down\n  }{ $n ->\n    [0] none\n   *[other] some\n  }';
  const german = (/** @type {string} */ text) => faults("say('a.b', {way, n})", english, {german: text});
  assert.deepEqual(german(english), []);
  assert.deepEqual(german(english.replace('[up]', '[upp]')), ['de: "a-b" chooses by $way without [up]']);
  assert.deepEqual(german(english.replace('[up]', '[over] over\n    [up]')), [], 'more than English tells apart');
  assert.deepEqual(german(english.replace('[0]', '[one]')), ['de: "a-b" chooses by $n without [0]']);
  const lost = 'a-b = { $n ->\n    [few] x\n   *[other] y\n  }';
  assert.deepEqual(faults("say('a.b', {n})", lost), [
    'en: "a-b" has no [one] of $n',
    'en: "a-b" has [few] of $n, which its language has not',
  ]);
});

test('text between tags is found, whether written or put there', () => {
  assert.deepEqual(prose('html`<p class="a b">Hello ${name}<b>you</b></p>`'), ['"Hello"', '"you"']);
  assert.deepEqual(prose('html`<p>${on ? "Stop" : "Go"} ${a && `${b} s`}</p>`'), ['"Stop"', '"Go"', '"… s"']);
  assert.deepEqual(prose("html`${list.map((a) => html`<i>each</i>`)}${list.map((a) => 'word')}`"), [
    '"each"',
    '"word"',
  ]);
  assert.deepEqual(prose('svg`<text>Loss</text>`'), ['"Loss"']);
  assert.deepEqual(prose("html`<p>${say('a.b')} ${name} · ${1} × &nbsp; ${a === 'x' ? '›' : nothing}</p>`"), []);
  assert.deepEqual(
    prose('html`<!-- a note --><style>a b {c: d}</style><p d="M0 4H26" class=${x ? "quiet icon" : ""}></p>`'),
    [],
  );
});

test('attributes and properties that people read are found', () => {
  assert.deepEqual(prose('html`<a aria-label="Close" title=${"Help"} alt="of ${x}" href="a b c">×</a>`').sort(), [
    '"Close"',
    '"Help"',
    '"of"',
  ]);
  assert.deepEqual(prose(`f({title: 'a.key', hint: long ? 'a.b.c' : 'a.b'})`), [], 'keys');
  assert.deepEqual(prose("html`<b title=${say('a.b')} .label=${x || 'None'}></b>`"), ['"None"']);
  assert.deepEqual(prose(`f({title: 'Loss', value: 'loss', summary: a ? 'x' : say('a.b')});`), ['"Loss"', '"x"']);
  assert.deepEqual(prose(`a.textContent = 'Wait'; a.className = 'b'; a.setAttribute('alt', 'Sea');`), [
    '"Wait"',
    '"Sea"',
  ]);
});

test('sentences are found anywhere else, and only sentences', () => {
  assert.deepEqual(prose('f(`h_${n} = \\\\tanh ${sum}`);'), [], 'formulas');
  assert.deepEqual(prose("throw new Error('This race is over.');"), ['"This race is over."']);
  assert.deepEqual(prose('f(`${count} steps`, `step ${count}`, `${count} s`);'), ['"… steps"', '"step …"', '"… s"']);
  assert.deepEqual(prose("const a = done ? 'Finished' : key === 'Escape' ? 'esc' : '';"), ['"Finished"']);
  assert.deepEqual(
    prose(`
      import 'a b.js'; export * from 'c d.js'; // words of a comment
      const style = css\`a b { color: red }\`;
      f('one', '.canvas canvas', '(max-width: 720px)', \`\${a}px \${FONT}\`, '400 10px sans', 'aria-label', \`\${a}:\${b}\`);
      const sans = 'Roboto, Noto Sans, sans-serif';
    `),
    [],
  );
});

test('a fault is named with its line, also within a template', () => {
  assert.deepEqual(
    proseIn('const a = 1;\nhtml`<p>\n  ${a}\n  here\n</p>`').map(({line}) => line),
    [4],
  );
});
