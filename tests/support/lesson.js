// A course page with many labs in it, of which each is told to train, and a reader who scrolls through.

/** @typedef {'sandboxed' | 'plain' | 'element'} Kind how a lab is put into the page: a frame with or without rights, or our element */

const ADDRESS = 'http://course.test/lesson.html';

/** @param {Kind} kind @param {{base: string, hash: string, count: number}} of base: where dist/ is served, with a slash */
function lessonPage(kind, {base, hash, count}) {
  const frame = `<iframe src="${base}embed.html${hash}" title="lab" width="100%" height="640" loading="lazy" ${kind === 'sandboxed' ? 'sandbox="allow-scripts"' : ''}></iframe>`;
  const lab = kind === 'element' ? `<unrolled-lab state="${hash}"></unrolled-lab>` : frame;
  const script = kind === 'element' ? `<script src="${base}unrolled-lab.js"></script>` : '';
  const part = (/** @type {number} */ i) => `<section><h2>Part ${i + 1}</h2>${lab}</section>`;
  return `<!doctype html><title>Lesson</title>${script}${Array.from({length: count}, (_, i) => part(i)).join('')}`;
}

/** Runs in the page: tells each lab to train, and keeps what each says of itself. */
function follow() {
  /** @type {any[]} */
  const labs = [...document.querySelectorAll('unrolled-lab, section > iframe')];
  const told = labs.map(() => ({state: '', done: false, models: []}));
  /** @param {any} lab @param {any} message @param {() => void} start */
  const hear = (lab, {type, data}, start) => {
    const heard = told[labs.indexOf(lab)];
    if (type === 'unrolled:ready') start();
    if (type === 'unrolled:done') heard.done = true;
    if (data?.state) Object.assign(heard, {state: data.state, models: data.models});
  };
  for (const lab of labs)
    lab.addEventListener('unrolled-message', (/** @type {any} */ {detail}) =>
      hear(lab, detail, () => lab.send('start')),
    );
  addEventListener('message', (/** @type {any} */ {source, data}) => {
    const frame = labs.find(({contentWindow}) => contentWindow === source);
    const start = {type: 'unrolled:start', v: 1, id: null, data: {}};
    if (frame) hear(frame, data, () => source.postMessage(start, '*'));
  });
  Object.assign(window, {told, labs});
}

/**
 * Scrolls from one lab to the next as soon as that one is done.
 * @param {import('playwright-core').Page} page
 * @param {{kind: Kind, base: string, hash: string, count: number, patience_ms: number, tell?: (text: string) => void}} how
 *     patience_ms: how long it waits for each
 * @returns {Promise<{done: number, stuck: any[], mostWorkers: number}>} mostWorkers: at a time
 */
export async function scrollThrough(page, {kind, base, hash, count, patience_ms, tell = () => {}}) {
  let [workers, mostWorkers] = [0, 0];
  page.on('worker', (worker) => {
    mostWorkers = Math.max(mostWorkers, ++workers);
    worker.on('close', () => workers--);
  });
  await page.route('http://course.test/**', (route) =>
    route.fulfill({contentType: 'text/html', body: lessonPage(kind, {base, hash, count})}),
  );
  await page.addInitScript(`if (location.href === '${ADDRESS}') addEventListener('DOMContentLoaded', ${follow})`);
  await page.goto(ADDRESS);
  /** @type {number[]} */
  const stuck = [];
  for (let i = 0; i < count; i++) {
    await page.evaluate((at) => /** @type {any} */ (window).labs[at].scrollIntoView({block: 'center'}), i);
    const isDone = (/** @type {number} */ at) => /** @type {any} */ (window).told[at].done;
    await page.waitForFunction(isDone, i, {timeout: patience_ms, polling: 100}).catch(() => stuck.push(i));
    tell(`${i + 1} of ${count}, ${stuck.length} stuck, ${workers} workers`);
  }
  const told = await page.evaluate(() => /** @type {any} */ (window).told);
  const done = told.filter((/** @type {any} */ one) => one.done).length;
  return {done, stuck: stuck.map((i) => ({i, ...told[i]})), mostWorkers};
}
