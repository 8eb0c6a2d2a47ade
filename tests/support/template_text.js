// What a Lit template says, without a browser: its markup with every value in its place.

/** @param {any} value a template, a list of them, or what stands in one @returns {string} */
export function markupOf(value) {
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (value?._$litDirective$) return repeated(value.values);
  if (value?.strings) return String.raw({raw: value.strings}, ...value.values.map(markupOf));
  return value === null || value === undefined || typeof value === 'symbol' || typeof value === 'function'
    ? ''
    : String(value);
}

/** What repeat() stands for. @param {[any[], unknown, (item: any, i: number) => unknown]} values */
function repeated([items, , template]) {
  return markupOf(items.map(template));
}
