// What teachers paste: every line and package of the maker's list, as text.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {unzipSync, strFromU8} from 'fflate';
import {parametersIn} from '../../web/embed/parameters.js';
import {HOSTS, fileName} from '../../web/hosts/index.js';
import {askedOf, edxProblem, elementLine, frameAddress, iframeLine, pageAddress} from '../../web/hosts/lines.js';
import {ownSite, scormPackage} from '../../web/hosts/packages.js';
import {allOf, readXml} from '../support/xml.js';

const MADE = {
  root: 'https://example.org/u/',
  hash: '#x=abc&axis=seconds',
  title: 'LSTM & "RNN" <b>',
  height: 700,
  lang: '',
};
/** @type {(name: string) => Promise<Uint8Array>} */
const fetched = async (name) => new TextEncoder().encode(`content of ${name}`);
const files = async (/** @type {Blob} */ blob) => unzipSync(new Uint8Array(await blob.arrayBuffer()));

test('the frame’s address says which rules its readable part follows, and the language that was chosen', () => {
  assert.equal(frameAddress(MADE), 'https://example.org/u/embed.html#x=abc&axis=seconds&v=1');
  assert.equal(askedOf({...MADE, lang: 'es'}), 'x=abc&axis=seconds&lang=es&v=1');
  assert.equal(askedOf({...MADE, hash: '#v=1&x=abc'}), 'v=1&x=abc');
  assert.equal(pageAddress({...MADE, lang: 'es'}), 'https://example.org/u/#x=abc&axis=seconds&lang=es');
});

test('lines are HTML that MDX takes too, and hold a picture with a plain link for pages that take frames and scripts away', () => {
  for (const line of [iframeLine(MADE), elementLine(MADE)]) {
    const root = readXml(`<p>${line.replace(' defer', '')}</p>`);
    const [link] = allOf(root, 'a');
    assert.equal(link.attributes.href, 'https://example.org/u/#x=abc&axis=seconds');
    assert.equal(allOf(root, 'img')[0].attributes.src, 'https://example.org/u/learn/forgets.svg');
    assert.equal(link.children.at(-1), 'Open “LSTM & "RNN" <b>”');
  }
  const [frame] = allOf(readXml(`<p>${iframeLine(MADE)}</p>`), 'iframe');
  assert.equal(frame.attributes.title, MADE.title);
  assert.equal(frame.attributes.height, '700');
  assert.match(frame.attributes.sandbox, /^allow-scripts /);
  const chapter = readXml(
    `<p>${elementLine({...MADE, chapter: 'forgets', hash: '#chapter=forgets', lang: 'es'}).replace(' defer', '')}</p>`,
  );
  const [element] = allOf(chapter, 'unrolled-lab');
  assert.equal(element.attributes.chapter, 'forgets');
  assert.equal(element.attributes.lang, 'es');
  assert.equal(allOf(chapter, 'img')[0].attributes.src, 'https://example.org/u/learn/forgets.png');
});

test('what Open edX is given is XML with a grader that knows nothing done, parts and all', () => {
  const root = readXml(edxProblem(MADE).replace(/<!\[CDATA\[[^]*\]\]>/, ''));
  const [input] = allOf(root, 'jsinput');
  assert.equal(input.attributes.html_file, 'https://example.org/u/hosts/jsinput.html#x=abc&axis=seconds&v=1');
  assert.equal(input.attributes.sop, 'false');
  for (const [name, value] of [
    ['gradefn', 'getGrade'],
    ['get_statefn', 'getState'],
    ['set_statefn', 'setState'],
  ])
    // prettier-ignore
    assert.equal(input.attributes[name], value);
});

