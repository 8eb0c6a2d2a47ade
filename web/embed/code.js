// The lines that a teacher copies into a course page.
import {say, spoken} from '../words/words.js';
import {ALLOW, CHAPTER_SANDBOX, SANDBOX} from './rights.js';

const CHAPTER_HEIGHT = 760;
const HEIGHT = 640; // CSS pixels; the frame's own messages refine it where the host page listens

/**
 * One iframe, which works on every host that allows iframes.
 * @param {{page: string, hash: string, title?: string, height?: number}} of
 *     page: address of this page or of embed.html; hash: of encodeLink, with its "#"
 */
export function embedCode({page, hash, title = say('share.frame'), height = HEIGHT}) {
  const source = new URL('embed.html', page);
  source.hash = hash;
  return frameCode({source, title, height, sandbox: SANDBOX, allow: ALLOW});
}

/**
 * @param {{source: URL, title: string, height?: number, sandbox: string, allow?: string, inside?: string}} of inside: markup that is left
 *     where a page takes frames away
 */
export function frameCode({source, title, height = CHAPTER_HEIGHT, sandbox, allow, inside = ''}) {
  const attributes = [
    ['src', source.href],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['frameborder', '0'], // old, but unlike a style it passes every course platform's filter
    ['loading', 'lazy'],
    ['sandbox', sandbox],
    ...(allow ? [['allow', allow]] : []),
    ['credentialless', ''], // pages that are cross-origin isolated take no other frame
  ];
  const written = attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ');
  return `<iframe ${written}>${inside}</iframe>`;
}

/** The same for pages that may load a script: the element makes the frame, and sizes it. */
export function elementCode(/** @type {{page: string, hash: string, height?: number}} */ {page, hash, height}) {
  const script = new URL('unrolled-lab.js', page).href;
  const tall = height ? ` height="${height}"` : '';
  return `<script src="${escapeAttribute(script)}" defer></script><unrolled-lab state="${escapeAttribute(hash)}"${tall}></unrolled-lab>`;
}

/**
 * What a frame is asked for besides its chapter: colours, and the language of the page that the line is copied from. English is not
 * asked for, so that a frame speaks to everybody in his own language.
 * @param {string} theme
 */
const wishes = (theme) => Object.entries({theme, lang: spoken() === 'en' ? '' : spoken()}).filter(([, value]) => value);

/**
 * A chapter in a frame: it saves no file and copies nothing.
 * @param {{page: string, id: string, title: string, theme: string}} of
 */
export function chapterCode({page, id, title, theme}) {
  const source = new URL('embed-chapters.html', page);
  source.hash = [['chapter', id], ...wishes(theme)].map((one) => one.join('=')).join('&');
  return frameCode({source, title, sandbox: CHAPTER_SANDBOX});
}

/** The same as an element. @param {{page: string, id: string, theme: string}} of */
export function chapterElementCode({page, id, theme}) {
  const script = new URL('unrolled-lab.js', page).href;
  const look = wishes(theme)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  return `<script src="${escapeAttribute(script)}" defer></script><unrolled-lab chapter="${escapeAttribute(id)}"${look}></unrolled-lab>`;
}

/** @param {string} value */
function escapeAttribute(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
