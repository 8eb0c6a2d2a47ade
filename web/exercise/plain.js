// Text that somebody else typed: what turns text around, writes over it or cannot be seen is taken out. Pure.

/** Controls but the end of a line, marks and embeddings of direction, separators of lines, and what has no width. Joiners stay: scripts
 *  and pictures are written with them. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Of several lines. @param {string} text */
export const plain = (text) => text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(UNSEEN, '').trim(); // prettier-ignore

/** In one line. @param {string} text */
export const plainLine = (text) => plain(text.replace(/\s+/g, ' '));
