// The course: one folder a chapter, in the order of the story. What the path of chapters shows of each is here; the rest comes
// when it is opened. Their words are course.<id>.… in web/words/course.

/** @typedef {import('./types').Chapter} Chapter */
/** @typedef {{id: string, minutes: number, load: () => Promise<Chapter>}} Entry */

/** @type {readonly Entry[]} */
export const CHAPTERS = Object.freeze([
  {id: 'forgets', minutes: 4, load: async () => (await import('./forgets/chapter.js')).chapter},
]);

/** @param {string} id */
export const entryOf = (id) => CHAPTERS.find((entry) => entry.id === id);
