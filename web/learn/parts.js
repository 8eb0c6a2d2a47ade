// The parts of the course, as the path of chapters has them: home.part_<id> in web/words. Pure.

/** The ids of all chapters of the course by their part, in its order; some of them may not be there. @type {readonly {id: string, chapters: readonly string[]}[]} */
export const PARTS = Object.freeze([
  {id: 'memory', chapters: ['rnn', 'forgets', 'why', 'gates']},
  {id: 'back', chapters: ['convolution', 'bottleneck', 'attention']},
  {id: 'transformers', chapters: ['transformer', 'induction']},
  {id: 'language', chapters: ['novel', 'blanks']},
  {id: 'beyond', chapters: ['shapes', 'cost', 'after']},
]);

/**
 * The chapters that there are, by their part; numbered as the course counts them. What belongs to no part stands with the last.
 * @template {{id: string}} T @param {readonly T[]} chapters @returns {{id: string, chapters: {entry: T, number: number}[]}[]} parts that have some
 */
export function parted(chapters) {
  const numbered = chapters.map((entry, i) => ({entry, number: i + 1}));
  const last = PARTS[PARTS.length - 1].id;
  const partOf = (/** @type {string} */ id) => PARTS.find((part) => part.chapters.includes(id))?.id ?? last;
  return PARTS.map(({id}) => ({id, chapters: numbered.filter(({entry}) => partOf(entry.id) === id)})).filter(
    (part) => part.chapters.length,
  );
}

/**
 * Where somebody goes on who was here before: the last chapter that was begun, or the first after it that was not, once it is finished.
 * @param {readonly string[]} ids of all chapters @param {{of: (id: string) => {predicted?: string, finished?: boolean}}} progress
 * @returns {string | null} null: nothing was begun, or all is done
 */
export function whereToGoOn(ids, progress) {
  const last = ids.findLastIndex((id) => progress.of(id).predicted !== undefined);
  if (last < 0) return null;
  if (!progress.of(ids[last]).finished) return ids[last];
  const unseen = (/** @type {string} */ id) => progress.of(id).predicted === undefined;
  return ids.slice(last).find(unseen) ?? ids.find(unseen) ?? null;
}
