// A plot that is made anew whenever what it was made for changes.

/** @typedef {import('uplot')} Plot @typedef {ReturnType<typeof import('./loss_plot.js').createPlot>} Made */

export class LivePlot {
  /** @type {Plot | null} */
  plot = null;
  /** The first one, made but not begun. @type {Made | null} */
  #coming = null;
  #made = '';

  /**
   * Code that runs for the first time is slow: to make a plot, to draw its axes and to draw the curves take a frame each
   * then. Later all of it is done at once, so that no empty plot is seen.
   * @param {string} made what it is made for @param {() => Made} make
   * @returns {boolean} whether curves can be drawn now; otherwise it is to be asked again in another frame
   */
  ready(made, make) {
    if (this.plot && made === this.#made) return true;
    const known = this.plot !== null;
    this.plot?.destroy();
    this.plot = null;
    const begins = known || this.#coming;
    if (!this.#coming) [this.#coming, this.#made] = [make(), made];
    if (begins) this.#begin(this.#coming);
    return known;
  }

  /** @param {Made} coming */
  #begin({plot, begin}) {
    this.plot = plot;
    this.#coming = null;
    begin();
  }

  destroy() {
    this.plot?.destroy();
    this.plot = this.#coming = null;
  }
}
