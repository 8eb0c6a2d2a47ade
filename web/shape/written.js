// An address as people hand it on: whole or only its hash, percent-encoded, from a mail, at the end of a sentence.
import {ENCODED_LIMIT} from '../state/link_limit.js';

const LIMIT = 4 * ENCODED_LIMIT; // characters; more than this is no address
/** What stands behind a link, but is no part of one. */
const MARKS = ' "\'“”‘’«»<>()[]{},.;:!?…`|';
const PARAMETER = /^([a-z_]+)=(.*)$/s;

/**
 * What it may say, the likeliest first: as it stands up to the first space, and without the spaces and line breaks of a mail.
 * @param {string} written @returns {{parameters: URLSearchParams, foreign: boolean}[]} foreign: it names no experiment, and
 *     is no list of readable parameters either
 */
export function readings(written) {
  const text = decoded(written.slice(0, LIMIT)).replaceAll('&amp;', '&').trim();
  const from = Math.max(0, text.search(/(?:^|[#?&])x=/));
  const apart = text.slice(0, from) + text.slice(from).split(/\s/, 1)[0];
  const joined = text.replace(/\s+(?:>\s*)*/g, '');
  return [...new Set([apart, joined])].map(read);
}

/** Some programs encode a link once more. @param {string} text */
function decoded(text) {
  try {
    for (let i = 0; i < 2 && /%[0-9a-f]{2}/i.test(text); i++) text = decodeURIComponent(text);
  } catch {
    // A percent sign of its own.
  }
  return text;
}

/** @param {string} text */
function read(text) {
  let end = text.length;
  while (end > 0 && MARKS.includes(text[end - 1])) end--;
  const pieces = text.slice(0, end).split(/[#&]/).filter(Boolean);
  const pairs = pieces.flatMap((piece) => {
    const [, name, value = ''] = PARAMETER.exec(piece) ?? [];
    return name ? [[name, name === 'x' ? (/^[\w-]*/.exec(value)?.[0] ?? '') : value]] : [];
  });
  const parameters = new URLSearchParams(pairs);
  return {parameters, foreign: !parameters.has('x') && pairs.length < pieces.length};
}
