// Where an exercise can be taken to as a file: one entry a kind of host. What makes the file comes when it is wanted.

/** @typedef {import('../shape/page.js').Page & {exercise: import('../exercise/types').Exercise}} ExercisePage */
/** @typedef {{page: ExercisePage, root: string, hash: string, title: string, height: number, lang: string, poster?: string}} Made what was made, with the student's hash and the address of the home */
/**
 * id: its name in words, "make.host_<id>" unless title says it; make: the file to be saved
 * @typedef {{id: string, title: () => string, make: (made: Made) => Promise<{name: string, blob: Blob}>}} Host
 */

/** In the order in which they are offered. @type {readonly Host[]} */
export const HOSTS = Object.freeze([]);
