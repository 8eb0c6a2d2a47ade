// What the engine says of itself at length, where a page has that apart from the rest (tools/vite_describe.mjs writes it here).
export default /** @type {unknown} */ (0);
