// What this browser and this page allow, asked before anything is started.
import {RuntimeError} from './protocol.js';

/** A module that uses one SIMD instruction: (func (result v128) i32.const 0 i8x16.splat). */
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11,
]);
/** The same with i32x4.relaxed_trunc_f32x4_s, from the relaxed SIMD proposal. */
const RELAXED_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 11, 1, 9, 0, 65, 0, 253, 15, 253, 129, 2, 11,
]);
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** @throws RuntimeError where the engine cannot run at all @param {import('./types').Tier} tier */
export function requireWebAssembly(tier) {
  if (typeof WebAssembly !== 'object') throw new RuntimeError('no_wasm', 'trouble.no_wasm');
  if (!WebAssembly.validate(SIMD_PROBE)) throw new RuntimeError('no_simd', 'trouble.no_simd');
  if (tier === 'fast' && !WebAssembly.validate(RELAXED_PROBE))
    throw new RuntimeError('no_relaxed_simd', 'trouble.no_relaxed_simd', {where: 'train.tier'});
}

/** Whether this page may compile WebAssembly itself; its policy may forbid that while a worker file may still do it. */
export function mayCompile() {
  try {
    return Boolean(new WebAssembly.Module(EMPTY_MODULE));
  } catch {
    return false;
  }
}
