// Runs the program @program@ under Node. With `--tier fast` it takes the build with relaxed SIMD, which
// Node 20 still hides behind a flag.
import {existsSync} from 'node:fs';
import {setFlagsFromString} from 'node:v8';

const args = process.argv.slice(2);
const fast = args[args.indexOf('--tier') + 1] === 'fast';
const build = new URL(fast ? './@program@_fast_main.mjs' : './@program@_strict_main.mjs', import.meta.url);
if (fast && existsSync(build)) setFlagsFromString('--experimental-wasm-relaxed-simd');

const {default: start} = await import(build);
await start({arguments: args, thisProgram: '@program@'});
