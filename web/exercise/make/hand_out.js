// What a teacher takes away as links: one for students, and one of their own that opens the maker again; lines for course pages are
// those of web/hosts. Pure.

/** @typedef {{root: string, hash: string, title: string, height: number, lang: string, from?: string, poster?: string}} HandedOut root: the address of the home; hash: of a student's link, with its "#" */

/** What a student opens. @param {HandedOut} of */
export const studentLink = ({root, hash, lang}) => root + hash + (lang ? `&lang=${lang}` : '');

/** What only the maker asks of its own address: a page that speaks takes `lang` out of it. @param {string} edit of a teacher's link, with its "#" @param {Pick<HandedOut, 'lang' | 'height' | 'from'> & {position: number}} of */
export function teacherHash(edit, {lang, height, from, position}) {
  const kept = Object.entries({tongue: lang, tall: height, from: from ?? '', at: position}).filter(
    ([, value]) => value,
  );
  return edit + kept.map(([name, value]) => `&${name}=${value}`).join('');
}

/** The same from an address. @param {URLSearchParams} parameters */
export function readTeacher(parameters) {
  const number = (/** @type {string} */ name, /** @type {number} */ most) => {
    const said = Number(parameters.get(name));
    return Number.isInteger(said) && said > 0 && said <= most ? said : 0;
  };
  const named = (/** @type {string} */ name, /** @type {RegExp} */ form) => {
    const said = parameters.get(name) ?? '';
    return form.test(said) ? said : '';
  };
  return {
    lang: named('tongue', /^[a-z]{2,3}$/),
    height: number('tall', 4000),
    from: named('from', /^[a-z][a-z0-9-]{0,39}$/),
    position: number('at', 7),
  };
}
