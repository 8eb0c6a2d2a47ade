// The unrolled networks with all that can be asked of them. What a page draws before anybody asks is picture.js alone.
export * from './picture.js';
export {detail} from './detail.js';
export {mark} from './mark.js';
export {readout} from './readings.js';
export {table} from './table.js';
