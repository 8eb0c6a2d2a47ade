// What is said when the number of instructions is no longer the one on file.

/** @typedef {import('./count.mjs').Count} Count */
/** @typedef {import('./count.mjs').Made} Made */

const RENEW =
  'If that is meant, run `node tests/guard/renew.mjs` and explain the change in the commit that renews the counts.';

// Opening a session is short and depends on the libraries that are loaded; another compiler does as it likes.
const LIMITS = {step: 0.03, opening: 0.1, otherCompiler: 0.15};

export const change = (/** @type {number} */ now, /** @type {number} */ before) => now / before - 1;
export const percent = (/** @type {number} */ part) => `${part < 0 ? '' : '+'}${(100 * part).toFixed(1)} %`;

/** Functions whose instructions changed most, in parts of the step. @param {Count} now @param {Count} before */
export function changedFunctions(now, before, most = 3) {
  const names = new Set([...Object.keys(now.functions), ...Object.keys(before.functions)]);
  return [...names]
    .map((name) => ({name, part: ((now.functions[name] ?? 0) - (before.functions[name] ?? 0)) / before.step}))
    .filter(({part}) => Math.abs(part) >= 0.005)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part))
    .slice(0, most)
    .map(({name, part}) => `${name} ${percent(part)}`);
}

/** Compilers and libraries that differ, in words; '' where none does. @param {Made} now @param {Made} before */
export function difference(now, before) {
  const differing = /** @type {const} */ (['compiler', 'library']).filter((key) => now[key] !== before[key]);
  return differing.map((key) => `${now[key]} instead of ${before[key]}`).join(', ');
}

/**
 * A sentence for each count that is not as on file; none when all is well.
 * @param {string} id @param {Count} now @param {Count} before @param {string} [differing] from difference()
 */
export function complaints(id, now, before, differing = '') {
  return /** @type {const} */ (['step', 'opening']).flatMap((key) => {
    const part = change(now[key], before[key]);
    const limit = differing ? LIMITS.otherCompiler : LIMITS[key];
    if (Math.abs(part) <= limit) return [];
    const where = key === 'step' ? changedFunctions(now, before) : [];
    return [
      `${id}: ${key === 'step' ? 'a step' : 'opening'} takes ${percent(part)} instructions ` +
        `(${before[key]} on file, ${now[key]} now${differing && `, ${differing}`}), more than ${100 * limit} % away` +
        `${where.length ? `: ${where.join(', ')}` : ''}. ${RENEW}`,
    ];
  });
}
