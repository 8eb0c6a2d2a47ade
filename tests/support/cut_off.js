// What of a page's controls cannot be reached whole, through all its shadow trees.

/**
 * Runs in the page, so it may use nothing from outside itself. Where one can scroll nothing is cut off, but for the page itself, which is
 * to be scrolled down only.
 * @returns {string[]} each control that reaches beyond the page's width or beyond what clips it, or whose own words do not fit into it
 */
export function cutOff() {
  const CONTROLS = 'button, a[href], input, select, textarea, summary, [role=button], [role=slider], [role=tab]';
  const SLACK = 1; // widths are not whole
  const parentOf = (/** @type {Element} */ one) =>
    one.assignedSlot ?? one.parentElement ?? /** @type {ShadowRoot} */ (one.getRootNode()).host ?? null;
  const hides = (/** @type {string} */ overflow) => overflow === 'hidden' || overflow === 'clip';

  /** For ears alone, as a link that shows itself once it has the focus. @param {Element} one */
  const unseen = (one) => {
    const {width, height} = one.getBoundingClientRect();
    return !one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) || width <= 2 || height <= 2;
  };

  /** @param {Element} one @returns {string} '' where all of it is in sight, or can be brought there */
  function fault(one) {
    const {left, right, top, bottom} = one.getBoundingClientRect();
    const within = getComputedStyle(one);
    if (hides(within.overflowX) && one.scrollWidth > one.clientWidth + SLACK) return 'its words do not fit';
    for (let around = parentOf(one); around && around !== document.documentElement; around = parentOf(around)) {
      const {overflowX, overflowY} = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      if (unseen(around) && box.width <= 2) return '';
      if (hides(overflowX) && (left < box.left - SLACK || right > box.right + SLACK))
        return `within ${around.localName}`;
      if (hides(overflowY) && (top < box.top - SLACK || bottom > box.bottom + SLACK))
        return `within ${around.localName}`;
      if (/auto|scroll/.test(overflowX)) return '';
    }
    const wide = document.documentElement.clientWidth;
    return left < -SLACK || right > wide + SLACK ? `from ${left} to ${right} of ${wide}` : '';
  }

  /** @type {string[]} */
  const found = [];
  /** @param {Element | ShadowRoot} node */
  const walk = (node) => {
    if (node instanceof Element && node.matches(CONTROLS) && !unseen(node)) {
      const what = fault(node);
      const name = node.getAttribute('aria-label') ?? node.textContent?.trim().slice(0, 40) ?? '';
      if (what) found.push(`${node.localName} “${name}”: ${what}`);
    }
    const shadow = node instanceof Element ? node.shadowRoot : null;
    for (const child of [...Array.from(shadow?.children ?? []), ...Array.from(node.children)]) walk(child);
  };
  walk(document.body);
  return found;
}
