// What somebody typed becomes the little formatting that there is and nothing else, whatever it was: no script, no handler, no address but
// https, nothing that turns text around.
import assert from 'node:assert/strict';
import test from 'node:test';
import temml from 'temml';
import {formulaOf} from '../../web/exercise/formula.js';
import {richText} from '../../web/exercise/rich_text.js';

/** @returns {string} @param {any} tree back as it might have been typed, for reading */
function told(tree) {
  if (Array.isArray(tree)) return tree.map(told).join('');
  const {kind, of, text, tex, items, ordered, href, host} = tree;
  if (items)
    return `<${ordered ? 'ol' : 'ul'}>${items.map((/** @type {any} */ one) => `<li>${told(one)}</li>`).join('')}`;
  if (kind === 'text') return text;
  return `<${kind}${href ? ` ${href} ${host}` : ''}>${of ? told(of) : (text ?? tex)}</>`;
}
const is = (/** @type {string} */ typed, /** @type {string} */ read) => assert.equal(told(richText(typed)), read);

test('the formatting that there is', () => {
  is('One.\n\nTwo\nlines.', '<paragraph>One.</><paragraph>Two\nlines.</>');
  is('*a* **b** `c*d*`', '<paragraph><em>a</> <strong>b</> <code>c*d*</></>');
  is('**a *b* c**', '<paragraph><strong>a <em>b</> c</></>');
  is('- a\n- b\n\n1. c\n2) d\ne', '<ul><li>a</li><li>b</li><ol><li>c</li><li>d</li><paragraph>e</>');
  is('$h_t$ and $$a\nb$$ x', '<paragraph><formula>h_t</> and</><display>a\nb</><paragraph>x</>');
  is('[the *paper*](https://doi.org/10.1)', '<paragraph><link https://doi.org/10.1 doi.org>the <em>paper</></></>');
});

test('what is none of it stays as it was typed', () => {
  is('2 * 3 * 4, $5 and $6, a_b, # c', '<paragraph>2 * 3 * 4, $5 and $6, a_b, # c</>');
  is('\\*a\\* \\$x\\$ \\[b](c)', '<paragraph>*a* $x$ [b](c)</>');
  is('<b onclick="x()">y</b> &lt;', '<paragraph><b onclick="x()">y</b> &lt;</>');
  is('**open *and `never', '<paragraph>**open *and `never</>');
});

test('a link leads by https to the host that it shows, or it is none', () => {
  const [{of}] = /** @type {any} */ (richText('[bank.com](https://bank.com.evil.org/x)'));
  assert.equal(of[0].host, 'bank.com.evil.org');
  assert.equal(/** @type {any} */ (richText('[x](https://аpple.com)'))[0].of[0].host, 'xn--pple-43d.com');
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'http://x.org',
    '//x.org',
    '/x',
    'https:x',
    'https://',
    'https://user:pass@x.org',
    'https://bank.com@evil.org',
    ' https://x.org',
    'vbscript:x',
    'blob:https://x.org/1',
  ]) {
    const tree = richText(`[x](${address})`);
    assert.doesNotMatch(JSON.stringify(tree), /"link"/, address);
  }
});

