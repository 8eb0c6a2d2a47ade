// What was found when, as the home and the chapters draw it on a line: each with its paper and the chapter that tells it, or the experiment of
// the lab that shows it. Its words are history.<id> in web/words. Pure.

/** @typedef {{id: string, year: number, paper: string, chapter?: string, lab?: string}} Found */

/** The last stretch of the line has no single year. */
export const TWENTIES = 2020;

/** @type {readonly Found[]} */
export const HISTORY = Object.freeze([
  {id: 'backpropagation', year: 1986, paper: 'rumelhart1986', chapter: 'rnn'},
  {id: 'vanishing', year: 1991, paper: 'hochreiter1991', chapter: 'why'},
  {id: 'lstm', year: 1997, paper: 'hochreiter1997', chapter: 'gates'},
  {id: 'seq2seq', year: 2014, paper: 'sutskever2014', chapter: 'bottleneck'},
  {id: 'gru', year: 2014, paper: 'cho2014', chapter: 'forgets'},
  {id: 'attention', year: 2014, paper: 'bahdanau2014', chapter: 'attention'},
  {id: 'convolutions', year: 2017, paper: 'gehring2017', chapter: 'convolution'},
  {id: 'transformer', year: 2017, paper: 'vaswani2017', chapter: 'transformer'},
  {id: 'bert', year: 2018, paper: 'devlin2018', chapter: 'blanks'},
  {id: 'gpt', year: 2018, paper: 'radford2018', chapter: 'novel'},
  {id: 'pervasive', year: 2018, paper: 'elbayad2018', lab: 'grid'},
  {id: 'sets', year: 2019, paper: 'lee2019', chapter: 'shapes'},
  {id: 'linear', year: TWENTIES, paper: 'katharopoulos2020', chapter: 'after'},
  {id: 'spaces', year: TWENTIES, paper: 'gu2021', chapter: 'after'},
  {id: 'heads', year: TWENTIES, paper: 'olsson2022', chapter: 'induction'},
  {id: 'mingru', year: TWENTIES, paper: 'feng2024', chapter: 'after'},
]);

/** By their year, in order. @returns {{year: number, found: Found[]}[]} */
export function years() {
  const all = [...new Set(HISTORY.map(({year}) => year))];
  return all.map((year) => ({year, found: HISTORY.filter((one) => one.year === year)}));
}

/** Whose a paper is, in short: the family names of one or two, else the first. @param {string} authors as in papers.json */
export function namesOf(authors) {
  const names = authors.split(', ').map((author) => author.replace(/^(?:\p{Lu}\p{Ll}?\.(?:-\p{Lu}\.)?\s*)+/u, ''));
  return names.length < 3
    ? {first: names[0], second: names[1] ?? '', count: names.length}
    : {first: names[0], second: '', count: names.length};
}
