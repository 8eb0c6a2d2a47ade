// How much larger than its own CSS pixels something is shown: the projector view enlarges a chapter as it stands, and what is drawn in
// pixels is to have as many as the screen has.

/** @param {Element | null} element @returns {number} 1 where nothing enlarges it, or the browser does not say */
export const zoomOf = (element) => /** @type {{currentCSSZoom?: number} | null} */ (element)?.currentCSSZoom || 1;
