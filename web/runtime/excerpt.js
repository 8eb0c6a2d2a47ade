// The passage that every model is shown when one looks inside.

const CHARACTERS = 64;

export class Excerpt {
  text = '';
  #own = false;

  /** @param {string} text what somebody typed; '' for the held-out passage again */
  choose(text) {
    this.text = text;
    this.#own = text !== '';
  }

  /** Takes a passage from a text unless there is one already. @param {Uint8Array} bytes UTF-8 */
  offer(bytes) {
    if (!this.text) this.text = heldOutExcerpt(bytes);
  }

  /** There is another text now; what somebody typed stays. */
  forget() {
    if (!this.#own) this.text = '';
  }
}

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
