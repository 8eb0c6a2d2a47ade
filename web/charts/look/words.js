// What the squares say in sentences, as a reading of one place and as numbers.
import {BAR, SCORES} from '../compare/head_scores.js';
import {percent} from '../compare/numbers.js';
import {spoken, strung} from '../grid.js';
import {called} from '../places.js';
import {isHead} from './maps.js';
import {
  NAMES,
  chosenMap,
  cliffOf,
  distance,
  isNamed,
  most,
  nameOfHead,
  pointedness,
  rowOf,
  strongest,
} from './stands_out.js';

/** @typedef {import('./maps.js').LookMap} LookMap @typedef {import('./maps.js').Side} Side @typedef {import('./layout.js').Large} Large */
/** @typedef {import('../compare/runs.js').Run} Run @typedef {import('../compare/runs.js').Options} Options @typedef {import('../grid.js').Saying} Saying */

/** Over the squares of one layer. @param {LookMap[]} maps @returns {Saying} */
export function groupTitle([{kind, layer, only}, other]) {
  if (only) return {key: 'compare.look.group_only'};
  const title = kind === 'read' ? 'gradient' : kind === 'given' ? (other ? 'gradients' : 'gradient') : kind;
  return {key: `compare.look.group_${title}`, values: {layer: String(layer + 1)}};
}

/** Which map it is, in a sentence. @param {LookMap} map @returns {Saying} */
export function mapName({kind, layer, head, only}) {
  if (only) return {key: 'compare.look.map_only'};
  return {key: `compare.look.map_${kind}`, values: {layer: String(layer + 1), head: String(head + 1)}};
}

/** Over the large one: which it is, and why it. @param {Pick<Large, 'map' | 'why'>} large @returns {Saying} */
export function largeTitle({map, why}) {
  const name = {map: mapName(map)};
  if (why === 'picked' || why === 'gradient')
    return {key: `compare.look.large_${isHead(map) ? 'picked' : map.kind}`, values: name};
  if (why === 'pointed' && map.only) return {key: 'compare.look.large_only'};
  if (why === 'pointed') return {key: 'compare.look.large_pointed', values: name};
  if (why === 'induction')
    return {key: 'compare.look.large_induction', values: {...name, share: percent(map.scores.induction ?? NaN)}};
  const named = nameOfHead(map);
  return {
    key: 'compare.look.large_strongest',
    values: {...name, score: {key: `compare.look.${named?.score}`}, share: percent(named?.value ?? NaN)},
  };
}

// A reading ---------------------------------------------------------------------------------------------------------

/** A whole square. @param {Run} run @param {LookMap} map @returns {Saying} */
export function readMap({name}, map) {
  const values = {name, map: mapName(map)};
  const scores = SCORES.flatMap((score) => {
    const value = map.scores[score];
    return value === undefined || Number.isNaN(value)
      ? []
      : [{key: `compare.look.score_${score}`, values: {share: percent(value)}}];
  });
  if (scores.length)
    return {key: 'compare.look.reading_scored', values: {...values, scores: strung(scores, 'list.semicolon')}};
  return {key: 'compare.look.reading_map', values: {...values, pointed: percent(pointedness(map))}};
}

/** One row. @param {Run} run @param {LookMap} map @param {number} query @param {Options} options @returns {Saying} */
export function readRow({name}, map, query, options) {
  const place = lookingAt(map, query, options);
  const values = {name, map: mapName(map), place};
  const row = rowOf(map, query);
  if (Number.isNaN(row[0])) return {key: 'compare.look.reading_unasked', values};
  const places = strongest(map, query, 3).map(({key, share}) => ({
    key: 'compare.look.share',
    values: {place: seenAt(map, query, key, options), share: percent(share)},
  }));
  if (!places.length) return {key: 'compare.look.reading_nothing', values};
  return {
    key: `compare.look.reading_${isHead(map) ? 'row' : 'gradient'}`,
    values: {...values, places: strung(places, 'list.semicolon')},
  };
}

/** Who looks. @param {LookMap} map @param {number} query @param {Options} options @returns {Saying} */
function lookingAt({kind, rows, queries}, query, options) {
  if (rows.stream === null)
    return {
      key:
        kind === 'points' ? 'compare.look.point' : queries === 1 ? 'compare.look.answer' : 'compare.look.answer_part',
      values: {place: String(query + 1)},
    };
  return placeOf(rows, query, options);
}

/** What is looked at, with how far away it is where that can be said. @param {LookMap} map @param {number} query @param {number} key @param {Options} options @returns {Saying} */
export function seenAt({rows, columns}, query, key, options) {
  if (columns.stream === null) return {key: 'compare.look.point', values: {place: String(key + 1)}};
  const place = placeOf(columns, key, options);
  if (rows.stream !== columns.stream) return place;
  return {key: `compare.look.${key > query ? 'ahead' : 'back'}`, values: {place, far: Math.abs(query - key)}};
}

