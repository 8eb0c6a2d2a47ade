// Big files come deflated, whether from a file of their own or out of a self-contained page: that costs the same on
// every host, however it is set up. The build makes them (tools/vite_packed.mjs).
import {RuntimeError} from './protocol.js';

/**
 * @typedef {object} PackedAsset
 * @property {string} [url] where the deflated bytes are
 * @property {string} [base64] or the deflated bytes themselves
 * @property {number} bytes size unpacked
 */

/**
 * @param {PackedAsset} asset @param {(loaded: number, total: number) => void} [onProgress] counts unpacked bytes
 * @returns {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>} the unpacked bytes @throws RuntimeError with code "network"
 */
export async function openAsset(asset, onProgress = () => {}) {
  const packed =
    asset.base64 === undefined ? await fetchBody(asset.url ?? '') : new Blob([fromBase64(asset.base64)]).stream();
  let loaded = 0;
  const count = new TransformStream({
    transform(part, controller) {
      loaded += part.length;
      onProgress(loaded, asset.bytes);
      controller.enqueue(part);
    },
  });
  return packed.pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(count);
}

/** @param {PackedAsset} asset @param {(loaded: number, total: number) => void} [onProgress] @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function readAsset(asset, onProgress) {
  const stream = await openAsset(asset, onProgress);
  return new Uint8Array(await new Response(stream).arrayBuffer().catch(broken));
}

/** @param {string} url @returns {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>} */
async function fetchBody(url) {
  const response = await fetch(url).catch(broken);
  if (!response.ok || !response.body)
    throw new RuntimeError('network', 'trouble.file_missing', {values: {status: String(response.status)}});
  return response.body;
}

/** @returns {never} */
function broken() {
  throw new RuntimeError('network', 'trouble.network');
}

/** @param {string} text */
function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
