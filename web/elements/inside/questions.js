// What can be asked of one model, and what answers it: views of its taps, and pictures of what was measured. Pure.

/** @typedef {import('./view_choice.js').View} View @typedef {import('../../charts/compare/runs.js').Picture} Picture @typedef {import('../../charts/grid.js').Saying} Saying */
/** One of the two. @typedef {{id: string, title: Saying, view?: View, picture?: Picture}} Entry */
/** @typedef {{id: string, title: Saying, entries: Entry[]}} Question */

/**
 * @param {View[]} views that the model can fill @param {readonly Picture[]} pictures that can be measured of it
 * @returns {Question[]} each with at least one entry; what shows taps comes before what was measured
 */
export function questionsOf(views, pictures) {
  /** @type {Map<string, Question>} */
  const all = new Map();
  for (const view of views) {
    const id = questionOf(view);
    entered(all, id, {key: `inside.question.${id}`}, {id: view.meta.id, title: view.meta.title, view});
  }
  for (const picture of pictures) {
    const {id, title} = picture.meta;
    const beside = all.has(id);
    entered(all, id, title, {id: `measured-${id}`, title: beside ? {key: 'inside.measured'} : title, picture});
  }
  return [...all.values()];
}

/** @param {Map<string, Question>} all @param {string} id @param {Saying} title @param {Entry} entry */
function entered(all, id, title, entry) {
  const question = all.get(id) ?? {id, title, entries: []};
  question.entries.push(entry);
  all.set(id, question);
}

/** By what it shows: where a model looks, what it expects, which patterns it finds, what it remembers. @param {View} view */
function questionOf({meta: {taps}}) {
  const [tap] = taps;
  if (/attention|alignment/.test(tap)) return 'look';
  if (tap === 'probabilities') return 'expect';
  return tap.startsWith('conv.') || tap.startsWith('image_conv.') ? 'patterns' : 'memory';
}
