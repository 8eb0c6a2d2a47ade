// What a first visit downloads, compressed as a plain host compresses it (gzip), against its limits.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, deflateRawSync, gzipSync} from 'node:zlib';
import {CHAPTERS, OPENING} from '../web/learn/index.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What a frame grows by with each chapter: its run, words, picture, what lies behind it (docs/decisions/0024). */
const A_CHAPTER = 6_000;

/** What a frame grows by with exercises: doing one and handing it in (docs/decisions/0028). */
const EXERCISES = 24_000;

/**
 * What each part may weigh. embed.html never fetches, so it also holds what the page fetches late: the plot, the pictures inside,
 * the panels of questions (docs/decisions/0006). @type {Record<string, number>} bytes after gzip */
const LIMITS = {
  engine: 373_500,
  shell: 106_200,
  'first visit': 479_500,
  'visit to the lab': 497_000,
  'engine with measures': 436_100,
  'embed.html without its data': 790_000 + A_CHAPTER * CHAPTERS.length + EXERCISES,
  'embed-chapters.html': 756_000 + A_CHAPTER * CHAPTERS.length,
  // Beyond what the first screen had.
  'a chapter': 120_000,
  'beats after the prediction': 140_000,
  formulas: 62_000,
  'Spanish in a frame': 88_000,
};

/** What a frame has of other languages, which a page fetches when it is to speak them (docs/decisions/0025). */
const LANGUAGES = /<script type="text\/plain" id="words-\w+">.*?<\/script>/gs;

/** @typedef {{gzip: number, brotli: number}} Weight */

/** @param {(string | Buffer)[]} contents @returns {Weight} */
function weigh(contents) {
  const total = (/** @type {(content: string | Buffer) => Buffer} */ compress) =>
    contents.reduce((bytes, content) => bytes + compress(content).length, 0);
  return {
    gzip: total((content) => gzipSync(content, {level: 9})),
    brotli: total((content) => brotliCompressSync(content)),
  };
}

