// What a model answered to the held-out examples that are shown, at its last test and at the one before: which of the answers came
// right, went wrong, or are another mistake now. Pure.
import {isRight} from '../answers/tokens_view.js';

/** @typedef {import('../../runtime/types').Examples} Examples @typedef {import('../../runtime/types').Item} Item */
/** @typedef {{before: Examples, now: Examples}} Tests the same examples at an earlier and a later step */
/** @typedef {'right' | 'wrong' | 'other' | ''} Change came right, went wrong, is wrong in another way; or none of these */

/** @param {{examples: Examples | null, examplesBefore: Examples | null}} record of a model @returns {Tests | null} null: there is nothing to compare */
export function testsOf({examples: now, examplesBefore: before}) {
  if (!now || !before || before.step >= now.step) return null;
  return before.set === now.set && before.first === now.first && sameQuestions(before, now) ? {before, now} : null;
}

/** @param {Examples} before @param {Examples} now */
function sameQuestions({items}, now) {
  return (
    items.length === now.items.length && items.every(({given}, i) => written(given) === written(now.items[i].given))
  );
}

/** @param {unknown} content */
const written = (content) => JSON.stringify(content);

/** One an example that is shown. @param {Tests} tests @returns {Change[]} */
export function changesOf({before, now}) {
  return now.items.map((item, i) => changeOf(before.items[i], item));
}

/** @param {Item} before @param {Item} now @returns {Change} */
function changeOf(before, now) {
  const [was, is] = [rightOf(before), rightOf(now)];
  if (was === null || is === null) return '';
  if (was !== is) return is ? 'right' : 'wrong';
  return !is && written(before.answer) !== written(now.answer) ? 'other' : '';
}

/** As a whole; null: nobody knows, since nothing was asked. @param {Item} item */
export const rightOf = (item) => (item.right?.some((one) => one !== null) ? isRight(item) : null);
