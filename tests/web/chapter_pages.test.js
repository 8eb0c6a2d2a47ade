// The chapters' own files: all that can be read of a chapter, without a script, and what is told to whoever shows a link to it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {chapterList, chapterPages, previews, thumbnailOf} from '../../tools/chapter_pages.mjs';
import {keyOf} from '../../tools/chapters/previews.mjs';
import {asTemplate} from '../../tools/vite_drawn.mjs';
import {CHAPTERS} from '../../web/learn/index.js';
import {READS} from '../../web/learn/reads.js';
import {wordsOf} from '../../web/learn/words.js';
import {hashWithin} from '../../web/rooms/links.js';
import {PRESETS} from '../../web/state/presets.js';
import {framesOf, linesOf} from '../../web/elements/learn/worked_lines.js';
import {sentenceOf} from '../../web/elements/learn/worked_words.js';
import {worked} from '../../web/learn/rnn/worked.js';
import {say} from '../../web/words/words.js';

const SOURCE = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
const PAGE = SOURCE.replace('./main.js', './assets/index-a.js');
const escaped = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An example in numbers says there what its buttons say elsewhere; a rival is said of a run. @param {string} name */
const isRead = (name) => !['reply_unsure', 'summary'].includes(name) && !/^(worked|rival)_/.test(name);

test('a chapter’s file has every word of it, but for the reply to whoever was not sure', async () => {
  const files = await chapterPages(PAGE);
  for (const {id, load} of CHAPTERS) {
    const html = files[`learn/${id}.html`];
    for (const name of wordsOf(await load()).filter(isRead)) {
      const text = escaped(say(`course.${id}.${name}`));
      assert.ok(html.includes(text), `${id}: ${name}: ${text}`);
    }
    assert.ok(!html.includes('course.'), 'no key is seen');
    assert.equal(files[`learn/${id}.svg`] ?? null, thumbnailOf(id));
  }
});

test('its formulas are MathML without styles, its papers links that say where they lead, and nothing of it is TeX', async () => {
  const files = await chapterPages(PAGE);
  for (const {id, load} of CHAPTERS) {
    const html = files[`learn/${id}.html`];
    const {background, recall = [], worked: named} = await load();
    const inNumbers = named ? framesOf(worked()).flatMap((frame) => linesOf(worked(), frame)) : [];
    assert.equal(html.match(/<math/g)?.length, background.formulas.flat().length + inNumbers.length, id);
    assert.doesNotMatch(html, /<math[^>]*style=|<m\w+[^>]* style=|\\frac|\\odot/);
    for (const {of} of recall) assert.ok(html.includes(`<a href="${of}.html">`), of);
    const links = [...html.matchAll(/<a href="(https:[^"]+)" rel="noopener">[^<]+<\/a>([^<]*)/g)];
    assert.equal(links.length, background.papers.length);
    for (const [, href, after] of links) assert.ok(after.includes(new URL(href).host), href);
  }
});

test('an example in numbers is whole there: each step in words, and each formula with its numbers', async () => {
  const html = (await chapterPages(PAGE))['learn/rnn.html'];
  const example = worked();
  for (const frame of framesOf(example)) {
    const {name, values} = sentenceOf(example, frame);
    assert.ok(html.includes(escaped(say(`course.rnn.worked_${name}`, values))), name);
  }
  const {loss} = example.answer;
  assert.match(html, new RegExp(`<mn>${loss.toFixed(2)}</mn>`));
});

test('it opens that chapter by the page’s own script, which lies beside its folder', async () => {
  const [{id}] = CHAPTERS;
  const html = (await chapterPages(PAGE))[`learn/${id}.html`];
  assert.match(html, new RegExp(`<div id="page" data-home="\\.\\./index\\.html" data-chapter="${id}">`));
  assert.match(html, /src="\.\.\/assets\/index-a\.js"/);
  assert.equal(html.match(/<title>/g)?.length, 1);
});

