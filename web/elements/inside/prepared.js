// A canvas made ready to be drawn on in CSS pixels.
import {zoomOf} from '../parts/zoom.js';

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height CSS pixels @returns {CanvasRenderingContext2D} cleared */
export function prepared(canvas, width, height) {
  const scale = devicePixelRatio * zoomOf(canvas);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== w || canvas.height !== h) [canvas.width, canvas.height] = [w, h];
  canvas.style.height = `${height}px`;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.setTransform(scale, 0, 0, scale, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return ctx;
}
