// A Vite plugin: the texts of web/words travel without what is only for those who write them.

/** A language's file without comments, empty lines and the depth of its indents. @param {string} text */
export function terse(text) {
  return text
    .replace(/^#.*\n/gm, '')
    .replace(/^ +/gm, ' ')
    .replace(/\n\n+/g, '\n');
}

/** @returns {import('vite').Plugin} */
export function terseWords() {
  return {
    name: 'unrolled-terse-words',
    enforce: 'pre',
    transform: (code, id) => (/\/web\/words\/[a-z]{2}(-\w+)?\.js$/.test(id) ? {code: terse(code), map: null} : null),
  };
}
