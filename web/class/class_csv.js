// The class as a table for the grade book: one line a student, everything that the page shows. Pure.
import {hasReached} from './predictions.js';

/** @typedef {import('./types').Row} Row @typedef {import('./types').Checked} Checked @typedef {import('../elements/save/csv.js').Cell} Cell */

/** @param {Row[]} rows @returns {string[]} */
export function classHead(rows) {
  const exercise = rows[0]?.student.exercise;
  return [
    ...[
      'name',
      'prediction',
      'prediction_text',
      'prediction_right',
      'goals_reached',
      'goals',
      'all_goals',
      'runs',
      'steps',
    ],
    ...['seconds', 'hints', 'answers_right', 'answers_judged', 'trained_again', 'seed', 'checksum_fits', 'source'],
    ...modelsOf(rows).map((name) => `score_${name}`),
    ...(exercise?.asks ?? []).map((_, k) => `answer_${k + 1}`),
  ];
}

/** @param {Row[]} rows @param {(row: Row) => Checked} checkedOf @returns {Cell[][]} */
export function classRows(rows, checkedOf) {
  const models = modelsOf(rows);
  return rows.map((row) => [
    ...personal(row),
    ...trained(row, checkedOf(row)),
    ...models.map((name) => row.outcome.find((one) => one.name === name)?.value),
    ...answersOf(row),
  ]);
}

/** @param {Row[]} rows */
const modelsOf = (rows) => [...new Set(rows.flatMap(({outcome}) => outcome.map(({name}) => name)))];

const yes = (/** @type {boolean | null} */ is) => (is === null ? '' : is ? 'yes' : 'no');

/** A text begins with what can be seen: what a spreadsheet would skip might hide a formula. @param {unknown} text */
const plain = (text) => String(text ?? '').replace(/^[\s\u200b\ufeff]+/, '');

/** @param {Row} row @returns {Cell[]} */
function personal(row) {
  const {
    name,
    prediction: {index, right},
    reached,
    goals,
    student,
  } = row;
  const choice = typeof index === 'number' ? student.exercise.choices[index] : null;
  return [
    plain(name),
    typeof index === 'number' ? index + 1 : (index ?? ''),
    plain(choice?.text),
    yes(right),
    reached,
    goals,
    yes(!goals || hasReached(row)),
  ];
}

/** @param {Row} row @param {Checked} checked @returns {Cell[]} */
function trained({runs, steps, seconds, hints, right, judged, student}, {standing}) {
  const {taken, intact, source} = student;
  return [runs, steps, seconds, hints, right, judged, standing, taken.runs.at(-1)?.seed, yes(intact), plain(source)];
}

/** Of a choice its number, from 1. @param {Row} row @returns {Cell[]} */
function answersOf({student: {exercise, taken}}) {
  return (exercise.asks ?? []).map(({kind}, k) => {
    const answer = taken.answers[k];
    if (answer === null || answer === undefined) return '';
    if (kind === 'text') return plain(answer);
    return kind === 'choice' ? Number(answer) + 1 : Number(answer);
  });
}
