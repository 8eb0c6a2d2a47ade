// Pages of hosts that tests open: a book with SPLICE, a course platform with SCORM, a problem of Open edX, a page that hears the frame's own
// messages, each with one frame in it. What a host keeps it keeps in its own storage, so that another visit finds it.
import {edxProblemPage} from './edx.js';
import {makeLms} from './lms.js';
import {spliceBook} from './splice_book.js';

const html = (/** @type {string} */ title, /** @type {string} */ body) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1>${body}`;

const iframe = (/** @type {string} */ source, more = '') =>
  `<iframe src="${source}" title="exercise" width="740" height="700" ${more}></iframe>`;

/** What was kept by an earlier visit under a name. @param {string} name */
const keptAs = (name) => `JSON.parse(sessionStorage.getItem('${name}') ?? 'null')`;

/** @param {string} frame address @param {{mute?: boolean}} [how] */
export const bookPage = (frame, {mute = false} = {}) =>
  html(
    'Book',
    `<script>${spliceBook}
    const book = spliceBook(window, ${keptAs('book')}, {mute: ${mute}});
    window.keep = () => sessionStorage.setItem('book', JSON.stringify(book.reports.at(-1) ?? null));
    window.told = () => ({scores: book.reports.map(({score}) => score), states: book.reports.map(({state}) => state), events: book.events, asked: book.asked(), heights: book.heights.length});
    </script>${iframe(frame, 'sandbox="allow-scripts"')}`,
  );

/** @param {1.2 | 2004} standard @param {string} package_page address of the package's first file */
export const platformPage = (standard, package_page) =>
  html(
    'Platform',
    `<script>${makeLms}
    const lms = makeLms(${standard}, ${keptAs('lms')} ?? {});
    window.${standard === 2004 ? 'API_1484_11' : 'API'} = lms.api;
    window.leave = () => document.querySelector('iframe').remove();
    window.keep = () => sessionStorage.setItem('lms', JSON.stringify(lms.kept));
    window.told = () => ({kept: lms.kept, set: lms.set, errors: lms.errors, state: lms.state()});
    </script>${iframe(package_page)}`,
  );

/** As xmodule/capa/templates/jsinput.html has its frame. */
const EDX_SANDBOX = 'allow-scripts allow-popups allow-same-origin allow-forms allow-pointer-lock allow-downloads';

/** @param {string} file address of jsinput.html */
export const problemPage = (file) =>
  html(
    'Problem',
    `${iframe(file, `sandbox="${EDX_SANDBOX}"`)}<script>${edxProblemPage}
    const frame = document.querySelector('iframe').contentWindow;
    const problem = edxProblemPage(window, frame, new URL('${file}').origin, sessionStorage.getItem('edx') ?? undefined);
    window.submit = async () => { const stored = await problem.submit(); sessionStorage.setItem('edx', stored); return JSON.parse(JSON.parse(stored).answer); };
    window.channelReady = () => problem.ready();
    </script>`,
  );

/** @param {string} frame address */
export const messagesPage = (frame) =>
  html(
    'Lesson',
    `<script>
    window.results = [];
    addEventListener('message', ({source, data}) => {
      const frame = document.querySelector('iframe').contentWindow;
      if (source !== frame || typeof data?.type !== 'string') return;
      const kept = ${keptAs('lesson')};
      if (data.type === 'unrolled:ready' && kept) frame.postMessage({type: 'unrolled:setState', v: 1, id: 1, data: {taken: kept.state}}, '*');
      if (data.type === 'unrolled:result') results.push(data.data);
    });
    window.keep = () => sessionStorage.setItem('lesson', JSON.stringify(results.at(-1)));
    </script>${iframe(frame, 'sandbox="allow-scripts" credentialless')}`,
  );
