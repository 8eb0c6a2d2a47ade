// What may take a worker longer than a step does, in one piece, during which it answers no ping.

/** By the type of the request: milliseconds on a slow machine. @type {Readonly<Record<string, number>>} */
export const SLOW_MS = Object.freeze({
  start: 2000,
  open: 2000,
  equip: 2000,
  load: 2000,
  adopt: 2000,
  save: 3000,
  hash: 3000,
  watch: 2000,
  inspect: 2000,
  answer: 8000,
  reset: 2000,
  match: 5000,
  text_info: 2000,
  check_text: 4000,
  floors: 5000,
});

/** Such a machine reads a text at this rate, whatever it reads it for. Milliseconds a byte. */
export const SLOW_MS_PER_BYTE = 1 / 200;

/** And multiplies and adds so many numbers in a millisecond, while it does other things too. */
export const SLOW_FLOPS_PER_MS = 1e6;
