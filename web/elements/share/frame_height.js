// How tall a frame has to be for what it shows: measured on the frame's own element, out of sight.
import {hides, opens} from '../../shape/shape.js';
import '../lab/lab_link.js';

/** Three models stand side by side from here on; course pages leave this much or more. In CSS pixels. */
const WIDTH = 740;
/** What training adds to a race that has not begun: numbers in the legend, and answers on the cards; and the verdict's lines. */
const GROWTH = {text: 40, answers: 120};
const VERDICT = {always: 90, model: 24};

/**
 * @param {{race: import('../../runtime/race.js').Race, view: import('../../state/view.js').View,
 *     page: import('../../shape/page.js').Setting}} shown what the frame will show
 * @returns {Promise<number>} CSS pixels
 */
export async function frameHeight({race, view, page}) {
  if (opens(page.shape, 'inside')) await import('../inside/inside_section.js');
  const lab = /** @type {import('../lab/app.js').UnrolledApp} */ (document.createElement('unrolled-app'));
  Object.assign(lab, {race, page, view: {...view, theme: 'auto'}, compact: true, inert: true});
  lab.style.cssText = `position: fixed; top: 0; left: 0; width: ${WIDTH}px; visibility: hidden; pointer-events: none;`;
  document.body.append(lab);
  try {
    await drawn();
    const height = Math.ceil(lab.getBoundingClientRect().height);
    return race.started ? height : height + growth(race, page.shape);
  } finally {
    lab.remove();
  }
}

/** @param {import('../../runtime/race.js').Race} race @param {import('../../shape/shape.js').Shape} shape */
function growth({readsText, runners}, shape) {
  const verdict = hides(shape, 'verdict') ? 0 : VERDICT.always + VERDICT.model * runners.length;
  return (readsText ? GROWTH.text : GROWTH.answers) + verdict;
}

/** After everything inside has been made and laid out. */
async function drawn() {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
