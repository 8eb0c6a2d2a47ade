// The readable part of a frame's address: what is asked for by hand behind the packed one. What it says of a version is an agreement; what
// nobody knows is named, so that a slip of the pen is seen. Pure.
import {PARTS} from '../shape/parts.js';
import {chapterShape, whereOf} from '../shape/where.js';
import {readings} from '../shape/written.js';

export const PARAMETER_VERSION = '1';
const OF_VIEWS = ['axis', 'metric', 'show', 'log', 'logy', 'smooth', 'pace', 'speed', 'patience', 'goal'];
/** What an author's own link says besides. */
const OF_AUTHORS = ['edit', 'tongue', 'tall', 'from', 'at'];
const OF_FRAMES = ['x', 'a', 'chapter', 'lab', 'hide', 'lock', 'theme', 'lang', 'height', 'v'];
const KNOWN = new Set([...OF_FRAMES, ...OF_AUTHORS, ...OF_VIEWS]);
/** As the engine names its options; which there are the link's reader knows. */
const OPTION = /^(task|train|models)(\.(\w+|\*)){1,4}$/;
const NAME = /^([\w.-]{1,40})=/;
/** CSS pixels. */
const HEIGHTS = {least: 100, most: 4000};
/** Of what is named, so much at most. */
const SAID_LIMIT = 5;

/**
 * @param {string} hash of the frame's address
 * @returns {{version: string | null, unknown: string[], height: number | null}} version: one that this file does not understand;
 *     unknown: what was asked for and cannot be; height: what the frame is to tell the page around it, whatever it shows
 */
export function parametersIn(hash) {
  const {parameters} = readings(hash)[0];
  const v = parameters.get('v');
  const asked = [...new Set([...parameters.keys(), ...namesIn(hash)])].filter((name) => !KNOWN.has(name));
  const said = parameters.get('height');
  const height = heightIn(said);
  const odd = said !== null && height === null ? [`height=${said.slice(0, 20)}`] : [];
  return {
    version: v === null || v === PARAMETER_VERSION ? null : v.slice(0, 20),
    unknown: [...asked, ...odd, ...partsUnknown(hash, parameters)].slice(0, SAID_LIMIT),
    height,
  };
}

/** Also those that no parameter is called like. @param {string} hash */
const namesIn = (hash) =>
  hash.split(/[#&]/).flatMap((piece) => {
    const [, name] = NAME.exec(piece) ?? [];
    return name ? [name] : [];
  });

/** @param {string | null} said */
function heightIn(said) {
  if (said === null || !/^\d{1,5}$/.test(said)) return null;
  return Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number(said)));
}

/** @param {string} hash @param {URLSearchParams} parameters */
function partsUnknown(hash, parameters) {
  const chapter = whereOf(hash).room === 'chapter';
  return /** @type {const} */ (['hide', 'lock']).flatMap((verb) => {
    const names = (parameters.get(verb) ?? '').split(',').filter(Boolean);
    const known = (/** @type {string} */ name) => (chapter ? inChapter(hash, verb, name) : inLab(verb, name));
    return names.filter((name) => !known(name)).map((name) => `${verb}=${name.slice(0, 40)}`);
  });
}

/** A chapter's own controls are its knob alone: nothing of it can be locked. @param {string} hash @param {string} verb @param {string} name */
const inChapter = (hash, verb, name) => verb === 'hide' && chapterShape(hash).hide.includes(name);

/** @param {'hide' | 'lock'} verb @param {string} name */
const inLab = (verb, name) => (Object.hasOwn(PARTS, name) && PARTS[name].includes(verb)) || OPTION.test(name);
