// A run's state as a worker hands it over. Where somebody keeps it, also as a Blob and with the weights' hash: copying and
// hashing millions of numbers is then done here, and not on the page's own thread.

/**
 * @param {{save: () => Uint8Array<ArrayBuffer>, weightsSha256: () => string}} session @param {boolean} keeps
 * @returns {{data: {bytes: Uint8Array<ArrayBuffer>, file?: Blob, sha256?: string}, transfer: Transferable[]}}
 */
export function savedState(session, keeps) {
  const bytes = session.save();
  const kept = keeps && {file: new Blob([bytes]), sha256: session.weightsSha256()};
  return {data: {bytes, ...kept}, transfer: [bytes.buffer]};
}
