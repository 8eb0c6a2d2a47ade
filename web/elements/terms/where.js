// Where a definition stands: below its word, or above where there is no room, and within the window. Pure.

/** @typedef {{left: number, right: number, top: number, bottom: number}} Box */
/** @typedef {{width: number, height: number}} Size */

const GAP = 6; // pixels from the word
const EDGE = 8; // and from the edge of the window

/** @param {Box} word @param {Size} tip @param {Size} room of the window @returns {{left: number, top: number}} in pixels of the window */
export function whereToStand(word, tip, room) {
  const left = Math.max(EDGE, Math.min(word.left, room.width - tip.width - EDGE));
  const below = word.bottom + GAP;
  const fits = below + tip.height <= room.height - EDGE || word.top - GAP - tip.height < EDGE;
  return {left, top: fits ? below : word.top - GAP - tip.height};
}
