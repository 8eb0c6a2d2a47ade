// What the folds of the maker are written from, and what they can do.

/** @typedef {import('../../exercise/make/types').Draft} Draft @typedef {import('../../exercise/types').Exercise} Exercise */
/**
 * @typedef {object} Desk
 * @property {Draft} draft
 * @property {import('../../runtime/types').Description} describe
 * @property {string[]} names of the models, as the player has them
 * @property {import('../../facts/types').Facts | null} facts of what the race came to, where one was trained
 * @property {readonly import('../../exercise/make/types').Tried[]} runs what seeds came to
 * @property {(part: Partial<Draft>) => void} change
 * @property {(part: Partial<Exercise>) => void} write of the exercise
 * @property {(name: string) => boolean} opened whether something small is unfolded, such as a reply
 * @property {(name: string) => void} toggle
 */

export {};
