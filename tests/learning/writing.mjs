// How a row of docs/learning.md writes its numbers.

/** @param {number} digits @returns {(value: number) => string} */
export const rounded = (digits) => (value) => value.toFixed(digits);
/** @param {number} value */
export const percent = (value) => `${(100 * value).toFixed(1)} %`;
/** @param {number} value */
export const steps = (value) => (Number.isFinite(value) ? String(value) : 'never');
