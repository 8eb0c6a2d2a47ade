// Colour scales of our own, made in OKLab so that equal steps of value look like equal steps of colour.
// "Nothing happens here" is the paper's own colour, in the light theme as in the dark one: what stands out is data.

const SEQUENTIAL = {
  light: '#f9f7ee #d9eacd #9fe1c9 #6ccac7 #3eafc7 #278ebb #286cab #284785 #21265f',
  dark: '#191c22 #262c48 #353d72 #385990 #3577ab #299db8 #4ac0b9 #99e1a2 #faf392',
};
const DIVERGING = {
  light: '#17397b #25599d #367ac1 #609ed7 #89c2ed #c1ddf0 #f8f7f2 #f4d5ba #eeb380 #d88b55 #c06325 #9b481b #772e11',
  dark: '#b0e8ff #84c7f2 #58a5e4 #3e7dba #255691 #223856 #191c22 #4c2f25 #824121 #af622d #de8639 #eeb26c #fadf9c',
};

/** How many distinct colours a scale is cut into: more than an eye can tell apart, few enough to keep fillStyle warm. */
const LEVELS = 64;

/** @param {string} hex "#rrggbb" @returns {[number, number, number]} 0..255 */
export function parseHex(hex) {
  const n = parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/** @param {string[]} stops @param {number} at 0..1 @returns {string} "rgb(r,g,b)" */
function mix(stops, at) {
  const place = at * (stops.length - 1);
  const k = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [parseHex(stops[k]), parseHex(stops[k + 1])];
  const [r, g, l] = a.map((v, i) => Math.round(v + (b[i] - v) * (place - k)));
  return `rgb(${r},${g},${l})`;
}

/** @param {string} colour of a scale @returns {number} red, green, blue and full opacity, a byte each */
export function pixelOf(colour) {
  const [red, green, blue] = colour.slice(4, -1).split(',').map(Number);
  return ((red << 24) | (green << 16) | (blue << 8) | 255) >>> 0;
}

/**
 * @param {'sequential' | 'diverging'} kind
 * @param {boolean} dark
 * @returns {string[]} LEVELS colours from the lowest value to the highest
 */
export function scaleTable(kind, dark) {
  const stops = (kind === 'diverging' ? DIVERGING : SEQUENTIAL)[dark ? 'dark' : 'light'].split(' ');
  return Array.from({length: LEVELS}, (_, i) => mix(stops, i / (LEVELS - 1)));
}

/**
 * A function from value to colour; values outside the range take the end colours, NaN takes the middle.
 * @param {'sequential' | 'diverging'} kind
 * @param {number} low
 * @param {number} high
 * @param {boolean} dark
 * @returns {(value: number) => string}
 */
export function colourScale(kind, low, high, dark) {
  const table = scaleTable(kind, dark);
  const gain = high > low ? (LEVELS - 1) / (high - low) : 0;
  return (value) => {
    const level = Math.round((value - low) * gain);
    return table[level >= 0 ? Math.min(level, LEVELS - 1) : level < 0 ? 0 : LEVELS >> 1];
  };
}
