// Colours of the runs (Okabe and Ito 2008, without black, darkened on white to a contrast of 3:1), with a dash
// pattern each, so that a curve is told apart without seeing colour.

/** One entry a run, in the order in which runs get them. */
export const COLOURS = [
  {name: 'blue', light: '#0072b2', dark: '#56b4e9'},
  {name: 'vermilion', light: '#d55e00', dark: '#ff8a3d'},
  {name: 'green', light: '#008a64', dark: '#22c79a'},
  {name: 'purple', light: '#b3568c', dark: '#e08bbd'},
  {name: 'ochre', light: '#a87000', dark: '#e8a800'},
  {name: 'sky', light: '#2a87b8', dark: '#9ad2f5'},
];

/** Lengths of strokes and gaps in CSS pixels; empty is a solid line. */
export const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 3], [12, 4, 2, 4, 2, 4]];

/** The first index that no run uses. @param {number[]} used */
export function firstFree(used) {
  const taken = new Set(used);
  let index = 0;
  while (taken.has(index)) index++;
  return index;
}
