// Of the many frames that a page may have, those in view train and hold memory. A frame without an origin cannot ask the
// others; where the page around it has our script (element.js), that decides, since it knows them all.

/**
 * @param {{setPresent: (present: boolean) => void, preload: () => Promise<void>}} race
 * @param {(tell: (seen: boolean) => void) => () => void} watch tells whether the frame is on screen; returns how to stop
 * @returns {{decide: (present: boolean) => void}} called when the page around decides, from then on alone
 */
export function followScreen(race, watch) {
  const follow = (/** @type {boolean} */ present) => {
    race.setPresent(present);
    if (present) race.preload(); // what it costs; known from the second time on
  };
  race.setPresent(false);
  const stop = watch(follow);
  return {
    decide(present) {
      stop();
      follow(present);
    },
  };
}

/** A hidden tab leaves what is on screen as it was. @param {Element} element @returns {Parameters<typeof followScreen>[1]} */
export function screenOf(element) {
  return (tell) => {
    const observer = new IntersectionObserver((entries) => tell(entries.some(({isIntersecting}) => isIntersecting)));
    observer.observe(element);
    return () => observer.disconnect();
  };
}
