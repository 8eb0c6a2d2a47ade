// The chart read with the keyboard.

const MOVES = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Escape'];
/** Of a cursor that is nowhere. */
const AWAY = -10;

/** @param {string} key */
export const isMove = (key) => MOVES.includes(key);

/** Where a key leads from where the cursor is, or from the newest test. @param {{key: string, shiftKey: boolean}} pressed @param {import('uplot')} plot @param {number} end of the x axis @returns {number} of the cursor, in pixels */
export function leftAfter({key, shiftKey}, plot, end) {
  const [width, last] = [plot.over.clientWidth, plot.valToPos(end, 'x')];
  const {left = AWAY} = plot.cursor;
  const now = left >= 0 ? left : last;
  const stride = shiftKey ? width / 10 : width / 100;
  /** @type {Record<string, number>} */
  const moves = {ArrowLeft: now - stride, ArrowRight: now + stride, Home: 1, End: last};
  return key in moves ? Math.max(1, Math.min(last, moves[key])) : AWAY;
}
