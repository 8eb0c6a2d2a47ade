// The theme's colours as a canvas needs them: read from the custom properties that the element inherits.

/** @typedef {import('../../charts/grid.js').Colours} Colours */

/** @param {Element} element @returns {Colours & {runs: string[], surface: string}} */
export function coloursOf(element) {
  const style = getComputedStyle(element);
  const read = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim() || 'gray';
  return {
    ink: read('ink'),
    muted: read('muted'),
    line: read('line'),
    paper: read('paper'),
    surface: read('surface'),
    accent: read('accent'),
    dark: style.colorScheme.includes('dark') && !style.colorScheme.includes('light'),
    runs: Array.from({length: 6}, (_, i) => read(`run-${i}`)),
  };
}

/** Tells when the colours may have changed without any property changing. */
export class ThemeWatch {
  #queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(resolution: 1dppx)'];
  /** @type {AbortController | null} */
  #listening = null;

  /** @param {import('lit').ReactiveControllerHost} host @param {() => void} changed */
  constructor(host, changed) {
    this.changed = changed;
    host.addController(this);
  }

  hostConnected() {
    const {signal} = (this.#listening = new AbortController());
    for (const query of this.#queries) matchMedia(query).addEventListener('change', this.changed, {signal});
    document.addEventListener('unrolled-theme', this.changed, {signal});
  }

  hostDisconnected() {
    this.#listening?.abort();
  }
}
