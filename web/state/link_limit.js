/** How long the packed part of a link may be. */
export const ENCODED_LIMIT = 16 * 1024; // characters
