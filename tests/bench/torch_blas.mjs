// Whether PyTorch may be compared with: what its own product of matrices tells. Debian's python3-torch comes with the
// reference BLAS, and against that everything wins.

/** What peers/torch_product.py answers; died: it ended without an answer.
 * @typedef {{absent?: string, died?: string, version?: string, gflops?: number, error?: number, built?: string,
 *   libraries?: string[], openblas?: {config?: string, core?: string}}} Answer
 * @typedef {{contender: string, version?: string, blas?: string, gflops?: number, refused?: string}} Found */

/** Of what the processor multiplies and adds with 128 bits. A tuned BLAS has four fifths, the reference a tenth. */
const LEAST_SHARE = 1 / 5;
/** Relative, of a product of 512 floats. */
const LARGEST_ERROR = 1e-4;
const HELP = 'libopenblas0 helps (apt-get install libopenblas0)';

const named = (/** @type {string} */ path) => path.slice(path.lastIndexOf('/') + 1);

/** @param {Answer} answer */
function openblasName({libraries = [], openblas = {}}) {
  const path = libraries.find((one) => /openblas/.test(named(one)));
  if (!path) return null;
  const version = openblas.config?.match(/OpenBLAS ([\d.]+)/)?.[1];
  const core = openblas.core ? `, core ${openblas.core}` : '';
  return `OpenBLAS${version ? ` ${version}` : ''} (${named(path)})${core}`;
}

// A plain libblas.so is the reference even beside OpenBLAS, which a LAPACK or numpy may have brought along.
const isTuned = (/** @type {string} */ path) => /openblas|blis|atlas|mkl/.test(path);
const isReference = (/** @type {string} */ path) => /\/libblas\.so/.test(path) && !isTuned(path);

/** The BLAS by name: inside of PyTorch, or else what is loaded. @param {Answer} answer */
function blasName(answer) {
  const {libraries = [], built = ''} = answer;
  const inside = built.match(/BLAS_INFO=(\w+)/)?.[1];
  const reference = libraries.find(isReference);
  const other = libraries.find(isTuned);
  if (inside === 'mkl') return 'MKL, built in';
  if (reference) return `reference BLAS (${named(reference)})`;
  return openblasName(answer) ?? (other ? named(other) : `a BLAS called ${inside ?? 'nothing'}`);
}

/** Why a comparison would be worth nothing, if so.
 * @param {string} blas @param {Answer} answer @param {number} [limit] */
function refusal(blas, {gflops = 0, error = 0}, limit = 0) {
  if (!(error < LARGEST_ERROR)) return `the product is wrong by ${error}`;
  if (blas.startsWith('reference')) return `a ${blas} is no opponent; ${HELP}`;
  const least = limit * LEAST_SHARE;
  if (gflops < least)
    return `its product is slower than ${least.toFixed(1)} GFLOP/s, a fifth of what 128 bits can do; ${HELP}`;
  return undefined;
}

/** One way to start PyTorch.
 * @param {string} contender @param {Answer} answer @param {number} [limit] @returns {Found} */
function found(contender, answer, limit) {
  if (answer.died) return {contender, refused: answer.died};
  const blas = blasName(answer);
  return {contender, version: answer.version, blas, gflops: answer.gflops, refused: refusal(blas, answer, limit)};
}

/** One line for all that are left out for the same reason. @param {Found[]} all */
function refusedLines(all) {
  const reasons = new Set(all.flatMap(({refused}) => refused ?? []));
  const names = (/** @type {string} */ why) =>
    all.filter(({refused}) => refused === why).map(({contender}) => `"${contender}"`);
  return [...reasons].map((why) => `Left out: ${names(why).join(' and ')}, since ${why}`);
}

/** Who takes part, what to print, and what to keep. Absent is what is absent for all, since all start the same Python.
 * @param {{contender: string, answer: Answer}[]} asked
 * @param {number} [limit] GFLOP/s of 128-bit multiply and add, where it could be measured
 * @returns {{fit: string[], lines: string[], record: {absent: string} | Found[]}} */
export function judgeTorch(asked, limit) {
  const absent = asked.find(({answer}) => answer.absent)?.answer.absent;
  if (absent) return {fit: [], lines: [`PyTorch is absent and left out: ${absent}`], record: {absent}};
  const record = asked.map(({contender, answer}) => found(contender, answer, limit));
  const lines = record.flatMap(({contender, version, blas, gflops}) =>
    gflops ? `"${contender}" is PyTorch ${version} with ${blas}: ${gflops.toFixed(1)} GFLOP/s in its own product` : [],
  );
  const fit = record.filter(({refused}) => !refused).map(({contender}) => contender);
  return {fit, lines: [...lines, ...refusedLines(record)], record};
}
