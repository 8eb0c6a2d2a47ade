// Builds dist/: the page, a file for each chapter and for privacy, embed.html (one file that holds everything), embed-chapters.html (another that holds
// what chapters need), embed-files.html (the same frame with the page's own
// files, for sites that allow no inline script) and unrolled-lab.js (the element for other pages). Needs the engine in
// build/wasm. node tools/build_web.mjs, into another folder where UNROLLED_DIST says so; with UNROLLED_STRICT_ONLY the page
// alone, before there is a fast tier (tools/serve.sh).
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import page from '../vite.config.js';
import {OTHERS} from '../web/words/languages.js';
import {chapterList, chapterPages, previews} from './chapter_pages.mjs';
import {prepare} from './prepare.mjs';
import {privacyPages} from './privacy_pages.mjs';
import {offlineFiles} from './offline.mjs';
import {sbom} from './sbom.mjs';
import {sealed, tight} from './seal.mjs';
import {describedBriefly} from './vite_describe.mjs';
import {notices, thirdParty} from './vite_notices.mjs';
import {STRICT_ONLY, packed, withoutOwnWasm} from './vite_packed.mjs';
import {withoutSpaces} from './vite_styles.mjs';
import {terse, terseWords, withoutRooms} from './vite_words.mjs';
import {trustedWorkers} from './vite_worker.mjs';

const repo = fileURLToPath(new URL('..', import.meta.url));
const dist = join(repo, process.env.UNROLLED_DIST ?? 'dist');

/** Rooms of words of what a frame does without. */
const UNSAID =
  'add best class differences ending files gallery home language menu own page privacy runs save share shown store theme varied'.split(
    ' ',
  );

/** Besides, of what a frame with a chapter does without. */
const OF_LABS = 'preset'.split(' ');

/**
 * One script without imports, and nothing written to disk.
 * @param {string} entry @param {import('vite').InlineConfig} [more] @returns {Promise<string>}
 */
async function script(entry, more = {}) {
  const result = await build({
    configFile: false,
    root: join(repo, 'web'),
    logLevel: 'warn',
    worker,
    ...more,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 2 ** 30,
      lib: {entry: join(repo, 'web', entry), formats: ['iife'], name: 'unrolled'},
    },
  });
  const [{output}] = /** @type {import('vite').Rollup.RollupOutput[]} */ (result);
  if (output.length !== 1 || output[0].type !== 'chunk') throw new Error(`${entry} did not become one script`);
  return output[0].code;
}

/**
 * A classic script at the end of the body: module scripts are blocked in sandboxed frames of some hosts.
 * @param {string} code @param {string} licences @param {string} languages
 */
function embed(code, licences, languages) {
  const safe = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const texts = `<script type="text/plain" id="third-party">\n${licences}</script>${languages}`; // a frame has no file beside it
  return sealed(frameWith(`${texts}<script>${safe}</script>`));
}

/** What the page fetches of other languages a frame has in itself, but for rooms that it never says; it is read only where it is spoken. @param {string[]} unsaid */
async function languagesBeside(unsaid) {
  const all = Object.entries(OTHERS).map(async ([tag, load]) => {
    const text = withoutRooms(terse((await load()).default), unsaid).trim();
    return `<script type="text/plain" id="words-${tag}">\n${text}\n</script>`;
  });
  return (await Promise.all(all)).join('');
}

/** The frame's page. @param {string} scripts */
function frameWith(scripts) {
  const [before, after] = tight(readFileSync(join(repo, 'web/embed.html'), 'utf8')).split('<!-- script -->');
  return before + scripts + after;
}

/** What Vite left of the page gets its policy, and the frame that runs the same scripts. @returns {Record<string, string>} by name */
function pages() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const [script] = page.match(/<script type="module".*?<\/script>/) ?? [''];
  const read = (/** @type {string} */ name) => readFileSync(join(dist, name));
  return {
    'index.html': sealed(tight(page.replace('<!-- chapters -->', chapterList('learn/'))), {read}),
    'embed-files.html': sealed(frameWith(script), {read}),
  };
}

/** Those of the chapters, in a folder of their own, and that on privacy. @param {string} page index.html as Vite left it @returns {Promise<Record<string, string>>} by name */
async function chapters(page) {
  const site = process.env.UNROLLED_SITE;
  const files = {...(await chapterPages(page, {site})), ...privacyPages(page, {site})};
  const whole = (/** @type {[string, string]} */ [name, text]) => {
    const read = (/** @type {string} */ file) => readFileSync(join(dist, dirname(name), file));
    return [name, name.endsWith('.html') ? sealed(tight(text), {read, pictures: true}) : text];
  };
  return Object.fromEntries(Object.entries(files).map(whole));
}

const parts = thirdParty();
const worker = /** @type {const} */ ({format: 'iife', plugins: () => [withoutOwnWasm(), parts.plugin()]});
prepare();
const output = {...page.build, outDir: dist, emptyOutDir: true};
await build({
  ...page,
  build: output,
  worker,
  plugins: [...(page.plugins ?? []), parts.plugin()],
  configFile: false,
  logLevel: 'warn',
});
/** @param {string} entry @param {string[]} unsaid rooms of words that nothing in it says */
const framed = (entry, unsaid) =>
  script(entry, {
    plugins: [
      describedBriefly(),
      packed({inline: true}),
      terseWords({without: unsaid, beside: true}),
      trustedWorkers(),
      withoutSpaces(),
      parts.plugin(),
    ],
  });
const frame = STRICT_ONLY ? null : await framed('embed/embed.js', UNSAID);
const ofChapters = [...UNSAID, ...OF_LABS];
const chapterFrame = STRICT_ONLY ? null : await framed('embed/chapters.js', ofChapters);
const element = await script('embed/element.js', {plugins: [parts.plugin()]});
const {version} = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
const texts = notices(parts.found());
const files = {
  ...pages(),
  ...(await chapters(readFileSync(join(dist, 'index.html'), 'utf8'))),
  ...previews(),
  ...(frame === null ? {} : {'embed.html': embed(frame, texts, await languagesBeside(UNSAID))}),
  ...(chapterFrame === null
    ? {}
    : {'embed-chapters.html': embed(chapterFrame, texts, await languagesBeside(ofChapters))}),
  'unrolled-lab.js': element,
  'THIRD-PARTY.txt': texts,
  'sbom.cdx.json': sbom(parts.found(), version),
};
for (const name of Object.keys(files)) mkdirSync(dirname(join(dist, name)), {recursive: true});
for (const [name, content] of Object.entries(files)) writeFileSync(join(dist, name), content);
const storing = await script('offline/service_worker.js');
for (const [name, content] of Object.entries(offlineFiles(dist, storing))) writeFileSync(join(dist, name), content);
