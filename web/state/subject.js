// What an experiment is about: its task and its data. Another subject has another name, and words for the one before do not fit.

/** @typedef {import('../runtime/types').Experiment} Experiment @typedef {Experiment['task']} Task */

/** @param {Task} task */
export function subjectOf({kind, corpus = ''}) {
  return `${kind} ${corpus}`;
}

/**
 * The same experiment, called after its task where it has become one about something else.
 * @param {Experiment} before @param {Experiment} now @param {{tasks: {kind: string, title: string}[]}} describe @returns {Experiment}
 */
export function renamed(before, now, {tasks}) {
  if (now.name !== before.name || subjectOf(now.task) === subjectOf(before.task)) return now;
  return {...now, name: tasks.find(({kind}) => kind === now.task.kind)?.title ?? now.task.kind};
}
