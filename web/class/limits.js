// How much the class view takes: beyond that it says so in words.
export const RECEIPTS_LIMIT = 500;
/** Of one receipt. */
export const BYTES_LIMIT = 1024 * 1024;
/** Of a zip that holds them, and of all that is in it. */
export const ZIP_LIMIT = 64 * 1024 * 1024;
/** As docs/files.md has them. */
export const RUNS_LIMIT = 20;
export const MODELS_LIMIT = 6;
export const NAME_LIMIT = 200;
export const ANSWER_LIMIT = 4000;
