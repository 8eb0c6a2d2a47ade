// Text that somebody else typed: what turns text around, writes over it or cannot be seen is taken out. Pure.

/** Controls but the end of a line, marks and embeddings of direction, separators of lines, and what has no width. Joiners stay, scripts
 *  and pictures are written with them; the invisible operators of formulas, too. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2065-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/** More marks than these on a letter would cover the lines around it. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/** As it stands, otherwise. @param {string} text */
export const seen = (text) => text.replace(UNSEEN, '').replace(PILED, '$1');

/** Of several lines. @param {string} text */
export const plain = (text) => seen(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).trim();

/** In one line. @param {string} text */
export const plainLine = (text) => plain(text.replace(/\s+/g, ' '));
