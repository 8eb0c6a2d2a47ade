// Where a key moves the cursor of a picture. Pure.

/** @typedef {import('../../charts/grid.js').Cursor} Cursor */

/**
 * @param {Pick<KeyboardEvent, 'key' | 'shiftKey'>} event @param {Cursor} cursor where it is, or begins @param {{columns: number, rows: number}} scene
 * @returns {Cursor | null | undefined} null: it leaves; undefined: the key is for somebody else
 */
export function movedBy({key, shiftKey}, {column, row}, {columns, rows}) {
  if (key === 'Escape') return null;
  const far = shiftKey ? 8 : 1;
  /** @type {Record<string, [number, number]>} */
  const moves = {
    ArrowLeft: [column - far, row],
    ArrowRight: [column + far, row],
    ArrowUp: [column, row - far],
    ArrowDown: [column, row + far],
    Home: [0, row],
    End: [columns - 1, row],
    PageUp: [column, 0],
    PageDown: [column, rows - 1],
  };
  if (!Object.hasOwn(moves, key)) return undefined;
  const [c, r] = moves[key];
  return {column: Math.max(0, Math.min(columns - 1, c)), row: Math.max(0, Math.min(rows - 1, r))};
}
