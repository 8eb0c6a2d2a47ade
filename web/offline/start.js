// Storing the page, and what of it is seen: a line of the home, and a notice when there is a newer version.
import {Storing, mayStore} from './register.js';

/** @param {string} root the address of the home @param {(url: string) => string} scriptUrl what of an address starts a script @param {() => void} stored called when it works without a network */
export async function storePage(root, scriptUrl, stored) {
  if (!mayStore()) return;
  await idle();
  const storing = new Storing();
  storing.addEventListener('stored', stored);
  storing.addEventListener('newer', () => void show(storing));
  await storing.begin(root, scriptUrl).catch(() => {}); // the page works as it did: it only has to be fetched again
}

const idle = () =>
  new Promise((done) => ('requestIdleCallback' in window ? requestIdleCallback(done) : setTimeout(done, 1000)));

/** @param {Storing} storing */
async function show(storing) {
  await import('../elements/home/newer_notice.js');
  const notice = document.createElement('newer-notice');
  notice.addEventListener('wanted', () => storing.change());
  const {theme} = document.documentElement.dataset;
  if (theme) notice.setAttribute('theme', theme);
  document.body.prepend(notice);
}
