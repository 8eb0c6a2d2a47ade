// What a value is that came from somewhere else. Knows nobody: a worker needs it as well as the page.

/** A plain object, whatever its fields. @param {any} value @returns {value is Record<string, any>} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
