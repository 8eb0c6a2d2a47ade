// Links from one room of the page to another change the address, and load nothing anew.

/** The pages that one and the same script makes, by their place in the page's folder. */
const OURS = /^(?:index\.html|(?:[a-z]{2,3}\/)?privacy\.html|learn\/(?:[a-z]{2,3}\/)?[a-z][a-z0-9-]*\.html)?$/;

/**
 * What of a link is a place in this page; null: it leads elsewhere. Files of chapters are meant by their name, as is that on privacy.
 * @param {string} href @param {string} root the address of the home @returns {string | null} a hash, '' for the home
 */
export function hashWithin(href, root) {
  const [page, hash = ''] = href.split('#');
  const folder = new URL('./', root).href;
  const file = page === root ? '' : page.startsWith(folder) ? page.slice(folder.length) : null;
  if (file === null || !OURS.test(file)) return null;
  if (hash) return `#${hash}`;
  if (/privacy\.html$/.test(file)) return '#privacy';
  const [, chapter] = /^learn\/(?:.*\/)?([^/]*)\.html$/.exec(file) ?? [];
  return chapter ? `#chapter=${chapter}` : '';
}

/** @param {Document} document @param {string} root @param {(hash: string) => void} go */
export function followLinks(document, root, go) {
  document.addEventListener('click', (event) => {
    const {defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey} = event;
    if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return; // another tab or window is meant
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download')) return;
    const hash = hashWithin(link.href, root);
    if (hash === null) return;
    event.preventDefault();
    go(hash);
  });
}
