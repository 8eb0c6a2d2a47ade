// The markup of an html`` template: the text between its tags, its attributes, and which expression stands where.

/** The place of an expression within markup. */
export const HOLE = '\u0001';
const HOLES = /\u0001(\d+)\u0001/g;
const TOKEN = /<!--[^]*?-->|<(style|script)\b[^]*?<\/\1>|<(?:\/?[\w-]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</g;
const ATTRIBUTE = /([.?@]?[\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/g;

/**
 * attribute: '' for text between tags; text: without what is put in; holes: the expressions in it; quasi, offset: where
 * it begins.
 * @typedef {{attribute: string, text: string, holes: number[], quasi: number, offset: number}} Part
 */

/** @param {string[]} quasis what is written between the expressions @returns {Part[]} */
export function partsOf(quasis) {
  const markup = quasis.reduce((before, quasi, i) => `${before}${HOLE}${i - 1}${HOLE}${quasi}`);
  return [...markup.matchAll(TOKEN)].flatMap(({0: token, 2: attributes, index}) => {
    if (!token.startsWith('<')) return [part('', token, markup.slice(0, index + token.search(/\p{L}|$/u)))];
    const from = index + token.indexOf(attributes ?? '');
    return [...(attributes ?? '').matchAll(ATTRIBUTE)].map((match) =>
      part(match[1], match[2], markup.slice(0, from + match.index)),
    );
  });
}

/** @param {string} attribute @param {string} text @param {string} before all the markup before it @returns {Part} */
function part(attribute, text, before) {
  const holes = [...text.matchAll(HOLES)].map(([, hole]) => Number(hole));
  const rest = before.slice(before.lastIndexOf(HOLE) + 1);
  const value = attribute ? text.replace(/^["']|["']$/g, '') : text;
  const written = value
    .replace(HOLES, ' ')
    .replace(/&#?\w+;/g, ' ')
    .trim();
  return {attribute, text: written, holes, quasi: [...before.matchAll(HOLES)].length, offset: rest.length};
}
