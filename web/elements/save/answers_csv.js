// What all models answer to held-out examples, as a table. Pure.
import {isRight, writtenOut} from '../answers/tokens_view.js';

/** @typedef {import('../../runtime/types').Item} Item @typedef {import('./csv.js').Cell} Cell */
/** @typedef {{runner: {name: string}, examples: {step: number, set: string, first: number, items: Item[]}}} Answering */

const WHICH = ['model', 'step', 'set', 'example_from_1'];

/** @param {boolean} waves whether answers are numbers over time */
export function answersHead(waves) {
  if (waves) return [...WHICH, 'time_from_1', 'column_from_1', 'given_or_right', 'answer'];
  return [...WHICH, 'right_answer', 'answer', 'is_right', 'probability_of_answer'];
}

/** @param {Answering[]} answering @param {boolean} waves @returns {Iterable<Cell[]>} */
export function* answersRows(answering, waves) {
  for (const {runner, examples} of answering)
    for (const [i, item] of examples.items.entries()) {
      const which = [runner.name, examples.step, examples.set, examples.first + i + 1];
      if (waves) for (const row of numbersOf(item)) yield [...which, ...row];
      else yield [...which, ...answerOf(item)];
    }
}

/** @param {Item} item @returns {Cell[][]} */
function numbersOf({given, target, answer}) {
  const [right, said] = [target?.numbers ?? given.values ?? [], answer.numbers ?? []];
  const times = Array.from({length: Math.max(right.length, said.length)}, (_, t) => t);
  return times.flatMap((t) => {
    const columns = Array.from({length: Math.max(right[t]?.length ?? 0, said[t]?.length ?? 0)}, (_, c) => c);
    return columns.map((c) => [t + 1, c + 1, right[t]?.[c], said[t]?.[c]]);
  });
}

/** @param {Item} item @returns {Cell[]} */
function answerOf(item) {
  const right = isRight(item);
  const sure = item.probabilities ? Math.max(...item.probabilities) : item.probability?.[0];
  const verdict = right === null ? null : right ? 'yes' : 'no';
  return [writtenOut(item.target?.symbols ?? []), writtenOut(item.answer.symbols ?? []), verdict, sure];
}
