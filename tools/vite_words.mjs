// A Vite plugin: the texts of web/words travel without what is only for those who write them.
import {OPENING} from '../web/learn/index.js';

/** A language's file without comments, empty lines and the depth of its indents. @param {string} text */
export function terse(text) {
  return text
    .replace(/^#.*\n/gm, '')
    .replace(/^ +/gm, ' ')
    .replace(/\n\n+/g, '\n');
}

const named = (/** @type {string} */ names) => names.split(' ');

/** Rooms whose words come with the parts that say them: web/words/late.js. */
export const LATE = [
  ...named(
    'ask best compare differences early editor ending files inside menu newer news own predicate runs share spent store term timed varied verdict',
  ),
  ...named('answer given'), // an example, also on the first screen (guide)
  // What is saved says more than its menu does.
  ...named('refused perhaps run choice chosen task examples waves page').map((name) => `save-${name}`),
  ...named('at caption held_out note some training').map((name) => `chart-table-${name}`),
  ...named('choose file hint paste stays use').map((name) => `data-${name}`),
];

/** What comes apart from the words that every visit needs, by the module of web/words that brings it. A name with a hyphen is a part of a room. */
export const APART = Object.freeze({
  late: LATE,
  guide: [
    ...named(
      'home given answer-right answer-wrong answer-sure lab-back name-layers compare-table-model compare-table-step compare-at_step',
    ),
    // Of a chapter what is said until something is predicted.
    ...named('opening minutes beat predict unsure earlier starts asked right networks said is_right next').map(
      (name) => `player-${name}`,
    ),
    // Of the unrolled networks what is said before anybody takes them apart.
    ...named(
      'answer begins cannot count elsewhere flow found given grid hidden how image no phenomenon row title unlit waits',
    ).map((name) => `compare-network_${name}`),
  ],
  links: ['link'],
  frames: named('message frame lab-blocked lab-open_full'),
  // Not its length: the engine refuses one under the same key.
  prompt: named('apart beginning continue hint length_summary options seed temperature top_k untrained writes').map(
    (name) => `prompt-${name}`,
  ),
  teach: named('glossary privacy sheet teach'),
  story: [
    ...named('recall background history'),
    ...named(
      'watch you_said it_was reply no_answer progress steps why chang came_to listed before now elsewhere back_to challenge reached',
    ).map((name) => `player-${name}`),
    ...named('is_reached is_missed is_open question remember score onward lab again').map((name) => `player-${name}`),
    ...named('act cost doors ghost measure prompt rival shuffle').map((name) => `player-${name}`),
  ],
  // But for what is drawn, how smoothly, and its floors.
  chart: named(
    'across at axis empty hint keys latest legend loaded loading log reading show summary table-hide table-view unit',
  ).map((name) => `chart-${name}`),
  lab: [
    ...named('areas answers ask chapters compare continue_text inside loss models runs setting_up setup share').map(
      (name) => `lab-${name}`,
    ),
    ...named('skip task title train unreadable ways').map((name) => `lab-${name}`),
    ...named('add gallery numbers pace preset restart shown'),
    ...named('save what csv png svg failed').map((name) => `save-${name}`),
    // What is said of these elsewhere, too, comes with the page.
    ...named('began cannot continue counts fact kind message options pause sees weights writes').map(
      (name) => `card-${name}`,
    ),
    ...named('bring characters giving kept loading now of_size own_next restarts too_long').map(
      (name) => `data-${name}`,
    ),
    ...named('held replaces reset step waits').map((name) => `run-${name}`),
  ],
});

/** What the path of chapters says of each, and what is said of the one that the page opens with until something is predicted; the rest of
 *  the course is `?more`. */
const ON_THE_PATH = new RegExp(
  `^course-(?:${OPENING}-(?:lead|choice_\\w+)|\\w+-(?:title|question)) .*\\n(?: .*\\n)*`,
  'gm',
);

/** @param {string} text of the course, terse @param {boolean} more whether what comes later is wanted */
export const courseParted = (text, more) =>
  more ? text.replace(ON_THE_PATH, '') : [...text.matchAll(ON_THE_PATH)].join('');

/** Of these rooms what charts of every kind say of a symbol, a head, a cloud, nothing (web/charts/grid.js, cloud.js): it is there from the first. */
const STAYS = named('inside-symbol inside-nothing inside-head inside-attention-share inside-clouds');

/** How messages of rooms begin. @param {readonly string[]} rooms */
const beginning = (rooms) =>
  `(?!${STAYS.join('|')})(?:${rooms.map((room) => (room.includes('-') ? room : `${room}-`)).join('|')})`;

/** The messages of some rooms alone. @param {string} text @param {readonly string[]} rooms */
export const roomsAlone = (text, rooms) =>
  rooms.length ? [...text.matchAll(new RegExp(`^${beginning(rooms)}.*\\n(?: .*\\n)*`, 'gm'))].join('') : '';

/** The same without the messages of some rooms. @param {string} text @param {readonly string[]} rooms */
export const withoutRooms = (text, rooms) =>
  rooms.length ? text.replace(new RegExp(`^${beginning(rooms)}.*\\n(?: .*\\n)*`, 'gm'), '') : text;

/** Wherever a script says something of these rooms, or a message that is left does. @param {string} code @param {readonly string[]} rooms @returns {string[]} */
export function allSaidOf(code, rooms) {
  if (!rooms.length) return [];
  const messages = beginning(rooms);
  const keys = messages.replaceAll('-', '\\.');
  return [...code.matchAll(new RegExp(`["'\`]${keys}[^"'\`]*|\\{ ${messages}\\w[^}]*`, 'g'))].map(([said]) => said);
}

/** @param {string} code @param {readonly string[]} rooms */
export const saidOf = (code, rooms) => allSaidOf(code, rooms)[0];

/** A language besides English, all of it in one module. */
const OTHER = /\/web\/words\/(?!en\.)[a-z]{2,3}\.js$/;

/** @typedef {{name: string, code: string, imports: string[], later: string[], brings: string[], isEntry: boolean, speaks?: boolean}} Piece of a build: what it imports at once and later, which words it brings; speaks: it is a language */

/**
 * Where some words are there when a piece runs: it brings them itself or with what it imports at once, or they were there wherever it
 * is called from.
 * @param {Piece[]} pieces @param {readonly string[]} sets any of these has the words @returns {Set<string>} names of pieces
 */
export function wordsThere(pieces, sets) {
  const brings = (/** @type {Piece} */ {name}) => sets.some((set) => broughtBy(name, pieces).has(set));
  const there = new Set(pieces.filter((one) => !one.isEntry || brings(one)).map(({name}) => name));
  const lacks = (/** @type {Piece} */ one) => {
    const callers = pieces.filter(({imports, later}) => imports.includes(one.name) || later.includes(one.name));
    return there.has(one.name) && !brings(one) && !callers.every(({name}) => there.has(name));
  };
  for (let found; (found = pieces.find(lacks));) there.delete(found.name);
  return there;
}

/** What a piece brings with all that it imports at once. @param {string} name @param {Piece[]} pieces */
function broughtBy(name, pieces) {
  const seen = new Set([name]);
  for (const one of seen) for (const next of pieces.find((piece) => piece.name === one)?.imports ?? []) seen.add(next);
  return new Set(pieces.filter((piece) => seen.has(piece.name)).flatMap(({brings}) => brings));
}

/**
 * @param {{without?: readonly string[], apart?: Readonly<Record<string, readonly string[]>>, beside?: boolean}} [which] without: rooms that
 *     nothing in this script says, which is checked; apart: those that come with modules of their own, which nothing may say where these
 *     are not there; beside: other languages stand beside the script, in the same file
 * @returns {import('vite').Plugin}
 */
export function terseWords({without = [], apart = {}, beside = false} = {}) {
  const all = Object.values(apart).flat();
  const left = (/** @type {string} */ code, /** @type {string} */ id) => {
    const [, set] = /\?(\w+)$/.exec(id) ?? [];
    if (OTHER.test(id)) return beside ? `export default '';` : code;
    if (!/\/en(\/\w+)?\.js/.test(id)) return withoutRooms(terse(code), without);
    if (/\/course\/\w+\.js/.test(id)) return set ? code.replace(/\.js';/g, `.js?${set}';`) : code;
    if (/\/course\/\w+\/\w+\.js/.test(id) && all.length)
      return `export default ${JSON.stringify(courseParted(textOf(terse(code)), set === 'more'))};`;
    if (set) return `export default ${JSON.stringify(roomsAlone(textOf(terse(code)), apart[set] ?? []))};`;
    return withoutRooms(terse(code), [...without, ...all]);
  };
  return {
    name: 'unrolled-terse-words',
    enforce: 'pre',
    transform: (code, id) =>
      /\/web\/words\/((?:course|exercise|class)\/)?[a-z]{2}(-\w+)?(\/\w+)?\.js(\?\w+)?$/.test(id)
        ? {code: left(code, id), map: null}
        : null,
    generateBundle(_, bundle) {
      const pieces = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? [pieceOf(chunk)] : []));
      const owners = (/** @type {string} */ said) => Object.keys(apart).filter((set) => saidOf(said, apart[set]));
      for (const {name, code, speaks} of pieces) {
        if (speaks) continue; // it says nothing, and is there to be said
        const lacks = (/** @type {string} */ said) => !wordsThere(pieces, owners(said)).has(name);
        const said = [...allSaidOf(code, without), ...allSaidOf(code, all).filter(lacks)];
        if (said.length)
          this.error(
            `${name} says ${[...new Set(said)].join(' ')}, the words of which are not there (tools/vite_words.mjs)`,
          );
      }
    },
  };
}

/** @param {import('vite').Rollup.OutputChunk} chunk @returns {Piece} */
function pieceOf({fileName, code, imports, dynamicImports, modules, isEntry}) {
  const brings = Object.keys(modules).flatMap((id) => /\/web\/words\/en\.js\?(\w+)$/.exec(id)?.slice(1) ?? []);
  const speaks = Object.keys(modules).some((id) => OTHER.test(id)) && !isEntry;
  return {name: fileName, code, imports, later: dynamicImports, brings, speaks, isEntry};
}

/** What a language's file says. @param {string} code */
const textOf = (code) => /`([^`]*)`/.exec(code)?.[1] ?? '';
