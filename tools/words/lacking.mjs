// Prints what languages lack, ready to be translated: messages of the page and the chapters as they stand in English, those of the engine
// with their stamps. Needs build/describe.json and build/corpora. node tools/words/lacking.mjs [TAG]; a tag that is not known yet lacks all.
import {readFileSync} from 'node:fs';
import {NAMES, OTHERS} from '../../web/words/languages.js';
import classroom from '../../web/words/class/en.js';
import ofFrames from '../../web/words/embed/en.js';
import ofHosts from '../../web/words/hosts/en.js';
import course from '../../web/words/course/en.js';
import english from '../../web/words/en.js';
import exercise from '../../web/words/exercise/en.js';
import making from '../../web/words/exercise/en-make.js';
import {entriesOf} from '../../web/words/overlay.js';
import {messagesOf} from './messages.mjs';
import {stampOf} from './stamps.mjs';

const read = (/** @type {string} */ path) =>
  JSON.parse(readFileSync(new URL(`../../build/${path}`, import.meta.url), 'utf8'));

/** Messages by their id, each with all of its lines. @param {string} text */
const whole = (text) =>
  new Map([...text.matchAll(/^([a-z][\w-]*) *=.*\n(?: .*\n)*/gm)].map(([lines, id]) => [id, lines]));

/** What the engine says, each under its stamp, and what its texts are called. */
function ofEngine() {
  const texts = entriesOf({...read('describe.json'), corpora: read('corpora/index.json')}).filter((one) => one.english);
  const stamped = texts.map(({key, english: text}) => {
    const id = key.replaceAll('.', '-');
    return /** @type {const} */ ([id, `# English: ${stampOf(text)}\n${id} = ${text}\n`]);
  });
  return new Map(stamped);
}

const all = new Map([
  ...whole([english, course, exercise, making, classroom, ofFrames, ofHosts, ''].join('\n')),
  ...ofEngine(),
]);
const [, , asked] = process.argv;
for (const tag of asked ? [asked] : Object.keys(OTHERS)) {
  const {messages} = messagesOf((await OTHERS[tag]?.())?.default ?? '');
  const lacking = [...all].filter(([id]) => !messages.has(id));
  console.log(`## ${NAMES[tag] ?? tag} lacks ${lacking.length} of ${all.size} messages\n`);
  console.log(lacking.map(([, lines]) => lines).join('\n'));
}
