// What is there twice: the same file, the same person, the same weights although seeds follow from names. Pure.

/** @typedef {import('./types').Student} Student @typedef {import('../words/words.js').Saying} Saying */
/** @typedef {{students: Student[], why: Saying}} Alike */

/** @template T @param {T[]} all @param {(one: T) => string} key '' for none @returns {T[][]} those of which there are at least two */
function groups(all, key) {
  /** @type {Map<string, T[]>} */
  const by = new Map();
  for (const one of all) if (key(one)) by.set(key(one), [...(by.get(key(one)) ?? []), one]);
  return [...by.values()].filter((group) => group.length > 1);
}

/** Letters alone make a name. @param {Student} student */
export const personOf = ({taken}) => taken.name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The same arrived more than once: only the first counts. @param {Student[]} all @returns {{kept: Student[], again: Student[]}} */
export function withoutRepeats(all) {
  /** @type {Set<string>} */
  const seen = new Set();
  const isNew = (/** @type {Student} */ {digest}) => !seen.has(digest) && !!seen.add(digest);
  const kept = all.filter(isNew);
  return {kept, again: all.filter((one) => !kept.includes(one))};
}

/** @param {Student[]} students each of another file @returns {Alike[]} */
export function alikeOf(students) {
  const people = groups(students, personOf).map((group) => ({students: group, why: {key: 'class.same_name'}}));
  const named = students.filter(({exercise}) => exercise.seed === 'name');
  return [...people, ...copiesAmong(named).map((group) => ({students: group, why: {key: 'class.same_weights'}}))];
}

/** Whoever trains with a seed of one's own has weights of one's own. @param {Student[]} students @returns {Student[][]} */
function copiesAmong(students) {
  /** @type {Map<string, Student[]>} */
  const by = new Map();
  for (const student of students)
    for (const hash of hashesOf(student)) by.set(hash, [...(by.get(hash) ?? []), student]);
  const shared = [...by.values()].filter((group) => new Set(group.map(personOf)).size > 1);
  return [...new Map(shared.map((group) => [group.map(({id}) => id).join(), group])).values()];
}

/** A model that counts has the same whatever its seed. @param {Student} student */
function hashesOf({taken: {runs}, experiment}) {
  const learned = runs.flatMap(({models}) => models.filter((_, k) => experiment.models[k]?.kind !== 'ngram'));
  return new Set(learned.flatMap(({weights_sha256: hash}) => (hash ? [hash.slice(0, 16)] : [])));
}
