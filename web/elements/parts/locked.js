// Why a control cannot be used although it is there: somebody locked it (web/shape).
import {html, nothing} from 'lit';
import {say} from '../../words/words.js';

/** For `aria-describedby` of the controls beside it. */
export const LOCKED = 'locked';

/** @param {boolean} locked */
export function lockedReason(locked) {
  return locked ? html`<p class="small muted" id=${LOCKED}>${say('shape.locked')}</p>` : nothing;
}
