// The course: one folder a chapter, in the order of the story. What the path of chapters shows of each is here; the rest comes
// when it is opened. Their words are course.<id>.… in web/words/course.

/** @typedef {import('./types').Chapter} Chapter @typedef {import('./types').Recorded} Recorded */
/** recorded: what is shown before anything runs @typedef {{id: string, minutes: number, load: () => Promise<Chapter>, recorded: () => Promise<Recorded>}} Entry */

/** @type {readonly Entry[]} */
export const CHAPTERS = Object.freeze([
  {
    id: 'rnn',
    minutes: 5,
    load: async () => (await import('./rnn/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./rnn/recorded.json')).default,
  },
  {
    id: 'forgets',
    minutes: 4,
    load: async () => (await import('./forgets/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./forgets/recorded.json')).default,
  },
  {
    id: 'why',
    minutes: 4,
    load: async () => (await import('./why/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./why/recorded.json')).default,
  },
  {
    id: 'gates',
    minutes: 4,
    load: async () => (await import('./gates/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./gates/recorded.json')).default,
  },
  {
    id: 'convolution',
    minutes: 4,
    load: async () => (await import('./convolution/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./convolution/recorded.json')).default,
  },
  {
    id: 'bottleneck',
    minutes: 4,
    load: async () => (await import('./bottleneck/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./bottleneck/recorded.json')).default,
  },
  {
    id: 'attention',
    minutes: 4,
    load: async () => (await import('./attention/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./attention/recorded.json')).default,
  },
  {
    id: 'transformer',
    minutes: 4,
    load: async () => (await import('./transformer/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./transformer/recorded.json')).default,
  },
  {
    id: 'induction',
    minutes: 4,
    load: async () => (await import('./induction/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./induction/recorded.json')).default,
  },
  {
    id: 'novel',
    minutes: 5,
    load: async () => (await import('./novel/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./novel/recorded.json')).default,
  },
  {
    id: 'blanks',
    minutes: 4,
    load: async () => (await import('./blanks/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./blanks/recorded.json')).default,
  },
  {
    id: 'shapes',
    minutes: 4,
    load: async () => (await import('./shapes/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./shapes/recorded.json')).default,
  },
  {
    id: 'cost',
    minutes: 4,
    load: async () => (await import('./cost/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./cost/recorded.json')).default,
  },
  {
    id: 'after',
    minutes: 5,
    load: async () => (await import('./after/chapter.js')).chapter,
    recorded: async () => /** @type {any} */ (await import('./after/recorded.json')).default,
  },
]);

/** What the page opens with: the one whose effect convinces soonest. */
export const OPENING = 'forgets';

/** @param {string} id */
export const entryOf = (id) => CHAPTERS.find((entry) => entry.id === id);

/** The one after it. @param {string} id @returns {Entry | undefined} */
export const entryAfter = (id) => CHAPTERS[CHAPTERS.findIndex((entry) => entry.id === id) + 1];
