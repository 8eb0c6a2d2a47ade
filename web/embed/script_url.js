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

/** A blob that the page made, or a file of its own site. @param {string} url @throws TypeError for any other */
function ofThisPage(url) {
  if (new URL(url, location.href).origin !== origin) throw new TypeError(url);
  return url;
}

/** What `new Worker` takes in the place of an address. @param {string} url @returns {string} */
export const scriptUrl = (url) => policy?.createScriptURL(url) ?? url;
