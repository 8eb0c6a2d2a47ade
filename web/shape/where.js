// What an address means: the home, a chapter, or the lab. Pure.
import {NO_SHAPE} from './shape.js';
import {readings} from './written.js';

/** An exercise is in what its address packs, so that it takes a look inside to know (web/exercise/address.js). @typedef {{room: 'home'} | {room: 'exercise', id: string} | {room: 'chapter', id: string} | {room: 'lab'} | {room: 'teach'} | {room: 'class'} | {room: 'glossary'} | {room: 'privacy'} | {room: 'sheet', id: string}} Where */

const CHAPTER = /^[a-z][a-z0-9-]{0,39}$/;
/** What belongs to the course beside its chapters. */
const DESK = /^#(teach|class|glossary|privacy)(?:&|$)/;
/** The lab without an experiment of its own. */
const LAB = /^#?lab(?:=[a-z0-9-]*)?(?:&|$)/;

/**
 * Whatever is no chapter's and not empty is the lab's, as every address was before there were chapters; also what cannot be read,
 * since the lab says why.
 * @param {string} hash of an address, with its "#" or without @param {string | null} [own] what the file itself is of: a chapter, or one of these
 * @returns {Where}
 */
export function whereOf(hash, own = null) {
  const said = withoutLanguage(hash);
  const [, desk] = DESK.exec(said.length < 2 ? `#${own}` : said) ?? [];
  if (desk) return {room: /** @type {'teach' | 'class' | 'glossary' | 'privacy'} */ (desk)};
  if (said.length < 2) return own === null ? {room: 'home'} : {room: 'chapter', id: own};
  const possible = readings(hash);
  if (possible.some(({parameters}) => parameters.has('x'))) return {room: 'lab'};
  const [{parameters}] = possible;
  const sheet = parameters.get('sheet') ?? '';
  if (CHAPTER.test(sheet)) return {room: 'sheet', id: sheet};
  const id = parameters.get('chapter');
  if (id === null) return {room: 'lab'};
  return CHAPTER.test(id) ? {room: 'chapter', id} : {room: 'home'};
}

/** @param {Where} where @returns {string} its hash; '' of the home */
export function hashOf(where) {
  if (where.room === 'home') return '';
  if (where.room === 'exercise') return where.id;
  return 'id' in where ? `#${where.room}=${where.id}` : `#${where.room}`;
}

/** Whether a chapter is shown to a whole room. @param {string} hash */
export const isProjected = (hash) => readings(hash)[0]?.parameters.get('projector') === 'on';

/** The same address of another chapter, in the same colours and with the same parts. @param {string} hash @param {string} id */
export const withChapter = (hash, id) => hash.replace(/(^|[#&])chapter(=|%3D)[^&]*/i, `$1chapter=${id}`);

/** What of a chapter its address can hide. */
const OF_CHAPTERS = ['recall', 'background', 'onward', 'verdict', 'lab_link'];

/** What of a chapter is hidden by its address; other names are as if they were not there. @param {string} hash @returns {import('./shape.js').Shape} */
export function chapterShape(hash) {
  const names = (readings(hash)[0]?.parameters.get('hide') ?? '').split(',');
  const hide = OF_CHAPTERS.filter((name) => names.includes(name));
  return hide.length ? {...NO_SHAPE, hide} : NO_SHAPE;
}

/** What of the lab's address is a link to an experiment; '' where it names none. @param {string} hash */
export const linkIn = (hash) => withoutLanguage(hash).replace(LAB, '#').replace(/^#$/, '');

/** Whether nobody chose an experiment by this address. @param {string} hash */
export const isAnyLab = (hash) => linkIn(hash) === '';

/** The experiment of ours that an address names. @param {string} hash @returns {string | null} its id */
export const presetIn = (hash) => /^#?lab=([a-z0-9-]+)(?:&|$)/.exec(withoutLanguage(hash))?.[1] ?? null;

/** The theme that an address asks for, where what it shows is no experiment. @param {string} hash @returns {'light' | 'dark' | ''} */
export function themeIn(hash) {
  const theme = readings(hash)[0]?.parameters.get('theme');
  return theme === 'light' || theme === 'dark' ? theme : '';
}

/** The language that an address asks for, as it stands there: "es", "es-MX". @param {string} hash */
export const languageIn = (hash) => /(?:^#?|&)lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9-]+)?)(?=&|$)/.exec(hash)?.[1] ?? '';

/** An address that says nothing of the language. @param {string} address or its hash, with the "#" or without */
export function withoutLanguage(address) {
  const at = address.indexOf('#') + 1;
  const left = address.slice(at).split('&').filter((one) => !/^lang=/.test(one)); // prettier-ignore
  return address.slice(0, left.join('') ? at : Math.max(0, at - 1)) + left.join('&');
}
