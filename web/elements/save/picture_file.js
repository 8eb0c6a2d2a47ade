// A sheet as a file: SVG, with lines and text as such, or PNG, drawn anew for print.
import {drawSheet, sheetWidth} from '../../charts/sheet.js';
import {SvgPen} from '../../charts/svg_pen.js';
import {spoken} from '../../words/words.js';

/** @typedef {import('../../charts/sheet.js').Sheet & {paper: string, description: string}} Picture description: what is to be seen on it */

/** An image is at least so wide, which is enough for a page or a slide; the same on every screen. */
const LEAST_WIDTH = 1600;

/** @returns {import('../../charts/svg_pen.js').Measure} */
function measuring() {
  const ctx = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  return (text, font) => {
    ctx.font = font;
    return ctx.measureText(text).width;
  };
}

/** @param {Picture} picture @param {import('../../charts/svg_pen.js').Measure} [measure] */
export function svgOf(picture, measure = measuring()) {
  const pen = new SvgPen(measure);
  const height = drawSheet(/** @type {any} */ (pen), picture);
  const {caption, paper, description} = picture;
  const told = [...caption.lines, description, caption.foot].filter(Boolean).join(' ');
  return pen.file({
    width: sheetWidth(picture),
    height,
    paper,
    title: caption.title,
    description: told,
    language: spoken(),
  });
}

/** @param {Picture} picture @returns {Promise<Blob>} @throws where the browser has no memory for it */
export async function pngOf(picture) {
  const width = sheetWidth(picture);
  const height = drawSheet(/** @type {any} */ (new SvgPen(measuring())), picture); // to know how tall it is
  const scale = Math.max(2, LEAST_WIDTH / width);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  ctx.fillStyle = picture.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(scale, scale);
  drawSheet(ctx, picture);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('toBlob');
  return blob;
}
