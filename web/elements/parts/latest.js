/**
 * One reading for everybody who shows it: read anew by whoever asks first after it was outdated, so that two who redraw at
 * their own pace never show different numbers, and the last of them shows the latest.
 * @template T
 */
export class Latest {
  #outdated = true;
  /** @type {T | undefined} */
  #value;

  /** @param {() => T} read */
  constructor(read) {
    this.read = read;
  }

  outdate() {
    this.#outdated = true;
  }

  get value() {
    if (this.#outdated) this.#value = this.read();
    this.#outdated = false;
    return /** @type {T} */ (this.#value);
  }
}
