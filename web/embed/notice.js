// What a frame says of its own address, above what it shows.
import '../words/embed.js';
import {say} from '../words/words.js';
import {PARAMETER_VERSION, parametersIn} from './parameters.js';

/**
 * @param {Element} place what the frame shows, or its words for when no script may run @param {string} hash
 * @returns {boolean} whether the frame may show what its address names
 */
export function heedAddress(place, hash) {
  const {version, unknown} = parametersIn(hash);
  if (version !== null) {
    const message = say('embed.version', {found: version, version: PARAMETER_VERSION});
    place.replaceWith(sentence('alert', message));
    // What a page around it waits for does not come.
    const data = {code: 'link', key: 'embed.version', message, where: ''};
    window.parent.postMessage({type: 'unrolled:error', v: 1, id: null, data}, '*');
    return false;
  }
  if (unknown.length) place.before(sentence('status', say('embed.unknown', {names: unknown.join(', ')})));
  return true;
}

/** @param {'alert' | 'status'} role @param {string} text */
function sentence(role, text) {
  const said = document.createElement('p');
  said.setAttribute('role', role);
  said.textContent = text;
  Object.assign(said.style, {margin: '0', padding: '10px 12px', font: '14px/1.5 system-ui, sans-serif'});
  return said;
}
