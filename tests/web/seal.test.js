// What a built page may do is written by the build: the hashes in it are those of what stands in the page and beside it.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {sealed, tight} from '../../tools/seal.mjs';
import {terseStyles} from '../../tools/vite_styles.mjs';

/** @param {string} kind @param {string} text */
const hash = (kind, text) => `${kind}-${createHash(kind).update(text).digest('base64')}`;
/** @param {string} body @param {string} [head] */
const page = (body, head = '') => `<html><head><meta charset="utf-8" />${head}</head><body>${body}</body></html>`;
/** @param {string} html */
const policyIn = (html) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/.exec(html)?.[1] ?? '';

test('a page of one file may run its own script, by its hash, and ask for nothing', () => {
  const script = 'const ü = `a < b`;\nstart();';
  const html = sealed(page(`<script type="text/plain">no script</script><script>${script}</script>`));
  const policy = policyIn(html);
  assert.ok(policy.includes(`script-src '${hash('sha256', script)}' 'wasm-unsafe-eval'`), policy);
  assert.match(policy, /^default-src 'none';/);
  assert.doesNotMatch(policy, /connect-src|'self'|unsafe-inline|'unsafe-eval'/);
  assert.ok(html.includes(`<script>${script}</script>`), 'the script stands as it was hashed');
});

test('the policy stands before everything that it is about', () => {
  const html = sealed(page('', '<style>p{}</style><link rel="icon" href="data:," />'));
  assert.ok(html.indexOf('Content-Security-Policy') < html.indexOf('<style>'));
  assert.ok(policyIn(html).includes(`style-src '${hash('sha256', 'p{}')}'`));
  assert.throws(() => sealed('<html></html>'), /meta charset/);
});

test('a page of several files names each with its hash, those too that its script imports', () => {
  const files = /** @type {Record<string, string>} */ ({
    './assets/index.js': 'import{a}from"./shared.js";import("./late.js");import(`./later.js`)',
    './assets/shared.js': 'import"./deep.js"',
    './assets/deep.js': '1',
    './assets/late.js': 'import"./beside.js";import"./index.js"',
    './assets/later.js': '2',
    './assets/beside.js': '3',
  });
  const html = sealed(page('', '<script type="module" crossorigin src="./assets/index.js"></script>'), {
    read: (name) => Buffer.from(files[name]),
  });
  const names = (/** @type {string[]} */ ...of) => of.map((name) => `./assets/${name}.js`);
  for (const name of names('index', 'shared', 'deep'))
    assert.ok(html.includes(`="${name}" integrity="${hash('sha256', files[name])}"`), name);
  assert.equal(html.match(/integrity=/g)?.length, 3, 'what is fetched late is not fetched now');
  const [whole, map] = /<script type="importmap">(.*?)<\/script>/.exec(html) ?? [''];
  const late = Object.fromEntries(names('late', 'later', 'beside').map((name) => [name, hash('sha256', files[name])]));
  assert.deepEqual(JSON.parse(map), {integrity: late});
  assert.ok(html.indexOf(whole) < html.indexOf('<script type="module"'), 'it has to be there first');
  assert.match(policyIn(html), /script-src 'self' 'sha256-[^']*' 'wasm-unsafe-eval';.*connect-src 'self';/);
  assert.ok(policyIn(html).includes(`'${hash('sha256', map)}'`), 'and is allowed to stand there');
});

test('a style sheet loses its spaces, and none that mean something', () => {
  const squeezed = terseStyles(
    "css`\n  /* why */\n  :host( .a ) > b:hover { margin: 0 ${gap} calc(1px + 2px); }\n  ${more} @media (max-width: 3px) { p::before { content: 'a:  b'; } }\n`",
  );
  assert.equal(
    squeezed.replaceAll(/(?<=`) | (?=`)/g, ''),
    "css`:host( .a )>b:hover{margin:0 ${gap} calc(1px + 2px)} ${more} @media (max-width:3px){p::before{content:'a:  b'}}`",
  );
  assert.equal(terseStyles('html`<p>  a: b </p>`'), 'html`<p>  a: b </p>`');
});

test('a page without scripts keeps its words apart', () => {
  assert.equal(tight('<p>\n    one\n    two\n</p>'), '<p>\none\ntwo\n</p>');
});
