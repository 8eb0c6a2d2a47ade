// A Vite plugin: the style sheets and templates inside the elements travel without what only makes them readable; nothing else
// of a build looks into a template.

/** Strings keep their spaces, and so do the edges, beside which a value may be put in. @param {string} css */
const squeezed = (css) =>
  css
    .split(/('[^']*'|"[^"]*")/)
    .map((part, i) =>
      i % 2
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?|(:) /g, '$1$2')
            .replace(/;}/g, '}'),
    )
    .join('');

/** A module with its css`…` squeezed. @param {string} code */
export const terseStyles = (code) =>
  code.replace(
    /\bcss`([^`]*)`/g,
    (_, css) =>
      `css\`${css
        .replace(/\/\*.*?\*\//gs, '')
        .split(/(\$\{[^}]*\})/)
        .map(edged)
        .join('')}\``,
  );

/** @param {string} part of a style sheet, or in the odd places what is put in between @param {number} i */
function edged(part, i) {
  if (i % 2 || part.trim() === '') return part;
  const [before] = part.match(/^\s/) ?? [''];
  const [after] = part.match(/\s$/) ?? [''];
  return before.trim() + (before && ' ') + squeezed(part.trim()) + (after && ' ');
}

/** Lines of templates begin at the left; that there is a space remains. @param {string} code of an element */
export const atTheLeft = (code) => code.replace(/\n +/g, '\n');

/** @returns {import('vite').Plugin} */
export function withoutSpaces() {
  return {
    name: 'unrolled-terse-styles',
    enforce: 'pre',
    apply: 'build',
    transform: (code, id) => {
      if (!/\/web\/(elements|styles)\/.*\.js$/.test(id)) return null;
      return {code: atTheLeft(terseStyles(code)), map: null};
    },
  };
}
