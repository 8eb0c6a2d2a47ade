// How smooth the curve of the training loss is drawn.

/** Most points of a curve. */
export const POINTS = 700;

export const SMOOTHING = [
  {value: 0, title: {key: 'chart.smooth.not'}},
  {value: 0.9, title: {key: 'chart.smooth.some'}},
  {value: 0.98, title: {key: 'chart.smooth.very'}},
];

/**
 * Smoother means fewer points, each the mean of more steps: unlike a running mean it does not lag behind a falling loss.
 * @param {number} smooth 0..1
 */
export function smoothPoints(smooth) {
  return Math.max(20, Math.round(POINTS * Math.sqrt(1 - smooth)));
}
