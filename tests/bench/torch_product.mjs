// Asks every way to start PyTorch for its own product, and leaves out those that are no opponents.
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {judgeTorch} from './torch_blas.mjs';

const script = fileURLToPath(new URL('peers/torch_product.py', import.meta.url));
const PATIENCE = 60_000;

/** @param {import('./contenders.mjs').Contender} contender @returns {Promise<import('./torch_blas.mjs').Answer>} */
async function ask({program = '', environment}) {
  const env = {...process.env, ...environment};
  try {
    return JSON.parse((await promisify(execFile)(program, [script], {env, timeout: PATIENCE})).stdout);
  } catch (error) {
    if (error.code === 'ENOENT') return {absent: `there is no ${program}`};
    return {died: `its product ended by ${error.signal ?? error.message.trim().split('\n').at(-1)}`};
  }
}

/** One after the other, so that each has a processor. @param {import('./contenders.mjs').Contender[]} contenders
 * @param {number} [limit] GFLOP/s of 128-bit multiply and add */
export async function fitContenders(contenders, limit) {
  const asked = [];
  for (const one of contenders.filter(({group}) => group === 'torch'))
    asked.push({contender: one.name, answer: await ask(one)});
  const {fit, lines, record} = judgeTorch(asked, limit);
  const left = contenders.filter(({group, name}) => group !== 'torch' || fit.includes(name));
  return {contenders: left, lines, record: asked.length > 0 ? record : undefined};
}