test('packages hold all that they need: the first page, its script, the frame, and say so in the manifest', async () => {
  for (const standard of /** @type {const} */ ([1.2, 2004])) {
    const contents = await files(await scormPackage(MADE, standard, fetched));
    assert.deepEqual(Object.keys(contents), ['imsmanifest.xml', 'index.html', 'scorm.js', 'embed.html']);
    const manifest = readXml(strFromU8(contents['imsmanifest.xml']).replace(/^<\?xml.*\?>\n/, ''));
    const listed = allOf(manifest, 'file').map(({attributes}) => attributes.href);
    assert.deepEqual(listed, ['index.html', 'scorm.js', 'embed.html']);
    const page = strFromU8(contents['index.html']);
    assert.match(page, /data-address="embed\.html#x=abc&amp;axis=seconds&amp;v=1"/);
    assert.match(page, new RegExp(`data-standard="${standard}"`));
    assert.doesNotMatch(page, /https?:/); // nothing is asked of any other site
  }
});

test('the same exercise gives the same package, another one another name', async () => {
  const bytes = async (/** @type {typeof MADE} */ made) =>
    Buffer.from(await (await scormPackage(made, 1.2, fetched)).arrayBuffer()).toString('base64');
  assert.equal(await bytes(MADE), await bytes(MADE));
  assert.notEqual(await bytes(MADE), await bytes({...MADE, hash: '#x=abd'}));
});

test('a folder for a site of one’s own names nothing but files in it', async () => {
  const contents = await files(await ownSite(MADE, fetched));
  const page = strFromU8(contents['index.html']);
  assert.match(page, /<script src="unrolled-lab\.js" defer><\/script>/);
  assert.doesNotMatch(page + strFromU8(contents['README.txt']), /https?:/);
  assert.match(strFromU8(contents['README.txt']), /<iframe src="embed\.html#x=abc/);
});

test('every host of the list has a title and makes what it says; texts name the exercise', async () => {
  for (const host of HOSTS) {
    assert.doesNotMatch(host.title(), /^hosts\./);
    if (host.kind === 'file') continue;
    const {name, blob, text = ''} = await host.make(MADE);
    assert.match(text, /x=abc/, host.id);
    assert.equal(await blob.text(), text);
    assert.match(name, /^lstm-rnn-b-\w+\.\w+$/);
  }
  assert.equal(new Set(HOSTS.map(({id}) => id)).size, HOSTS.length);
});

test('names of files are of letters that no system refuses', () => {
  assert.equal(fileName('¿Cuál olvida? LSTM / RNN'), 'cual-olvida-lstm-rnn');
  assert.equal(fileName('网络'), 'exercise');
  assert.equal(fileName('a'.repeat(99)).length, 40);
});

test('readable parameters: another version is refused, what nobody knows is named, the rest holds', () => {
  const of = (/** @type {string} */ hash) => parametersIn(hash);
  assert.deepEqual(of('#x=abc&v=1&hide=story,train.seed&lock=task&theme=dark&lang=es&axis=seconds'), {version: null, unknown: [], height: null}); // prettier-ignore
  assert.equal(of('#v=2&x=abc').version, '2');
  assert.equal(of(encodeURIComponent('#v=3&chapter=forgets')).version, '3');
  assert.deepEqual(of('#x=abc&seeds=7&Hide=a&hide=storey&lock=gallerie').unknown, ['seeds', 'Hide', 'hide=storey', 'lock=gallerie']); // prettier-ignore
  assert.deepEqual(of('#chapter=forgets&hide=recall,story&lock=train.seed').unknown, ['hide=story', 'lock=train.seed']);
  assert.equal(of('#x=abc&height=500').height, 500);
  assert.equal(of('#x=abc&height=9').height, 100);
  assert.equal(of('#x=abc&height=99999').height, 4000);
  assert.deepEqual(of('#x=abc&height=tall').unknown, ['height=tall']);
  assert.deepEqual(of('https://example.org/a?utm_source=b#x=abc').unknown, []);
  assert.ok(of('#x=abc&a1=1&a2=1&a3=1&a4=1&a5=1&a6=1').unknown.length <= 5);
});

test('the lists of what hosts leave are data with a source', () => {
  const rules = JSON.parse(readFileSync(new URL('../support/sanitizers.json', import.meta.url), 'utf8'));
  for (const one of Object.values(rules)) assert.ok(one.source.length > 20);
});
