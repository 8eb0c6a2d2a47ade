// A course platform's side of SCORM, as strict as the standards are where our packages could go wrong: calls out of order, fields that do not
// exist, values of another form, texts that are too long are errors, and kept. One function without imports, so that a page can have it.

/**
 * @param {1.2 | 2004} standard @param {Record<string, string>} [kept] what an earlier launch left
 * @returns {{api: Record<string, (...of: string[]) => string>, kept: Record<string, string>, set: string[], errors: string[], state: () => string, commits: () => number}}
 */
export function makeLms(standard, kept = {}) {
  const newer = standard === 2004;
  const number = /^-?\d+(\.\d+)?$/;
  /** @type {Record<string, RegExp>} */
  const fields = newer
    ? {
        'cmi.completion_status': /^(completed|incomplete|not attempted|unknown)$/,
        'cmi.success_status': /^(passed|failed|unknown)$/,
        'cmi.score.scaled': /^(-?0(\.\d+)?|-?1(\.0+)?)$/,
        'cmi.score.raw': number,
        'cmi.score.min': number,
        'cmi.score.max': number,
        'cmi.suspend_data': /^[^]{0,64000}$/,
        'cmi.exit': /^(time-out|suspend|logout|normal|)$/,
        'cmi.session_time': /^P(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)$/,
      }
    : {
        'cmi.core.lesson_status': /^(passed|completed|failed|incomplete|browsed)$/,
        'cmi.core.score.raw': number,
        'cmi.core.score.min': number,
        'cmi.core.score.max': number,
        'cmi.suspend_data': /^[^]{0,4096}$/,
        'cmi.core.exit': /^(time-out|suspend|logout|)$/,
        'cmi.core.session_time': /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/,
      };
  const unread = newer ? ['cmi.exit', 'cmi.session_time'] : ['cmi.core.exit', 'cmi.core.session_time'];
  /** @type {Record<string, string>} */
  const begun = newer ? {'cmi.completion_status': 'unknown'} : {'cmi.core.lesson_status': 'not attempted'};
  /** @type {Record<string, string>} */
  const values = {...begun, ...kept};
  const set = /** @type {string[]} */ ([]);
  const errors = /** @type {string[]} */ ([]);
  let state = 'before';
  let commits = 0;
  const fail = (/** @type {string} */ why) => (errors.push(why), 'false');
  const running = (/** @type {string} */ what) => (state === 'running' ? '' : fail(`${what} while ${state}`));
  const calls = {
    begin: (/** @type {string} */ of) => {
      if (of !== '' || state !== 'before') return fail(`begun while ${state}`);
      state = 'running';
      return 'true';
    },
    end: () => {
      if (running('ended')) return 'false';
      state = 'over';
      // What never says how it stands counts as completed.
      if (!newer && values['cmi.core.lesson_status'] === 'not attempted')
        values['cmi.core.lesson_status'] = 'completed';
      return 'true';
    },
    get: (/** @type {string} */ name) => {
      if (running(`get ${name}`)) return '';
      if (!fields[name] || unread.includes(name)) fail(`get ${name}`);
      return values[name] ?? '';
    },
    set: (/** @type {string} */ name, /** @type {string} */ value) => {
      if (running(`set ${name}`)) return 'false';
      if (typeof value !== 'string' || !fields[name]?.test(value))
        return fail(`set ${name} = ${String(value).slice(0, 40)}`);
      values[name] = value;
      set.push(`${name}=${value}`);
      return 'true';
    },
    save: () => running('saved') || (commits++, 'true'),
  };
  const names = newer
    ? {Initialize: 'begin', Terminate: 'end', GetValue: 'get', SetValue: 'set', Commit: 'save'}
    : {LMSInitialize: 'begin', LMSFinish: 'end', LMSGetValue: 'get', LMSSetValue: 'set', LMSCommit: 'save'};
  const api = Object.fromEntries(
    Object.entries(names).map(([name, what]) => [name, calls[/** @type {'begin'} */ (what)]]),
  );
  return {api, kept: values, set, errors, state: () => state, commits: () => commits};
}
