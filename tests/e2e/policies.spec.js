// Course pages and sites whose policies forbid this and that: the lab trains there, or what stands on the page says why not.
import {appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {servePolicies} from '../support/policy_server.js';
import {encodeLink} from '../../web/shape/link.js';
import {readRace, SMALL, untilStep} from './lab.js';

const raceOf = (/** @type {number} */ steps) =>
  encodeLink({
    experiment: {...SMALL, train: {...SMALL.train, steps, eval_every: 10}, models: SMALL.models.slice(0, 1)},
  });
const RACE = await raceOf(20);
/** Its worker is there as long as a test needs it; a finished one is ended. */
const LONG = await raceOf(1_000_000);
const TRUSTED = "require-trusted-types-for 'script'";
const csp = (policy) => ({'content-security-policy': policy});
/** What the page says when its script may not run. */
const NOT_RUN = /its script may not run here/;
const NO_WASM = /security policy forbids WebAssembly.*'wasm-unsafe-eval'/;

/** @type {Awaited<ReturnType<typeof servePolicies>>} */
let server;
/** @type {Record<string, import('../support/policy_server.js').Site>} */
const sites = {plain: {}};
test.beforeAll(async () => {
  server = await servePolicies(sites);
});
test.afterAll(() => server.close());

/**
 * @param {import('@playwright/test').Page | import('@playwright/test').FrameLocator} lab
 * @param {() => import('@playwright/test').Page | import('@playwright/test').Frame | undefined} window
 */
async function trains(lab, window) {
  await lab.getByRole('button', {name: 'Train', exact: true}).click({timeout: 30_000});
  await expect
    .poll(async () => (await readRace(/** @type {any} */ (window()))).runners.map(({state}) => state), {
      timeout: 30_000,
    })
    .toEqual(['done']);
}

/** What a person reads, in a page or a frame. @param {any} lab @param {RegExp} words */
const says = (lab, words) => expect(lab.getByText(words).first()).toBeVisible({timeout: 30_000});

const labOf = (page) => page.frames().find((one) => /embed(-files)?\.html/.test(one.url()));

/** @param {import('@playwright/test').Page} page @param {string} folder @param {object} headers @param {string} lesson */
async function openLesson(page, folder, headers, lesson) {
  sites[folder] = {headers, lesson};
  await page.goto(server.theirs(folder, 'lesson.html'));
}

const frame = (more = 'sandbox="allow-scripts" credentialless', file = server.ours('plain', 'embed.html')) =>
  `<iframe src="${file}${RACE}" title="lab" width="800" height="640" ${more}></iframe>`;
const element = (folder = 'plain') =>
  `<script src="${server.ours(folder, 'unrolled-lab.js')}" defer></script>
   <unrolled-lab state="${RACE}"><a href="${server.ours('plain', RACE)}">Open this race</a></unrolled-lab>`;

/** What a host's policy makes of the line with the frame and of that with the element. 'link': what stands in the element. */
const HOSTS = [
  ['none', {}, 'trains', 'trains'],
  ['scripts of ours', () => csp(`script-src ${server.origin}`), 'trains', 'trains'],
  ['no workers', csp("worker-src 'none'"), 'trains', 'trains'],
  ['trusted types', csp(TRUSTED), 'trains', 'trains'],
  ['no styles', csp("style-src 'none'"), 'trains', 'trains'],
  ['a sandbox of its own', csp('sandbox allow-scripts'), 'trains', 'trains'],
  ['own scripts', csp("script-src 'self'"), 'trains', 'link'],
  ['own scripts and WebAssembly', csp("script-src 'self' 'wasm-unsafe-eval'"), 'trains', 'link'],
  ['frames of ours alone', () => csp(`default-src 'none'; frame-src ${server.origin}`), 'trains', 'link'],
  ['nothing', csp("default-src 'none'"), 'blocked', 'link'],
  ['isolated, corp demanded', {'cross-origin-embedder-policy': 'require-corp'}, 'trains', 'trains'],
  ['isolated, without credentials', {'cross-origin-embedder-policy': 'credentialless'}, 'trains', 'trains'],
];

for (const [name, headers, inFrame, inElement] of HOSTS) {
  test(`a course page with the policy “${name}”: a frame ${inFrame}, the element ${inElement}`, async ({page}) => {
    const sent = typeof headers === 'function' ? headers() : headers;
    await openLesson(page, 'host', sent, frame());
    if (inFrame === 'trains') await trains(page.frameLocator('iframe'), () => labOf(page));
    // The browser itself writes into the frame that it blocked; nothing of ours was asked for.
    else expect(labOf(page)).toBe(undefined);
    // The script's own host lets isolated pages have it, as tools/serve.mjs does.
    sites.open = {headers: {'cross-origin-resource-policy': 'cross-origin'}};
    await openLesson(page, 'host', sent, element('open'));
    if (inElement === 'trains') await trains(page.frameLocator('iframe'), () => labOf(page));
    else await says(page, /Open this race/);
  });
}

test('as served here, an isolated page takes the frame without being told, in any browser', async ({page, baseURL}) => {
  const isolated = {'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin'};
  await openLesson(page, 'host', isolated, frame('sandbox="allow-scripts"', new URL('embed.html', baseURL).href));
  await trains(page.frameLocator('iframe'), () => labOf(page));
});

/** What the attributes of a frame make of it. */
const FRAMES = [
  ['sandbox=""', /JavaScript is switched off, perhaps by the sandbox.*sandbox="allow-scripts"/s],
  ['sandbox="allow-scripts"', 'trains'],
  ['sandbox="allow-scripts allow-same-origin"', 'trains'],
  ['', 'trains'],
  ['credentialless', 'trains'],
  ['sandbox="allow-scripts" allow=""', 'trains'],
];

for (const [attributes, outcome] of FRAMES) {
  test(`a frame with ${attributes || 'no limits'}: ${outcome}`, async ({page}) => {
    await openLesson(page, 'frames', {}, frame(attributes));
    if (outcome === 'trains') await trains(page.frameLocator('iframe'), () => labOf(page));
    else await says(page.frameLocator('iframe'), outcome);
  });
}

/** What the policy of the site that has the files makes of the page, of embed.html, and of embed-files.html. */
const SITES = [
  ['none', {}, 'trains', 'trains', 'trains'],
  ['own scripts', csp("script-src 'self'"), NO_WASM, NOT_RUN, NO_WASM],
  ['own scripts and WebAssembly', csp("script-src 'self' 'wasm-unsafe-eval'"), 'trains', NOT_RUN, 'trains'],
  ['all of its own', csp("default-src 'self' 'wasm-unsafe-eval'"), 'trains', NOT_RUN, 'trains'],
  ['nothing', csp("default-src 'none'"), NOT_RUN, NOT_RUN, NOT_RUN],
  ['no styles', csp("style-src 'none'"), 'trains', 'trains', 'trains'],
  ['no workers', csp("worker-src 'none'"), /forbids background workers/, /forbids background workers/, /forbids background workers/], // prettier-ignore
  ['trusted types', csp(TRUSTED), 'trains', 'trains', 'trains'],
  ['trusted types by name', csp(`${TRUSTED}; trusted-types lit-html unrolled`), 'trains', 'trains', 'trains'],
  ['trusted types, ours not', csp(`${TRUSTED}; trusted-types lit-html`), /'trusted-types lit-html unrolled'/, /'trusted-types lit-html unrolled'/, /'trusted-types lit-html unrolled'/], // prettier-ignore
  ['trusted types of others', csp(`${TRUSTED}; trusted-types dompurify`), NOT_RUN, NOT_RUN, NOT_RUN],
  ['isolated', {'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin'}, 'trains', 'trains', 'trains'], // prettier-ignore
];

for (const [name, headers, ...outcomes] of SITES) {
  test(`a site with the policy “${name}”`, async ({page}) => {
    test.setTimeout(150_000);
    sites.site = {headers};
    for (const [i, file] of ['index.html', 'embed.html', 'embed-files.html'].entries()) {
      await page.goto('about:blank');
      await page.goto(server.ours('site', `${file}${RACE}`));
      if (outcomes[i] === 'trains') await trains(page, () => page);
      else await says(page, outcomes[i]);
    }
  });
}

/** What a frame from the files of a site says whose policy is strict, by how it is put into one of that site's pages. */
const STRICT = "script-src 'self' 'wasm-unsafe-eval'";
const FROM_FILES = [
  ['in a sandbox', STRICT, {}, 'sandbox="allow-scripts"', /embed-files.html.*without a sandbox/s],
  ['in a sandbox that is lent the files', STRICT, {'access-control-allow-origin': '*'}, 'sandbox="allow-scripts"', /allow them with 'worker-src blob:'/], // prettier-ignore
  ['in a sandbox that is lent the files, with workers from blobs', `${STRICT}; worker-src blob:`, {'access-control-allow-origin': '*'}, 'sandbox="allow-scripts"', 'trains'], // prettier-ignore
  ['without a sandbox', STRICT, {}, '', 'trains'],
];

for (const [name, policy, more, attributes, outcome] of FROM_FILES) {
  test(`a frame from files on a site of strict scripts, ${name}: ${outcome}`, async ({page}) => {
    const file = server.theirs('site', 'embed-files.html');
    await openLesson(page, 'site', {...csp(policy), ...more}, frame(attributes, file));
    const lab = page.frameLocator('iframe');
    if (outcome === 'trains') await trains(lab, () => labOf(page));
    else await says(lab, outcome);
  });
}

/** Every way out of a page that scripts have, tried where it is called. @returns {Promise<string[]>} those that were open */
async function waysOut(address) {
  const ways = {
    fetch: () => fetch(address, {mode: 'no-cors'}),
    request: () =>
      new Promise((resolve, reject) => {
        const request = Object.assign(new XMLHttpRequest(), {onload: resolve, onerror: reject});
        request.open('GET', address);
        request.send();
      }),
    socket: () =>
      new Promise((resolve, reject) => {
        Object.assign(new WebSocket(address.replace('http', 'ws')), {onopen: resolve, onerror: reject});
      }),
    image: () =>
      new Promise((resolve, reject) => {
        Object.assign(new Image(), {onload: resolve, onerror: reject, src: address});
      }),
    frame: () =>
      new Promise((resolve, reject) => {
        const made = Object.assign(document.createElement('iframe'), {onload: resolve, src: address});
        document.addEventListener('securitypolicyviolation', reject, {once: true});
        document.body.append(made);
      }),
    script: () =>
      new Promise((resolve, reject) => {
        document.body.append(
          Object.assign(document.createElement('script'), {onload: resolve, onerror: reject, src: address}),
        );
      }),
    beacon: () => (navigator.sendBeacon(address, 'x') ? Promise.resolve() : Promise.reject()),
  };
  const here = typeof document === 'undefined' ? ['fetch', 'request', 'socket'] : Object.keys(ways);
  const open = await Promise.all(here.map((way) => Promise.resolve().then(ways[way]).then(() => way, () => ''))); // prettier-ignore
  return open.filter((way) => way !== '');
}

test('a script that is not the one that was built does not run, and the page says that its script did not', async ({
  page,
}) => {
  sites.site = {};
  for (const file of ['index', 'shared']) {
    await page.route(new RegExp(`/assets/${file}-[^/]*\\.js$`), async (route) => {
      const response = await route.fetch();
      await route.fulfill({response, body: `${await response.text()}\ndocument.title = 'changed on the way';`});
    });
    await page.goto('about:blank');
    await page.goto(server.ours('site', `index.html${RACE}`));
    await says(page, NOT_RUN);
    expect(await page.title()).toMatch(/^Unrolled/);
    await page.unrouteAll();
  }
});

/** What comes when the lab stands. */
const LATE =
  /^(loss_plot|inside_section|compare_section|picture_frame|keeping|page_cards|saving|share_dialog|answer_panel|news_desk)-.*\.js$/;
/** What opens the lab, in the page and in a frame. */
const ROOMS = /^(lab_room|lab_frame)-.*\.js$/;

/** A copy of dist/ whose late scripts do something else, too. @param {string} folder @param {RegExp} [which] @returns {string[]} their names */
function changedCopy(folder, which = LATE) {
  cpSync('dist', folder, {recursive: true});
  const names = readdirSync(join(folder, 'assets')).filter((name) => which.test(name));
  for (const name of names) appendFileSync(join(folder, 'assets', name), `\n(globalThis.ran ??= []).push('${name}')`);
  return names;
}

const MISSING = 'A part of this page could not be loaded, or was changed on the way. Training goes on without it';

for (const file of ['index.html', 'embed-files.html'])
  test(`a part of ${file} that is fetched late and was changed does not run; the page says so, and trains`, async ({
    page,
  }, testInfo) => {
    const files = testInfo.outputPath('dist');
    const names = changedCopy(files);
    sites.changed = {files};
    const asked = server.asked.length;
    await page.goto(server.ours('changed', `${file}${RACE}`));
    await trains(page, () => page);
    await expect(page.getByRole('alert')).toContainText(MISSING);
    const fetched = names.filter((name) => server.asked.slice(asked).includes(`changed/assets/${name}`));
    expect(fetched.length).toBeGreaterThan(2);
    expect(await page.evaluate(() => /** @type {any} */ (globalThis).ran)).toBe(undefined);
    // And what is asked for by hand.
    if (file === 'embed-files.html') return;
    await page.getByRole('button', {name: 'Dismiss'}).click();
    await page.getByRole('button', {name: 'Share or embed'}).click();
    await expect(page.getByRole('alert')).toContainText(MISSING);
    // The same scripts run where no hash is asked for: the copy is not broken otherwise.
    const html = join(files, file);
    writeFileSync(html, readFileSync(html, 'utf8').replace(/<script type="importmap">.*?<\/script>/, ''));
    await page.goto('about:blank');
    await page.goto(server.ours('changed', `${file}${RACE}`));
    await trains(page, () => page);
    await expect
      .poll(() => page.evaluate(() => /** @type {any} */ (globalThis).ran ?? []))
      .toContain(names.find((name) => name.startsWith('loss_plot')));
    await expect(page.getByText(MISSING)).toHaveCount(0);
  });

for (const file of ['index.html', 'embed-files.html'])
  test(`a room of ${file} that was changed on the way is not entered: its words for that case stay`, async ({
    page,
  }, testInfo) => {
    const files = testInfo.outputPath('dist');
    expect(changedCopy(files, ROOMS)).toHaveLength(2);
    sites.changed = {files};
    await page.goto(server.ours('changed', `${file}${RACE}`));
    await says(page, NOT_RUN);
    await expect(page.getByRole('button', {name: 'Train', exact: true})).toHaveCount(0);
    expect(await page.evaluate(() => /** @type {any} */ (globalThis).ran)).toBe(undefined);
  });

/** Null: it was ended meanwhile, as one that only plans is. @param {import('@playwright/test').Worker} worker @param {string} address */
const inWorker = (worker, address) =>
  worker.evaluate(waysOut, address).catch((/** @type {Error} */ error) => {
    if (!/has been closed/.test(error.message)) throw error;
    return null;
  });

for (const file of ['index.html', 'embed.html', 'embed-files.html']) {
  test(`nothing leaves ${file}: its own policy keeps in what a script would send`, async ({page}) => {
    sites.site = {};
    await page.goto(server.ours('site', `${file}${LONG}`));
    await page.getByRole('button', {name: 'Train', exact: true}).click({timeout: 30_000});
    await untilStep(page, 1);
    await page.waitForLoadState('networkidle');
    const before = server.asked.length;
    // A stranger's address, for one page its own as well: where nothing is to be asked for, that is nothing either.
    const away = server.theirs('plain', 'unrolled-lab.js');
    const addresses = file === 'embed.html' ? [away, server.ours('site', 'unrolled-lab.js')] : [away];
    for (const address of addresses) {
      // A beacon is accepted and then kept back: what came to the server tells.
      expect((await page.evaluate(waysOut, address)).filter((way) => way !== 'beacon')).toEqual([]);
      const tried = await Promise.all(page.workers().map((worker) => inWorker(worker, address)));
      expect(tried.filter((ways) => ways !== null)).toContainEqual([]);
      expect(tried.flatMap((ways) => ways ?? [])).toEqual([]);
    }
    await page.waitForTimeout(500);
    expect(server.asked.slice(before)).toEqual([]);
  });
}
