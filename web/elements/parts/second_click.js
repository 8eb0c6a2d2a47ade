// The second click of a double click, where the first one moved the page: it is meant for what is no longer there.

/** Longer than people take for it. */
const PAUSE_MS = 500;
/** A hand does not keep quite still. */
const NEAR_PX = 12;

/** From now on, for a moment, nothing at the place of a click is clicked. @param {{clientX: number, clientY: number, detail: number}} [first] detail 0: from a key, which has no place */
export function ignoreSecond(first) {
  if (!first?.detail) return;
  const {clientX: x, clientY: y} = first;
  /** @param {MouseEvent} event */
  const stop = (event) => {
    if (!event.detail || Math.hypot(event.clientX - x, event.clientY - y) > NEAR_PX) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('click', stop, {capture: true});
  setTimeout(() => window.removeEventListener('click', stop, {capture: true}), PAUSE_MS);
}
