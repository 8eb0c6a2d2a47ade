// Short codes out of what was pasted: one after the other, with whatever stands between them, and broken as mails break lines.
import {readCode} from '../exercise/code.js';
import {Refusal, digestOf} from './read_receipt.js';

/** @typedef {import('./types').Student} Student @typedef {import('../exercise/types').Exercise} Exercise */
/** What the link beside the codes says. @typedef {{experiment: Student['experiment'], exercise: Exercise, hash: string, arithmetic: number, lock: readonly string[]}} Given */

/** In so many pieces a code may have been broken. */
const PIECES_LIMIT = 60;

/** @param {string} text @returns {string[]} each from where a code begins to where the next one does */
export const codesIn = (text) => text.split(/(?=UR1-)/).filter((piece) => piece.startsWith('UR1-'));

/** What a code is called before anybody knows whose it is. @param {string} piece */
export const nameOfCode = (piece) => `${piece.replace(/\s.*/s, '').slice(0, 16)}…`;

/** @param {string} piece @param {Given | null} given @returns {Promise<Omit<Student, 'id'>>} @throws Refusal */
export async function readPiece(piece, given) {
  if (!given) throw new Refusal('needs_link');
  const taken = await takenIn(piece, given);
  if (typeof taken === 'string') throw new Refusal(taken === 'other' ? 'code_other' : 'code_damaged');
  const {experiment, exercise, hash, arithmetic, lock} = given;
  const digest = await digestOf(taken);
  return {
    source: nameOfCode(piece),
    code: true,
    experiment,
    exercise,
    hash,
    taken,
    lock,
    data: null,
    arithmetic,
    digest,
    intact: true,
  };
}

/** As many of its pieces as make a whole code. @param {string} piece @param {Given} given */
async function takenIn(piece, {exercise, hash}) {
  const parts = piece.trim().split(/\s+/).slice(0, PIECES_LIMIT);
  for (let count = 1; count <= parts.length; count++) {
    const taken = await readCode(parts.slice(0, count).join(''), exercise, hash);
    if (taken !== 'damaged') return taken;
  }
  return 'damaged';
}