test('formulas are MathML of an allow-list', () => {
  const tags = (/** @type {any} */ node) => (node.tag ? [node.tag, ...node.of.flatMap(tags)] : []);
  assert.deepEqual(tags(formulaOf(temml, 'h_t = \\frac{a}{b}', false)), ['math', 'mrow', 'msub', 'mi', 'mi', 'mo', 'mfrac', 'mi', 'mi']); // prettier-ignore
  assert.equal(formulaOf(temml, 'x', true)?.attributes.display, 'block');
  for (const bad of [
    '\\href{javascript:alert(1)}{x}',
    '\\foo',
    '{',
    '\\def\\a{\\a\\a}\\a',
    'x'.repeat(3000),
    '\\includegraphics{https://x.org/a.png}',
    '\\sqrt{'.repeat(200) + 'x' + '}'.repeat(200),
  ])
    assert.equal(formulaOf(temml, bad, false), null, bad.slice(0, 30));
  assert.doesNotMatch(JSON.stringify(formulaOf(temml, '\\char"202E \\text{a\u202eb}', false)), /[\u202a-\u202e]/);
  assert.doesNotMatch(JSON.stringify(formulaOf(temml, '\\kern-50em\\color{white}\\raisebox{30em}{x}\\rule{20em}{20em}\\phantom{x}', false)), /50em|30em|20em|white|#fff|phantom/i); // prettier-ignore
});

const PIECES = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](https://a.org/?q="><b>)',
  ],
  ...[
    '[[x](https://a.org)](https://b.org)',
    '$\\href{javascript:alert(1)}{x}$',
    '$$\\text{<script>}$$',
    '$\\url{javascript:x}$',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u200f',
    '\u0000',
    '`',
    '*',
    '**',
    '$',
    '$$',
    '[',
    '](',
    ')',
    '\\',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    ' ',
  ],
  ...[
    'a',
    '世',
    '🌊',
    'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
    '&#x6a;',
    'https://a.org',
    '{',
    '}',
    '\\frac',
    '_',
    '^',
    '\\style{x}{y}',
  ],
  ...[
    '$\\htmlClass{x}{y}$',
    '$\\class{x}{y}$',
    '$\\data{onclick=x}{y}$',
    '$\\begin{matrix}a&b\\\\c\\end{matrix}$',
    '$\\sqrt[3]{x}$',
  ],
];
const KINDS = ['paragraph', 'list', 'display', 'text', 'code', 'em', 'strong', 'link', 'formula'];
const TAG = /^(math|m[a-z]{1,14}|none)$/;

test('whatever is typed, nothing else comes out', () => {
  let state = 11;
  const roll = (/** @type {number} */ limit) => Math.floor(((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32) * limit); // prettier-ignore
  for (let i = 0; i < 3000; i++) {
    const typed = Array.from({length: 1 + roll(25)}, () => PIECES[roll(PIECES.length)]).join('');
    const tree = richText(typed);
    for (const node of nodes(tree)) checkNode(node, typed);
  }
});

test('a long text that opens much and closes nothing takes no time', () => {
  const begun = performance.now();
  for (const one of ['*', '**', '[', '$', '`', '[x](', '**a*', '- ', '\\', '$$ '])
    richText(one.repeat(4000 / one.length));
  assert.ok(performance.now() - begun < 2000);
});

/** @param {any} tree @returns {any[]} all nodes of it */
function nodes(tree) {
  if (Array.isArray(tree)) return tree.flatMap(nodes);
  return [tree, ...nodes(tree.of ?? []), ...nodes(tree.items ?? [])];
}

/** @param {any} node @param {string} typed */
function checkNode(node, typed) {
  assert.ok(KINDS.includes(node.kind), typed);
  const fields = {kind: 1, of: 1, text: 1, tex: 1, items: 1, ordered: 1, href: 1, host: 1};
  assert.ok(
    Object.keys(node).every((name) => name in fields),
    typed,
  );
  const words = [node.text, node.tex].filter((one) => one !== undefined);
  assert.ok(words.every((one) => typeof one === 'string' && !/[\u0000\u200f\u202a-\u202e\u2066-\u2069]|\p{M}{5}/u.test(one)), typed); // prettier-ignore
  if (node.kind === 'link') {
    assert.match(node.href, /^https:\/\/[^/@]+(\/|$)/, typed);
    assert.equal(new URL(node.href).host, node.host, typed);
    assert.ok(
      nodes(node.of).every(({kind}) => kind !== 'link'),
      typed,
    );
  }
  if (node.tex !== undefined) checkFormula(formulaOf(temml, node.tex, node.kind === 'display'), typed);
}

/** @param {any} node @param {string} typed */
function checkFormula(node, typed) {
  if (node === null || typeof node === 'string') return;
  assert.match(node.tag, TAG, typed);
  for (const [name, value] of Object.entries(node.attributes)) {
    assert.doesNotMatch(name, /^(on|href|src|style|id|xlink|data)/i, typed);
    assert.match(String(value), /^[a-z0-9.% -]{1,60}$/, typed);
  }
  for (const one of node.of) checkFormula(one, typed);
}
