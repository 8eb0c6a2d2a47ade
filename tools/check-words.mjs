// Words and code belong together: every key has a text, every text is said, every value is given and taken, and nothing
// for people is written anywhere but in web/words. HTML files are left out: a page needs its title before any script.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {entriesOf} from '../web/words/overlay.js';
import {measureEntries} from '../web/words/overlay_measures.js';
import {CLASSES} from '../web/words/class.js';
import {COURSES} from '../web/words/course.js';
import {EXERCISES} from '../web/words/exercise.js';
import {OTHERS} from '../web/words/languages.js';
import {LANGUAGES} from '../web/words/words.js';
import {wordFaults} from './words/check.mjs';

const repo = fileURLToPath(new URL('..', import.meta.url));

/** Files whose strings stay where they are. */
const ALONE = [
  'web/state/presets.js', // names of experiments are data: they travel in links as their authors wrote them
  'web/state/defaults.js', // as those of chapters do: web/learn/*/chapter.js
  'web/learn/teach/qti.js', // XML, whose words come from elsewhere
  'web/words/languages.js', // a language calls itself the same in all of them
  'web/embed/element.js', // a small script without any other file, in other people's pages
];

const paths = readdirSync(join(repo, 'web'), {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
  .map((entry) => join(entry.parentPath, entry.name).slice(repo.length))
  .filter((path) => !/^web\/words\/(words|((?:course|exercise|class)\/)?[a-z]{2,3}(-\w+)?(\/\w+)?)\.js$/.test(path))
  .concat('wasm_bindings/engine.js', 'tools/chapter_pages.mjs', 'tools/privacy_pages.mjs');

/** What the engine says, as a language file; '' where it is not built. */
function engineEnglish() {
  const built = join(repo, 'build/describe.json');
  if (!existsSync(built) || !existsSync(join(repo, 'build/corpora/index.json'))) return '';
  const describe = JSON.parse(readFileSync(built, 'utf8'));
  const corpora = JSON.parse(readFileSync(join(repo, 'build/corpora/index.json'), 'utf8'));
  const entries = [...entriesOf({...describe, corpora}), ...measureEntries(describe)];
  return entries.map(({key, english}) => `${key.replaceAll('.', '-')} = ${english}`).join('\n');
}

/** What each language has, of the page and of the course. */
const texts = {en: [LANGUAGES.en, COURSES.en, EXERCISES.en, CLASSES.en].join('\n')};
for (const [tag, load] of Object.entries(OTHERS)) Object.assign(texts, {[tag]: (await load()).default});

const faults = wordFaults({
  engine: engineEnglish(),
  rooms: /^(measure|model|task|train|optimizer|schedule|generation|unit|baseline|fact|refusal|corpus)-/,
  sources: new Map(paths.map((path) => [path, readFileSync(join(repo, path), 'utf8')])),
  texts,
  reads: (file) => !ALONE.includes(file) && !/^web\/learn\/\w+\/chapter\.js$/.test(file),
});
for (const {place, fault} of faults) console.log(`${place}: ${fault}`);
process.exitCode = faults.length ? 1 : 0;
