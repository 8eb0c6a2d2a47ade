// In which language the page speaks: what its address says comes first, then what the reader once chose on this device, then what the
// browser asks for. What an address says holds as long as its tab, so that the way from one chapter to the next says it no more.
import {LANGUAGE as KEY} from '../state/kept.js';
import {firstKnown, speakIn} from '../words/languages.js';
import {spoken} from '../words/words.js';
import {languageIn, withoutLanguage} from './where.js';

/**
 * What is known of who reads, the strongest first. Pure.
 * @param {string} hash of the address @param {string | null | undefined} tab kept for it @param {string} file the language of the page's own
 *     file, where it is not English @param {readonly unknown[]} others kept on this device, asked for by the browser
 */
export const wantedLanguage = (hash, tab, file, others) =>
  firstKnown([languageIn(hash), tab, file === 'en' ? '' : file, ...others]);

/** A frame in a sandbox has neither of both. @param {'localStorage' | 'sessionStorage'} shelf @param {string} [tag] to be kept there @returns {string | undefined | null} */
function kept(shelf, tag) {
  try {
    return tag ? void (window[shelf][KEY] = tag) : window[shelf][KEY];
  } catch {
    return null; // then it is asked for again
  }
}

function wantedHere() {
  const others = [kept('localStorage'), ...navigator.languages];
  return wantedLanguage(location.hash, kept('sessionStorage'), document.documentElement.lang, others);
}

/**
 * Before anything is said: the page's language, where it is not English. Words that do not come leave it in English.
 * @param {(load: () => Promise<void>) => Promise<void>} [how] how a part of the page is fetched
 */
export async function speakAsWanted(how = (load) => load()) {
  const tag = wantedHere();
  if (tag !== spoken()) await how(() => speakIn(tag)).catch(() => {});
}

/** What an address, or the page's own file, says of the language is kept for this tab; the address does without from then on. @param {typeof speakAsWanted} [speak] */
export async function hearAddress(speak = speakAsWanted) {
  const said = languageIn(location.hash);
  const wanted = speak();
  if (said || document.documentElement.lang !== 'en') kept('sessionStorage', wantedHere());
  if (said) history.replaceState(history.state, '', withoutLanguage(location.href));
  await wanted;
}

/** The reader's own choice, from now on and on this device. @param {string} tag @param {(load: () => Promise<void>) => Promise<void>} how */
export async function chooseLanguage(tag, how) {
  await how(() => speakIn(tag));
  kept('localStorage', tag);
  kept('sessionStorage', tag);
}
