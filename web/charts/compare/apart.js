// Pictures in which chapters show a cause, each fetched when the first of them shows it; the lab has all of them at once (index.js).

/** @typedef {import('./runs.js').Picture} Picture */

/** By their ids. @type {Readonly<Record<string, () => Promise<Picture>>>} */
export const BRING = Object.freeze({
  network: () => import('../network/index.js'),
  reach: () => import('./reach.js'),
  carried: () => import('../memory/carried_line.js'),
  kept: () => import('../memory/kept.js'),
  lengths: () => import('./lengths.js'),
  look: () => import('../look/look.js'),
  wait: () => import('../waiting/wait.js'),
});
