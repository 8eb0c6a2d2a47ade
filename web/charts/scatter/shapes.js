// Marks of points that are told apart without their colour.

/** Corners of each as parts of its size, around its middle; none: a circle. @type {readonly [number, number][][]} */
const CORNERS = [
  [],
  [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]], // prettier-ignore
  [[0, -1.2], [1.15, 0.85], [-1.15, 0.85]], // prettier-ignore
  [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]], // prettier-ignore
  [[0, 1.2], [1.15, -0.85], [-1.15, -0.85]], // prettier-ignore
  [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]], // prettier-ignore
  [[0, -0.55], [0.65, -1.2], [1.2, -0.65], [0.55, 0], [1.2, 0.65], [0.65, 1.2], [0, 0.55], [-0.65, 1.2], [-1.2, 0.65], [-0.55, 0], [-1.2, -0.65], [-0.65, -1.2]], // prettier-ignore
];

/** @param {CanvasRenderingContext2D} ctx @param {number} shape -1: a small dot @param {number} x @param {number} y @param {number} size */
export function drawShape(ctx, shape, x, y, size) {
  const corners = CORNERS[shape] ?? [];
  ctx.beginPath();
  if (corners.length) corners.forEach(([dx, dy], i) => ctx[i ? 'lineTo' : 'moveTo'](x + size * dx, y + size * dy));
  else {
    const radius = shape < 0 ? 0.6 * size : size;
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
  ctx.fill();
}
