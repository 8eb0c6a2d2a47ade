// What gates leave of what a memory held: from each place to the end, the product of the gates that keep, in the unit that keeps most.

/** @typedef {import('../grid.js').Tap} Tap */
/** most: by place, of the unit that keeps most; open: by place, how far the gate is open on average over units @typedef {{most: number[], open: number[]}} Kept */

/** In PyTorch's order, i f g o and r z n: the gate by which the memory before is multiplied. @type {Readonly<Record<string, number>>} */
const KEEPING = {lstm: 1, gru: 1};

/** @param {string} [name] of a tap */
const kindOf = (name = '') => /^(\w+)\.\d+\.gates$/.exec(name)?.[1] ?? '';

/** Of several layers the one that keeps most counts. @param {Tap[]} taps @returns {Kept | null} null: no gate keeps anything here */
export function keptOf(taps) {
  const layers = taps.filter(({name}) => kindOf(name) in KEEPING).map(keptIn);
  if (!layers.length) return null;
  const [{most, open}] = layers;
  return {
    most: most.map((_, place) => Math.max(...layers.map((layer) => layer.most[place]))),
    open: open.map((_, place) => layers.reduce((sum, layer) => sum + layer.open[place], 0) / layers.length),
  };
}

/** @param {Tap} tap [time, batch, gate, unit]; of the first example @returns {Kept} */
export function keptIn({name, shape: [steps, batch, gates, units], data}) {
  const gate = KEEPING[kindOf(name)];
  const at = (/** @type {number} */ place, /** @type {number} */ unit) =>
    data[(place * batch * gates + gate) * units + unit];
  const left = Array(units).fill(1);
  const [most, open] = [Array(steps).fill(1), Array(steps).fill(0)];
  for (let place = steps - 1; place >= 0; place--) {
    most[place] = Math.max(...left);
    for (let unit = 0; unit < units; unit++) {
      open[place] += at(place, unit) / units;
      left[unit] *= at(place, unit);
    }
  }
  return {most, open};
}
