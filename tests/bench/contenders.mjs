// Who takes part. group: what --peers calls it; peer: a module of peers/; folder: of build/, with the command.

const TIERS = ['strict', 'fast'];

/** @typedef {{name: string, group: string, runtime: 'native' | 'node' | 'chromium', tier?: string, peer?: string,
 *   options?: object, folder?: string, program?: string, environment?: Record<string, string>, forwardOnly?: boolean}} Contender */

/** @type {Contender[]} */
export const CONTENDERS = [
  {name: 'ours native strict', group: 'ours', runtime: 'native', tier: 'strict', folder: 'native'},
  {name: 'ours native wide', group: 'ours', runtime: 'native', tier: 'wide', folder: 'wide'},
  ...['node', 'chromium'].flatMap((runtime) =>
    TIERS.map((tier) => ({
      name: `ours ${runtime} ${tier}`,
      group: 'ours',
      runtime,
      tier,
      peer: 'ours',
      options: {tier},
    })),
  ),
  {name: 'jax-js chromium', group: 'jax-js', runtime: 'chromium', peer: 'jaxjs'},
  {name: 'jax-js node', group: 'jax-js', runtime: 'node', peer: 'jaxjs'},
  {name: 'tfjs chromium', group: 'tfjs', runtime: 'chromium', peer: 'tfjs', options: {style: 'core'}},
  {name: 'tfjs tuned chromium', group: 'tfjs', runtime: 'chromium', peer: 'tfjs', options: {style: 'tuned'}},
  {name: 'tfjs tuned node', group: 'tfjs', runtime: 'node', peer: 'tfjs', options: {style: 'tuned'}},
  {name: 'brain.js node', group: 'brain', runtime: 'node', peer: 'brain'},
  {name: 'ort chromium', group: 'ort', runtime: 'chromium', peer: 'ort', forwardOnly: true},
  {name: 'ort node', group: 'ort', runtime: 'node', peer: 'ort', forwardOnly: true},
  {name: 'torch', group: 'torch', runtime: 'native', program: '/usr/bin/python3'},
  // Debian's OpenBLAS does not know recent processors and would use 128 bits of them.
  {
    name: 'torch AVX-512',
    group: 'torch',
    runtime: 'native',
    program: '/usr/bin/python3',
    environment: {OPENBLAS_CORETYPE: 'SkylakeX'},
  },
];

export const GROUPS = [...new Set(CONTENDERS.map(({group}) => group))];