test('links to it are shown with a title, a description and a picture; whole addresses where the site is known', async () => {
  const [{id}] = CHAPTERS;
  const site = 'https://example.org/unrolled/';
  const [bare, known] = [await chapterPages(PAGE), await chapterPages(PAGE, {site})].map(
    (all) => all[`learn/${id}.html`],
  );
  for (const html of [bare, known]) {
    assert.ok(html.includes(`<meta property="og:title" content="${escaped(say(`course.${id}.title`))}" />`));
    assert.ok(html.includes(`<meta property="og:description" content="${escaped(say(`course.${id}.summary`))}" />`));
  }
  assert.ok(bare.includes(`<meta property="og:image" content="${id}.png" />`));
  assert.ok(known.includes(`<meta property="og:image" content="${site}learn/${id}.png" />`));
  assert.ok(known.includes(`<link rel="canonical" href="${site}learn/${id}.html" />`));
});

test('what a link is shown with is made of the chapter as it is', () => {
  const made = JSON.parse(readFileSync(new URL('../../web/learn/previews.json', import.meta.url), 'utf8'));
  assert.deepEqual(
    made,
    Object.fromEntries(CHAPTERS.map(({id}) => [id, keyOf(id)])),
    'node tools/chapters/previews.mjs',
  );
  for (const {id} of CHAPTERS) {
    const png = previews()[`learn/${id}.png`];
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
  }
});

test('a page that is not what the files are made of is refused', async () => {
  await assert.rejects(chapterPages('<html></html>'));
});

test('the page without a script leads to every chapter', () => {
  const list = chapterList('learn/');
  for (const {id} of CHAPTERS) assert.ok(list.includes(`href="learn/${id}.html"`));
  assert.match(SOURCE, /<!-- chapters -->/);
});

test('no chapter has an id that means another thing in an address', () => {
  const ids = CHAPTERS.map(({id}) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[a-z][a-z0-9-]*$/);
  for (const {id} of PRESETS) assert.match(id, /^[a-z0-9-]+$/, 'as #lab=… takes it');
});

test('a frame with chapters alone has what they need: no texts of its own, and the strict arithmetic; which chapters read one is known', async () => {
  for (const {id, load} of CHAPTERS) {
    const {experiment} = await load();
    assert.equal(experiment.task.corpus, READS[id]);
    assert.equal(experiment.train.tier, 'strict');
  }
});

test('links within the page are told from others, whatever file it was opened by', () => {
  for (const root of ['http://a.b/c/', 'http://a.b/c/index.html']) {
    const within = (/** @type {string} */ path) => hashWithin(new URL(path, root).href, root);
    assert.equal(within(''), '');
    assert.equal(within('index.html#lab'), '#lab');
    assert.equal(within('./#chapter=why'), '#chapter=why');
    assert.equal(within('learn/why.html'), '#chapter=why');
    assert.equal(within('learn/why.html#x=abc'), '#x=abc');
    for (const other of ['THIRD-PARTY.txt', 'embed.html#chapter=why', '../', 'learn/', 'http://x.y/c/'])
      assert.equal(within(other), null, other);
  }
});

test('a drawing becomes part of the page, without what only a file needs', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="2" viewBox="0 0 1 2" role="img">\n<title>a</title>\n<desc>b</desc>\n<path d="M0 0" fill="var(--ink, #000)"/>\n</svg>';
  assert.match(
    asTemplate(svg),
    /html`<svg viewBox="0 0 1 2" aria-hidden="true"><path d="M0 0" fill="var\(--ink, #000\)"\/><\/svg>`/,
  );
  for (const bad of [
    '<svg><style>a{}</style></svg>',
    '<svg style="a"></svg>',
    '<svg><script>1</script></svg>',
    '<svg onload="a"></svg>',
  ])
    assert.throws(() => asTemplate(bad));
  for (const {id} of CHAPTERS) assert.ok(asTemplate(thumbnailOf(id) ?? '').length > 100, id);
});
