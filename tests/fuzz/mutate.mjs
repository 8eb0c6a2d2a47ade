// Made-up input for what runs in JavaScript: seeds, bent and mixed. The same number gives the same input.

/** @param {number} seed @returns {() => number} 0 to 1 (mulberry32) */
export function chance(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What numbers, texts and names are replaced by. @type {unknown[]} */
const ODD = [
  -1, 0, 1, 1e6, 1e9, 1e300, -1e300, NaN, Infinity, 0.5, 2 ** 53, '', 'a', '\0', '\ud800', '__proto__', 'constructor',
  'x'.repeat(5000), null, undefined, true, false, [], {}, [[]], JSON.parse('{"__proto__":{"polluted":1}}'), 'toString',
]; // prettier-ignore

/** @param {() => number} random @param {readonly any[]} of @returns {any} */
export const oneOf = (random, of) => of[Math.floor(random() * of.length)];

/** A value of the same kind with some of its parts replaced, doubled or gone. @param {() => number} random @param {any} value @returns {any} */
export function bent(random, value) {
  if (random() < 0.06) return oneOf(random, ODD);
  if (Array.isArray(value)) {
    const kept = value.flatMap((part) =>
      random() < 0.04 ? [] : random() < 0.04 ? [part, part] : [bent(random, part)],
    );
    return random() < 0.01 ? Array.from({length: 300}, () => value[0]) : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(() => random() > 0.02);
  if (random() < 0.05) entries.push([String(oneOf(random, ODD)), oneOf(random, ODD)]);
  return Object.fromEntries(entries.map(([name, part]) => [name, bent(random, part)]));
}

/** A text with some of its characters replaced, cut or repeated. @param {() => number} random @param {string} text */
export function bentText(random, text) {
  const at = Math.floor(random() * (text.length + 1));
  const odd = oneOf(random, ['%', '%00', '&', '=', '#', '\u202e', '\ud800', 'x=', '{', '0', ')', '…', '+', '/']);
  const ways = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + odd + text.slice(at + 1),
    () => text.slice(0, at) + odd + text.slice(at),
    () => text + text.slice(at),
  ];
  return oneOf(random, ways)();
}

/**
 * Calls `one` with a random source until the time is over, and tells how often. A failure names the number to repeat it with:
 * `node FILE SECONDS NUMBER`. FUZZ_FROM=1 begins with the same ones each time.
 * @param {(random: () => number) => Promise<void>} one
 */
export async function run(one) {
  const [seconds = '60', only] = process.argv.slice(2);
  const until = performance.now() + 1000 * Number(seconds);
  let seed = Number(only ?? process.env.FUZZ_FROM ?? Math.floor(Math.random() * 2 ** 31));
  let count = 0;
  for (; count === 0 || (only === undefined && performance.now() < until); count++, seed++)
    try {
      await one(chance(seed));
    } catch (error) {
      console.error(`ERROR: number ${seed}`, error);
      process.exit(1);
    }
  console.log(`stat::number_of_executed_units: ${count}`);
}