/** @param {string} title @param {Weight} weight @param {number} [limit] @returns {boolean} */
function withinLimit(title, {gzip, brotli}, limit = LIMITS[title]) {
  const ok = gzip <= limit;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${title}: ${kB(gzip)} gzip, ${kB(brotli)} brotli, limit ${kB(limit)}`);
  return ok;
}

/** Scripts and styles that a file names, or imports at once. @param {string} file */
function namedIn(file) {
  const how = file.endsWith('.html') ? /(?:src|href)="([^"]+\.(?:js|css))"/g : /(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g;
  const names = [...readFileSync(file, 'utf8').matchAll(how)].map(([, name]) => join(dirname(file), name));
  return names.filter((name) => existsSync(name));
}

const assets = readdirSync('dist/assets').map((name) => join('dist/assets', name));
/** Chunks by the name of their module. @param {string} name */
const chunks = (name) => assets.filter((file) => file.startsWith(`dist/assets/${name}-`) && file.endsWith('.js'));
/** These files with all that they import at once. @param {string[]} files */
function whole(files) {
  const seen = new Set(files);
  for (const file of seen) if (/\.(html|js)$/.test(file)) for (const name of namedIn(file)) seen.add(name);
  return [...seen];
}
/** index.html with all that it needs at once, that of some rooms, and the engine. @param {string[]} more */
function visitWith(more) {
  const seen = whole(['dist/index.html', ...more]);
  // The build deflates the engine itself; the fast tier is fetched only when somebody switches to it.
  return [...seen, ...assets.filter((file) => /engine_strict[^/]*$/.test(file))];
}

/** What a first visit downloads, which is the home's with its first chapter; and a visit that opens the lab. */
const HOME = ['guide_room', `${OPENING}-chapter`].flatMap(chunks);
const LAB = chunks('lab_room');
if (HOME.length !== 2 || LAB.length !== 1)
  throw new Error('dist/assets does not have the rooms and the first chapter by their names');

/** These pieces, each one file, with what they import at once, but for what the first screen had. @param {string[]} names */
function beyond(names) {
  const files = names.map((name) => chunks(name));
  if (files.some(({length}) => length !== 1))
    throw new Error(`dist/assets does not have ${names.join(', ')} by their names`);
  const there = new Set(visitWith(HOME));
  return whole(files.flat()).filter((file) => !there.has(file));
}

/** Until its question stands: the words of the course, its run; what comes before and beside its story. @param {string} id */
const chapterBeyond = (id) => beyond([`${id}-chapter`, 'course_more', 'story_parts', 'thumbnails']);
/** Pictures of causes by their chunks, each fetched with its chapter: web/charts/compare/apart.js. */
const PICTURES = 'network reach carried_line kept lengths look wait'.split(' ');
/** Once something is predicted: the other beats, with the chapter's picture of the cause. Not the engine with measures, which has its row. @param {string} picture */
const beatsBeyond = (picture) => beyond(['later_parts', picture]);
/** When what lies behind a chapter is opened, or a cell. */
const formulasBeyond = () => beyond(['temml']);

/** A frame without the other languages in it. @param {string} file */
const inEnglish = (file) => readFileSync(file, 'utf8').replace(LANGUAGES, '');

/** What other languages add to a frame. @param {string} file @returns {Weight} */
function languagesIn(file) {
  const [all, english] = [weigh(read([file])), weigh([inEnglish(file)])];
  return {gzip: all.gzip - english.gzip, brotli: all.brotli - english.brotli};
}

/**
 * embed.html is one file, with texts and the fast tier in it, which the page fetches only when somebody wants them: what is
 * left without them is what a first visit to the page is.
 */
function embedWithoutData() {
  const html = inEnglish('dist/embed.html');
  const packed = [...html.matchAll(/[A-Za-z0-9+/]{4000,}={0,2}/g)].map(([text]) => text);
  if (packed.length < 3) throw new Error('embed.html holds no packed data; see tools/vite_packed.mjs');
  const strict = deflateRawSync(readFileSync('build/wasm/engine_measures.wasm'), {level: 9}); // which trains, too
  if (!packed.includes(strict.toString('base64'))) throw new Error('embed.html holds no strict engine with measures');
  const licences = /<script type="text\/plain".*?<\/script>/s.exec(html)?.[0]; // beside the page, a file that no visit fetches
  if (!licences) throw new Error('embed.html holds no licences');
  return [[...packed, licences].reduce((rest, text) => rest.replace(text, ''), html), strict];
}

const read = (/** @type {string[]} */ files) => files.map((file) => readFileSync(file));
const engine = read(['build/wasm/engine_strict.wasm', 'build/wasm/engine_strict.mjs']);
const visit = weigh(read(visitWith(HOME)));
const core = weigh(engine);
const shell = {gzip: visit.gzip - core.gzip, brotli: visit.brotli - core.brotli};
const results = [
  withinLimit('engine', core),
  withinLimit('shell', shell),
  withinLimit('first visit', visit),
  withinLimit('visit to the lab', weigh(read(visitWith(LAB)))),
  withinLimit('engine with measures', weigh(read(['build/wasm/engine_measures.wasm']))),
  withinLimit('embed.html without its data', weigh(embedWithoutData())),
  withinLimit('embed-chapters.html', weigh([inEnglish('dist/embed-chapters.html')])),
  withinLimit('Spanish in a frame', languagesIn('dist/embed.html')),
];
const beats = PICTURES.map((picture) => weigh(read(beatsBeyond(picture)))); // the heaviest counts
results.push(
  withinLimit('beats after the prediction', /** @type {Weight} */ (beats.sort((a, b) => b.gzip - a.gzip)[0])),
);
results.push(withinLimit('formulas', weigh(read(formulasBeyond()))));
for (const {id} of CHAPTERS)
  results.push(withinLimit(`opening ${id}`, weigh(read(chapterBeyond(id))), LIMITS['a chapter']));
const failed = results.filter((ok) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
