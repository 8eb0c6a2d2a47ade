// Trusted Types: the one policy by which the page starts scripts, its workers. It stands behind `new Worker`, where a site
// that demands trusted types would refuse a plain address; such a site names it, and Lit's own: trusted-types lit-html unrolled.

const {trustedTypes, origin} = /** @type {any} */ (globalThis);

/** null: there are none here, or the site allows no policy of this name. @type {{createScriptURL(url: string): string} | null} */
const policy = (() => {
  try {
    return trustedTypes?.createPolicy('unrolled', {createScriptURL: ofThisPage});
  } catch {
    return null;
  }
})();

/**
 * A blob that the page made, or a file of the site that it came from: in a sandbox these are two origins, the first being none.
 * @param {string} url @throws TypeError for any other
 */
function ofThisPage(url) {
  if (![origin, location.origin].includes(new URL(url, location.href).origin)) throw new TypeError(url);
  return url;
}

/** What `new Worker` takes in the place of an address. @param {string} url @returns {string} */
export const scriptUrl = (url) => policy?.createScriptURL(url) ?? url;
