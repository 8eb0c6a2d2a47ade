import {bringParts} from '../../../web/elements/lab/page_parts.js';
import {openLab} from '../../../web/lab.js';
import {keepAddress} from '../../../web/shape/address.js';
import {speak} from '../../../web/words/words.js';
import {fakeSurroundings} from '../fake_surroundings.js';

const app = /** @type {import('../../../web/lab.js').AppElement} */ (document.querySelector('unrolled-app'));
bringParts(app);
openLab(app, fakeSurroundings({faults: {nan_above_lr: 1}}), {address: keepAddress, eager: true});
Object.assign(globalThis, {speak}); // to try another language: speak('de', 'run-train = Trainieren')
