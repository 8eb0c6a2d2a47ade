// Hands a file to the browser, which keeps it where its reader wants it.

/**
 * Whether a frame may do so: a sandbox without `allow-downloads` drops files and tells nobody. Whose page around it is a
 * stranger's cannot know.
 * @param {Pick<Window, 'top' | 'origin'> & {frameElement: Element | null}} page @returns {'yes' | 'no' | 'perhaps'}
 */
export function maySave(page) {
  if (page.top === /** @type {unknown} */ (page)) return 'yes';
  const frame = /** @type {HTMLIFrameElement | null} */ (frameOf(page));
  if (!frame) return 'perhaps';
  return frame.sandbox.length && !frame.sandbox.contains('allow-downloads') ? 'no' : 'yes';
}

/** @param {{frameElement: Element | null}} page */
function frameOf(page) {
  try {
    return page.frameElement;
  } catch {
    return null; // a sandbox that lets nobody look up
  }
}

/** Long enough for any browser to have read it. */
const KEPT_MS = 60_000;

/** @param {Blob} blob @param {string} name */
export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
