// Who takes part. group: what --peers calls it; peer: a module of peers/; folder: of build/, with the command.

const TIERS = ['strict', 'fast'];

/** @typedef {{name: string, group: string, runtime: 'native' | 'node' | 'chromium', tier?: string, peer?: string,
 *   options?: object, folder?: string, program?: string, environment?: Record<string, string | undefined>,
 *   forwardOnly?: boolean}} Contender */

// torch.set_num_threads does not reach OpenBLAS's own threads. What a shell says about kernels does not count.
const OPENBLAS = {OPENBLAS_NUM_THREADS: '1', OPENBLAS_CORETYPE: undefined, OPENBLAS_L2_SIZE: undefined};

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
  {
    name: 'PyTorch, OpenBLAS as it starts',
    group: 'torch',
    runtime: 'native',
    program: '/usr/bin/python3',
    environment: OPENBLAS,
  },
  // Where OpenBLAS does not know the processor and uses less of it. One without AVX-512 ends it, in its first product.
  {
    name: 'PyTorch, whole width',
    group: 'torch',
    runtime: 'native',
    program: '/usr/bin/python3',
    environment: {...OPENBLAS, OPENBLAS_CORETYPE: 'SkylakeX'},
  },
];

export const GROUPS = [...new Set(CONTENDERS.map(({group}) => group))];
