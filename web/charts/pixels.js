// Grey images as bytes: ink on paper, which is light on dark where the theme is dark.

/**
 * @param {ArrayLike<number>} pixels 0 (paper) to 1 (ink) @param {number} count @param {boolean} dark
 * @returns {Uint8ClampedArray<ArrayBuffer>} RGBA
 */
export function pixelBytes(pixels, count, dark) {
  const bytes = new Uint8ClampedArray(4 * count);
  for (let i = 0; i < count; i++) {
    const ink = Math.max(0, Math.min(1, pixels[i] ?? 0));
    const grey = dark ? 20 + 225 * ink : 255 - 235 * ink;
    bytes.fill(grey, 4 * i, 4 * i + 3);
    bytes[4 * i + 3] = 255;
  }
  return bytes;
}
