// What a file is called: letters, digits and hyphens, which every system and every mail takes. Pure.

const LONGEST = 80;

/** @param {(string | number)[]} parts @param {string} ending @returns {string} "unrolled-lstm-128-gates-step-500.svg" */
export function fileName(parts, ending) {
  const name = ['unrolled', ...parts.map(slug)].filter(Boolean).join('-');
  return `${name.slice(0, LONGEST).replace(/-$/, '')}.${ending}`;
}

/** Accents are left off, other scripts are left out. @param {string | number} part */
function slug(part) {
  const plain = String(part).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
