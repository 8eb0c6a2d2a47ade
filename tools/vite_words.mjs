// A Vite plugin: the texts of web/words travel without what is only for those who write them.

/** A language's file without comments, empty lines and the depth of its indents. @param {string} text */
export function terse(text) {
  return text
    .replace(/^#.*\n/gm, '')
    .replace(/^ +/gm, ' ')
    .replace(/\n\n+/g, '\n');
}

/** The same without the messages of some rooms. @param {string} text @param {string[]} rooms */
export const withoutRooms = (text, rooms) =>
  rooms.length ? text.replace(new RegExp(`^(?:${rooms.join('|')})-.*\\n(?: .*\\n)*`, 'gm'), '') : text;

/** Where a script says something of one of these rooms, or a message that is left does. @param {string} code @param {string[]} rooms */
export function saidOf(code, rooms) {
  return new RegExp(`["'\`](?:${rooms.join('|')})\\.[^"'\`]*|\\{ (?:${rooms.join('|')})-\\w[^}]*`).exec(code)?.[0];
}

/**
 * @param {{without?: string[]}} [which] without: rooms that nothing in this script says, which is checked
 * @returns {import('vite').Plugin}
 */
export function terseWords({without = []} = {}) {
  return {
    name: 'unrolled-terse-words',
    enforce: 'pre',
    transform: (code, id) =>
      /\/web\/words\/[a-z]{2}(-\w+)?\.js$/.test(id) ? {code: withoutRooms(terse(code), without), map: null} : null,
    generateBundle(_, bundle) {
      for (const chunk of without.length ? Object.values(bundle) : []) {
        const said = chunk.type === 'chunk' && saidOf(chunk.code, without);
        if (said) this.error(`${chunk.fileName} says ${said}, the words of which tools/build_web.mjs leaves out`);
      }
    },
  };
}
