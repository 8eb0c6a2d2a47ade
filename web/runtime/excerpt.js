// The passage that every model is shown when one looks inside.

import {subjectOf} from '../state/subject.js';

/** @typedef {import('./types').Experiment['task']} Task */

const CHARACTERS = 64;

export class Excerpt {
  text = '';
  /** Of which text somebody typed it; '' where nobody did. */
  #typedFor = '';

  /**
   * @param {string} text what somebody typed; '' for the held-out passage again
   * @param {Task} task @param {string} title of its text
   */
  choose(text, task, title) {
    this.text = text;
    this.#typedFor = text && about(task, title);
  }

  /** Takes a passage from a text unless there is one already. @param {Uint8Array} bytes UTF-8 */
  offer(bytes) {
    if (!this.text) this.text = heldOutExcerpt(bytes);
  }

  /** The task was changed; what somebody typed stays while it is about the same text. @param {Task} task @param {string} title */
  forget(task, title) {
    if (this.#typedFor !== about(task, title)) this.text = this.#typedFor = '';
  }
}

/** @param {Task} task @param {string} title */
const about = (task, title) => `${subjectOf(task)} ${title}`;

/**
 * A passage from the held-out tenth of a text, which starts and ends with a word where there are words.
 * @param {Uint8Array} bytes UTF-8 @returns {string} at most 64 characters
 */
export function heldOutExcerpt(bytes) {
  const start = Math.floor(0.93 * bytes.length);
  const passage = new TextDecoder().decode(bytes.subarray(start, start + 8 * CHARACTERS)).replace(/^�+|�+$/g, '');
  const word = passage.search(/\s\S/) + 1;
  const cut = [...passage.slice(word)].slice(0, CHARACTERS).join('');
  const end = cut.search(/\s\S*$/);
  return end > CHARACTERS / 2 ? cut.slice(0, end) : cut;
}
