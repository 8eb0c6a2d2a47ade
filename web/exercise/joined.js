// Two records of one attempt, as another tab or a host has them: nothing of either is lost that was said. Pure.

/** @typedef {import('./types').Taken} Taken */

/** @param {Taken} mine @param {Taken} theirs @returns {Taken} where both said something else, what is mine */
export function joined(mine, theirs) {
  const {runs, goals} = further(theirs, mine) ? theirs : mine;
  return {
    ...mine,
    name: mine.name || theirs.name,
    prediction: mine.prediction ?? theirs.prediction,
    answers: mine.answers.map((answer, k) =>
      answer === null || answer === '' ? (theirs.answers[k] ?? answer) : answer,
    ),
    found: {...theirs.found, ...mine.found},
    runs,
    goals,
    hints: Math.max(mine.hints, theirs.hints),
    seconds: Math.max(mine.seconds, theirs.seconds),
    finished: mine.finished || theirs.finished,
  };
}

/** Goals first, then runs. @param {Taken} one @param {Taken} other */
function further(one, other) {
  const reached = (/** @type {Taken} */ {goals}) => goals.filter(Boolean).length;
  return (reached(one) - reached(other) || one.runs.length - other.runs.length) > 0;
}
