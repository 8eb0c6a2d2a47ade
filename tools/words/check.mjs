// Holds sources and language files together. Nothing is read here: files come as texts.
import {messagesOf} from './messages.mjs';
import {proseIn} from './prose.mjs';
import {usesIn} from './uses.mjs';
import {choiceFaults, pluralFaults} from './variants.mjs';

/** @typedef {import('./messages.mjs').Messages} Messages */
/** @typedef {import('./uses.mjs').Use} Use */
/** @typedef {{place: string, fault: string}} Fault place: "file:line", or a language */
/** @typedef {Use & {file: string}} UseIn */

/** @param {string} key */
const idOf = (key) => key.replaceAll('.', '-');

/**
 * @param {object} given
 * @param {Map<string, string>} given.sources modules by their path from the repository's root
 * @param {Record<string, string>} given.texts language files by their tag; all are compared with "en"
 * @param {(file: string) => boolean} [given.reads] whether a file is searched for hard-coded strings
 * @param {string} [given.engine] the English of what the engine says, as a language file; '' where it is not built
 * @param {RegExp} [given.rooms] ids that are, or may be, the engine's
 * @returns {Fault[]}
 */
export function wordFaults({sources, texts, reads = () => true, engine = '', rooms = /^$/}) {
  const {messages, faults} = messagesOf(texts.en);
  const known = new Map([...messagesOf(engine).messages, ...messages]);
  // Baselines and facts are told by a session, and so by no file.
  const open = (/** @type {string} */ id) => rooms.test(id) && (!engine || /^(baseline|fact)-/.test(id));
  const uses = [...sources].flatMap(([file, text]) =>
    usesIn(text, {bare: file.startsWith('web/charts/')}).map((use) => ({...use, file})),
  );
  return [
    ...[...faults, ...pluralsIn('en', messages)].map((fault) => ({place: 'en', fault})),
    ...useFaults(uses, messages),
    ...messageFaults(uses, messages),
    ...Object.entries(texts).flatMap(([tag, text]) => (tag === 'en' ? [] : languageFaults(tag, text, known, open))),
    ...[...sources].flatMap(([file, text]) =>
      reads(file) ? proseIn(text).map(({line, fault}) => ({place: `${file}:${line}`, fault})) : [],
    ),
  ];
}

/** The messages that a use may say. @param {string} key with stars @param {Messages} messages @returns {string[]} ids */
function meant(key, messages) {
  const id = idOf(key);
  if (!id.includes('*')) return messages.has(id) ? [id] : [];
  const pattern = new RegExp(`^${id.replaceAll('*', '.+')}$`);
  return [...messages.keys()].filter((one) => pattern.test(one));
}

/** What is said but does not exist, or is not given what it takes. @param {UseIn[]} uses @param {Messages} messages @returns {Fault[]} */
function useFaults(uses, messages) {
  return uses.flatMap((use) => {
    const place = `${use.file}:${use.line}`;
    const ids = use.keys.flatMap((key) => meant(key, messages));
    const lost = use.sure ? use.keys.filter((key) => !meant(key, messages).length) : [];
    const taken = new Set(ids.flatMap((id) => valuesOf(messages.get(id))));
    const spare = lost.length ? [] : [...(use.values ?? [])].filter((name) => !taken.has(name));
    return [
      ...lost.map((key) => ({place, fault: `no text under "${key}"`})),
      ...spare.map((name) => ({place, fault: `"${use.keys.join('", "')}" takes no ${name}`})),
      ...missing(use, messages).map((fault) => ({place, fault})),
    ];
  });
}

/** @param {import('./messages.mjs').Message | undefined} message */
const valuesOf = (message) => [...(message?.takes ?? []), ...(message?.offered ?? [])];

/** @param {UseIn} use @param {Messages} messages */
function missing({keys, values}, messages) {
  return keys.flatMap((key) => {
    const wanted = key.includes('*') ? [] : [...(messages.get(idOf(key))?.takes ?? [])];
    return wanted.filter((name) => values && !values.has(name)).map((name) => `"${key}" is not given its ${name}`);
  });
}

/** What nobody says, or nobody gives something to. @param {UseIn[]} uses @param {Messages} messages @returns {Fault[]} */
function messageFaults(uses, messages) {
  return [...messages].flatMap(([id, message]) => {
    const mine = uses.filter(({keys}) => keys.some((key) => meant(key, new Map([[id, message]])).length));
    if (!mine.length) return [{place: 'en', fault: `nothing says "${id}"`}];
    const exact = mine.some(({keys}) => keys.some((key) => idOf(key) === id));
    const untold = mine.some(({values}) => values === null);
    const lost =
      exact || untold ? [] : [...message.takes].filter((name) => !mine.some(({values}) => values?.has(name)));
    return lost.map((name) => ({place: 'en', fault: `nobody gives "${id}" its ${name}`}));
  });
}

/** @param {string} tag @param {Messages} messages */
const pluralsIn = (tag, messages) => [...messages].flatMap(([id, message]) => pluralFaults(tag, id, message));

/** @param {string} tag @param {string} text @param {Messages} english @param {(id: string) => boolean} open @returns {Fault[]} */
function languageFaults(tag, text, english, open) {
  const {messages, faults} = messagesOf(text);
  const others = [...messages].flatMap(([id, message]) => {
    const [same, {takes}] = [english.get(id), message];
    const known = new Set(valuesOf(same));
    if (!same) return open(id) ? [] : [`English has no "${id}"`];
    const [spare, lost] = [takes, same.takes].map((names, i) =>
      [...names].filter((name) => !(i ? takes : known).has(name)),
    );
    const differing = [...spare, ...(same.offered.size ? [] : lost)];
    if (differing.length) return [`"${id}" and its English differ in ${differing.join(', ')}`];
    return choiceFaults(tag, id, message, same);
  });
  return [...faults, ...pluralsIn(tag, messages), ...others].map((fault) => ({place: tag, fault}));
}
