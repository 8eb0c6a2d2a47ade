// What a model answered to the held-out examples that are shown, at its last test and at the one before: which of the answers came
// right, went wrong, or are another mistake now. Pure, but for the two tests that it keeps of each model.

/** @typedef {import('../../runtime/types').Examples} Examples @typedef {import('../../runtime/types').Item} Item */
/** @typedef {{before: Examples | null, now: Examples}} Tests */
/** @typedef {'right' | 'wrong' | 'other' | ''} Change came right, went wrong, is wrong in another way; or none of these */

export class AnswersBefore {
  /** @type {WeakMap<object, Tests>} */
  #tests = new WeakMap();

  /** Of a model, whenever it has answered. @param {object} runner @param {Examples | null | undefined} examples */
  add(runner, examples) {
    const known = this.#tests.get(runner);
    if (!examples) return void this.#tests.delete(runner);
    if (known?.now === examples) return;
    if (!known || !follows(known.now, examples)) return void this.#tests.set(runner, {before: null, now: examples});
    const again = examples.step === known.now.step; // the same test, answered once more
    this.#tests.set(runner, {before: again ? known.before : known.now, now: examples});
  }

  /** @param {object} runner @returns {{before: Examples, now: Examples} | null} null before the second test */
  of(runner) {
    const tests = this.#tests.get(runner);
    return tests?.before ? {before: tests.before, now: tests.now} : null;
  }
}

/** Whether they are the same examples, by a model that has learned on. @param {Examples} before @param {Examples} now */
function follows(before, now) {
  return before.set === now.set && before.first === now.first && before.step <= now.step && sameQuestions(before, now);
}

/** @param {Examples} before @param {Examples} now */
function sameQuestions({items}, now) {
  return (
    items.length === now.items.length && items.every(({given}, i) => written(given) === written(now.items[i].given))
  );
}

/** @param {unknown} content */
const written = (content) => JSON.stringify(content);

/** One an example that is shown. @param {{before: Examples, now: Examples}} tests @returns {Change[]} */
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

/** As a whole; null: nobody knows. @param {Item} item */
export function rightOf({right}) {
  const known = right?.filter((one) => one !== null) ?? [];
  return known.length ? known.every(Boolean) : null;
}
