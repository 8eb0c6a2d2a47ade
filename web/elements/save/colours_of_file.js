// Colours that a file can name: the page's may be those of the reader's system.

/**
 * @template {Record<string, any>} T @param {T} colours texts, or lists of them @returns {T} the texts as #rrggbb
 */
export function inFile(colours) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  const named = (/** @type {string} */ colour) => {
    ctx.fillStyle = colour;
    return ctx.fillStyle;
  };
  const one = (/** @type {unknown} */ value) =>
    typeof value === 'string' ? named(value) : Array.isArray(value) ? value.map(named) : value;
  return /** @type {T} */ (Object.fromEntries(Object.entries(colours).map(([name, value]) => [name, one(value)])));
}
