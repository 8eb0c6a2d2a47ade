// The name of a model where there is less room than it takes. It begins with a kind, which colour and neighbours tell as well, and ends with
// what tells it from others ("Transformer without positions"): the kind gives way first.

/** So much of the kind is still one. */
const LEAST = 2;

/** @param {string} name @param {(text: string) => boolean} fits @returns {string} at least a letter of it */
export function shortName(name, fits) {
  if (fits(name)) return name;
  const [kind, ...others] = name.split(' ');
  for (let k = kind.length - 1; others.length && k >= LEAST; k--) {
    const text = `${kind.slice(0, k)}… ${others.join(' ')}`;
    if (fits(text)) return text;
  }
  const ends = others.slice(1).map((_, i) => `… ${others.slice(i + 1).join(' ')}`);
  return ends.find(fits) ?? cut(name, fits);
}

/** @param {string} name @param {(text: string) => boolean} fits */
function cut(name, fits) {
  const characters = [...name];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The same in a picture, whose type is not measured. @param {string} name @param {number} pixels @param {number} size of the type */
export const fittedName = (name, pixels, size) => shortName(name, (text) => [...text].length * 0.62 * size <= pixels);
