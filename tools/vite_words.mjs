// A Vite plugin: the texts of web/words travel without what is only for those who write them.

/** A language's file without comments, empty lines and the depth of its indents. @param {string} text */
export function terse(text) {
  return text
    .replace(/^#.*\n/gm, '')
    .replace(/^ +/gm, ' ')
    .replace(/\n\n+/g, '\n');
}

/** Rooms whose words come with the parts that say them (web/words/late.js). */
export const LATE = [
  'best compare differences early ending files inside menu news',
  'own player predicate runs share spent store term varied verdict',
].flatMap((rooms) => rooms.split(' '));

/** The messages of some rooms alone. @param {string} text @param {string[]} rooms */
const roomsAlone = (text, rooms) =>
  [...text.matchAll(new RegExp(`^(?:${rooms.join('|')})-.*\\n(?: .*\\n)*`, 'gm'))].join('');

/** The same without the messages of some rooms. @param {string} text @param {string[]} rooms */
export const withoutRooms = (text, rooms) =>
  rooms.length ? text.replace(new RegExp(`^(?:${rooms.join('|')})-.*\\n(?: .*\\n)*`, 'gm'), '') : text;

/** Where a script says something of one of these rooms, or a message that is left does. @param {string} code @param {string[]} rooms */
export function saidOf(code, rooms) {
  return new RegExp(`["'\`](?:${rooms.join('|')})\\.[^"'\`]*|\\{ (?:${rooms.join('|')})-\\w[^}]*`).exec(code)?.[0];
}

/**
 * @param {{without?: string[], late?: string[]}} [which] without: rooms that nothing in this script says, which is checked;
 *     late: those that come after the page, which no chunk of the first visit may say
 * @returns {import('vite').Plugin}
 */
export function terseWords({without = [], late = []} = {}) {
  const left = (/** @type {string} */ code, /** @type {string} */ id) => {
    if (id.endsWith('?late')) return `export default ${JSON.stringify(roomsAlone(textOf(terse(code)), late))};`;
    return withoutRooms(terse(code), [...without, ...late]);
  };
  return {
    name: 'unrolled-terse-words',
    enforce: 'pre',
    transform: (code, id) =>
      /\/web\/words\/(course\/)?[a-z]{2}(-\w+)?\.js(\?late)?$/.test(id) ? {code: left(code, id), map: null} : null,
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const rooms = chunk.isEntry ? [...without, ...late] : without;
        const said = rooms.length && saidOf(chunk.code, rooms);
        if (said) this.error(`${chunk.fileName} says ${said}, the words of which are not there (tools/vite_words.mjs)`);
      }
    },
  };
}

/** What a language's file says. @param {string} code */
const textOf = (code) => /`([^`]*)`/.exec(code)?.[1] ?? '';
