// What the parts of a chapter are written from, and what they can ask of the player. A part is three templates: what is said, what
// is seen, and what one can do; they always stand in the same places.

/** @typedef {import('../../learn/types').Lesson} Lesson @typedef {import('../../learn/types').Recorded} Recorded @typedef {import('../../learn/beats.js').Story} Story */
/** @typedef {import('../../runtime/race.js').Race} Race @typedef {import('../../state/view.js').View} View @typedef {import('./former_runs.js').Former} Former */
/**
 * @typedef {object} Scene
 * @property {Lesson} chapter @property {Race} race @property {View} view @property {Recorded | null} recorded
 * @property {Story} story @property {string | undefined} earlier what was predicted on an earlier visit
 * @property {boolean} compact in a frame
 * @property {Former | null} former what the models came to before the knob was moved
 * @property {boolean} busy the knob is being moved
 * @property {string | undefined} following id of the chapter after this one
 * @property {import('../../shape/shape.js').Shape} shape what is hidden, locked and opened
 * @property {(part: string) => boolean} hidden whoever gave the link does without it
 * @property {{asked: number, right: number}} score
 * @property {(question: string, id: string) => void} recall answer one on an earlier chapter
 * @property {(id: string) => void} predict @property {(id: string) => void} answer @property {() => void} start where nothing is predicted: what trains is watched
 * @property {(position: number) => void} turn
 * @property {(id: string) => (() => Promise<import('../../charts/compare/runs.js').Picture>)} [bring] how a picture comes that no chapter of ours shows
 * @property {(part: Partial<View>) => void} see looks at the curves otherwise
 * @property {() => void} forth @property {() => void} train @property {() => void} again @property {(id: string) => void} open another chapter @property {() => void} lab
 */
/** @typedef {{says: (scene: Scene) => unknown, figure: (scene: Scene) => unknown, act: (scene: Scene) => unknown, below?: (scene: Scene) => unknown, leads?: () => string}} Part below: beneath all of it; leads: what the button says that leads here, where it says something of its own */

export {};
