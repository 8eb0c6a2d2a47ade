// Of the loss chart's plot, which is laid out in the screen's own pixels where its surroundings are enlarged: uPlot knows of no zoom.
import {zoomOf} from '../parts/zoom.js';

/** @param {import('uplot')} plot @returns {number} pixels of its canvas for a CSS pixel of the page around it */
export const plotScale = ({root}) => devicePixelRatio * zoomOf(root.parentElement);