/** @param {Side} side @param {number} at @param {Options} options @returns {Saying} */
export function placeOf({stream, names}, at, {places}) {
  const values = {kind: called({places}, stream ?? 'input', 1), place: String(at + 1)};
  if (!names) return {key: 'places.at', values};
  return {
    key: 'places.at.named',
    values: {...values, symbol: names[at] === '·' ? {key: 'inside.symbol.end'} : spoken(names[at])},
  };
}

// Sentences ----------------------------------------------------------------------------------------------------------

/** What a model's heads are, or what it depends on. @param {Run} run @param {LookMap[]} maps @param {Options} options @returns {Saying} */
export function sentence({name}, maps, options) {
  const heads = maps.filter(isHead);
  if (heads.length) return {key: 'compare.look.found', values: {name, all: strung(headParts(heads), 'list.semicolon')}};
  const [map] = maps;
  const parts = map ? gradientParts(map, options) : [];
  if (!parts.length) return {key: 'compare.look.nothing', values: {name}};
  return {key: 'compare.look.found_gradient', values: {name, all: strung(parts, 'list.semicolon')}};
}

/** The best of each score, what none deserves the name of, and what is drawn large where none does. @param {LookMap[]} heads @returns {Saying[]} */
function headParts(heads) {
  const known = NAMES.filter((score) => heads.some(({scores}) => !Number.isNaN(scores[score] ?? NaN)));
  const named = known.filter((score) => heads.some((map) => isNamed(map, score)));
  const parts = named.map((score) => bestOf(heads, score));
  const none = known.filter((score) => !named.includes(score)).map((score) => ({key: `compare.look.${score}`}));
  const scores = strung(none, 'list.comma');
  if (none.length) parts.push({key: 'compare.look.none', values: {scores, bar: percent(BAR)}});
  const {at, why} = chosenMap(heads);
  const share = percent(pointedness(heads[at]));
  const key = heads[at].only ? 'compare.look.only_pointed' : 'compare.look.best_pointed';
  if (why === 'pointed') parts.push({key, values: {map: mapName(heads[at]), share}});
  return parts;
}

/** @param {LookMap[]} heads @param {import('./stands_out.js').Named['score']} score @returns {Saying} */
function bestOf(heads, score) {
  const best = heads[most(heads, (map) => (isNamed(map, score) ? (map.scores[score] ?? NaN) : NaN))];
  const values = {map: mapName(best), share: percent(best.scores[score] ?? NaN)};
  return {key: `compare.look.best_${score}`, values};
}

/** How much of an answer comes from one place, how far back, and where nothing is seen any more. @param {LookMap} map @param {Options} options @returns {Saying[]} */
function gradientParts(map, options) {
  const pointed = pointedness(map);
  if (!(pointed > 0)) return [];
  const share = percent(pointed);
  if (map.queries === 1) {
    const place = seenAt(map, 0, strongest(map, 0, 1)[0].key, options);
    return [{key: 'compare.look.answer_from', values: {share, place}}];
  }
  const kinds = (/** @type {number} */ count) => called(options, map.columns.stream ?? 'input', count);
  const [far, reach] = [distance(map), cliffOf(map)];
  /** @type {Saying[]} */
  const parts = [{key: 'compare.look.answers_from', values: {share}}];
  if (!Number.isNaN(far)) parts.push({key: 'compare.look.mean_back', values: {far: far.toFixed(1), kind: kinds(2)}});
  if (reach !== null) parts.push({key: 'compare.look.cliff', values: {far: reach, kind: kinds(reach)}});
  return parts;
}

// Numbers -------------------------------------------------------------------------------------------------------------

const COLUMNS = ['map', 'layer', 'head', ...SCORES, 'pointed', 'away', 'sees'];

/** In files. @type {Record<string, string>} */
const IDS = {map: 'what_looks', pointed: 'share_at_one_place', away: 'places_away', sees: 'sees_places_back'};

export const columns = COLUMNS.map((id) => ({id: IDS[id] ?? id, title: {key: `compare.table.${id}`}}));

/** A row a map. @param {Run} run @param {LookMap[]} maps @returns {(string | number)[][]} */
export function rowsOfTable({name}, maps) {
  return maps.map((map) => {
    const {kind, layer, head, step, scores} = map;
    const of = isHead(map) ? [layer + 1, head + 1] : [NaN, NaN];
    const seen = [pointedness(map), distance(map), cliffOf(map) ?? NaN];
    return [name, step, kind, ...of, ...SCORES.map((score) => scores[score] ?? NaN), ...seen];
  });
}
