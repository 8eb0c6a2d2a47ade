// What the page may keep is told: the list on privacy is that of the names that are written, and nothing writes besides.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import test from 'node:test';
import {privacyPages} from '../../tools/privacy_pages.mjs';
import {hashWithin} from '../../web/rooms/links.js';
import {whereOf} from '../../web/shape/where.js';
import * as names from '../../web/state/kept.js';
import {KEPT, nameOf} from '../../web/store/kept_list.js';
import {storageTrouble} from '../../web/store/trouble.js';
import {say} from '../../web/words/words.js';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const PAGE = readFileSync(`${web}index.html`, 'utf8').replace('./main.js', './assets/index-a.js');
/** Ways to leave something on a device. */
const KEEPS =
  /\b(?:localStorage|sessionStorage|indexedDB|openDB|document\.cookie|cookieStore|caches|serviceWorker\.register|getDirectory|showSaveFilePicker)\b/;
/** Those who do, each under names of web/state/kept.js. Whoever joins them joins the list on privacy, too. */
const KEEPERS = [
  'learn/progress.js',
  'offline/register.js',
  'offline/service_worker.js', // hands its caches to stored.js
  'offline/stored.js',
  'shape/language.js',
  'store/database.js',
  'store/forget.js',
  'store/kept_list.js',
];

const code = (/** @type {string} */ file) =>
  readFileSync(web + file, 'utf8').replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
const sources = readdirSync(web, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.js') && !file.startsWith('words/'))
  .map((file) => file.replaceAll('\\', '/'));

test('nothing of the page keeps anything but those known to, and these take the names from the list', () => {
  assert.deepEqual(sources.filter((file) => KEEPS.test(code(file))).sort(), KEEPERS);
  for (const file of KEEPERS) {
    assert.doesNotMatch(code(file), /['"`]unrolled/, file);
    if (file !== 'offline/service_worker.js') assert.match(code(file), /from '\.\.\/state\/kept\.js'/, file);
  }
});

test('every name is in the list', () => {
  const {STORES, ...others} = names;
  const listed = new Set(KEPT.map(({name}) => name));
  assert.deepEqual([...listed].sort(), [...new Set(Object.values(others))].sort());
  assert.deepEqual(KEPT.flatMap(({store}) => store ?? []), [...STORES]); // prettier-ignore
  assert.equal(new Set(KEPT.map(({id}) => id)).size, KEPT.length);
});

test('each language has a file that lists all of it, leads to the other, and opens as that page', () => {
  const files = privacyPages(PAGE);
  assert.deepEqual(Object.keys(files), ['privacy.html', 'es/privacy.html']);
  for (const [name, html] of Object.entries(files)) {
    for (const kept of KEPT) assert.ok(html.includes(`<code>${nameOf(kept)}</code>`), `${name}: ${kept.id}`);
    assert.doesNotMatch(html, /privacy\.(?!html)\w|undefined/);
    const up = name.includes('/') ? '../' : './';
    assert.ok(html.includes(`data-home="${up}index.html" data-desk="privacy"`));
    assert.ok(html.includes(`src="${up}assets/index-a.js"`));
    for (const other of Object.keys(files)) assert.ok(html.includes(`href="${up}${other}"`), other);
  }
  assert.ok(files['privacy.html'].includes(`<h1>${say('privacy.title')}</h1>`));
  assert.match(files['es/privacy.html'], /<html lang="es">[^]*<h1>Privacidad<\/h1>/);
  const known = privacyPages(PAGE, {site: 'https://a.b/c/'})['es/privacy.html'];
  assert.ok(known.includes('<link rel="canonical" href="https://a.b/c/es/privacy.html" />'));
  assert.throws(() => privacyPages('<html></html>'));
});

test('the file and the room have one address in the page', () => {
  const root = 'https://a.b/c/';
  for (const file of ['privacy.html', 'es/privacy.html', '#privacy'])
    assert.equal(hashWithin(root + file, root), '#privacy', file);
  assert.equal(hashWithin(`${root}es/privacy.html#lab`, root), '#lab');
  assert.equal(hashWithin(`${root}other/privacy.html`, root), null);
  assert.deepEqual(whereOf('', 'privacy'), {room: 'privacy'});
  assert.deepEqual(whereOf('#privacy'), {room: 'privacy'});
  assert.deepEqual(whereOf('#chapter=why', 'privacy'), {room: 'chapter', id: 'why'});
  assert.deepEqual(whereOf('', null), {room: 'home'});
});

test('a shelf whose storage is deleted says so, and not that a newer page has it', () => {
  assert.equal(storageTrouble({name: 'deleted'}).key, 'store.deleted');
  assert.equal(storageTrouble({name: 'VersionError'}).key, 'store.newer');
  assert.equal(storageTrouble({name: 'constructor'}).key, 'store.failed');
});
