// An address as a QR code: black on white whatever the theme, with the quiet rim that readers want.
import {html} from 'lit';
import {encode} from 'uqr';
import {say} from '../../words/words.js';

/** Modules around it that stay white, by ISO/IEC 18004. */
const RIM = 4;

/** @param {string} address */
export function qrCode(address) {
  const {size, data} = encode(address, {ecc: 'M', border: RIM});
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return html`<figure class="qr"><svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${say('teach.qr', {address})} shape-rendering="crispEdges"><path d=${path} fill="#000" /></svg>
    <figcaption><a href=${address}>${address}</a></figcaption></figure>`;
}
