// What is stored of the page: whole or not at all, one version a page, and nothing of frames.
import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {contentsOf, offlineFiles} from '../../tools/offline.mjs';
import {Stored} from '../../web/offline/stored.js';

const SCOPE = 'https://school.example/unrolled/';
const digest = (/** @type {ArrayBuffer} */ bytes) => crypto.subtle.digest('SHA-256', bytes);
const hashOf = async (/** @type {string} */ text) =>
  btoa(
    String.fromCharCode(...new Uint8Array(await digest(/** @type {any} */ (new TextEncoder().encode(text).buffer)))),
  );

/** What a browser keeps, and what the site has. @param {Record<string, string>} site by name @param {string} [scope] of the site's folder */
function surroundings(site, scope = SCOPE) {
  /** @type {Map<string, Map<string, Response>>} */
  const stores = new Map();
  /** @type {string[]} */
  const asked = [];
  const cacheOf = (/** @type {Map<string, Response>} */ store) => ({
    put: async (/** @type {string} */ url, /** @type {Response} */ response) => void store.set(url, response),
    keys: async () => [...store.keys()].map((url) => ({url})),
    delete: async (/** @type {string} */ url) => store.delete(url),
  });
  const caches = /** @type {any} */ ({
    open: async (/** @type {string} */ key) => {
      if (!stores.has(key)) stores.set(key, new Map());
      return cacheOf(/** @type {any} */ (stores.get(key)));
    },
    keys: async () => [...stores.keys()],
    delete: async (/** @type {string} */ key) => stores.delete(key),
    match: async (/** @type {string} */ url, /** @type {{cacheName?: string}} */ {cacheName} = {}) =>
      [...stores]
        .filter(([key]) => !cacheName || key === cacheName)
        .flatMap(([, store]) => store.get(url) ?? [])[0]
        ?.clone(),
  });
  const fetch = /** @type {any} */ (
    async (/** @type {string} */ url) => {
      const name = url.slice(scope.length);
      asked.push(name);
      return name in site ? new Response(site[name]) : new Response('Not found', {status: 404});
    }
  );
  return {stores, asked, means: {caches, fetch, digest}};
}

/** @param {Record<string, string>} site @param {string} version */
async function contents(site, version) {
  const files = await Promise.all(Object.entries(site).map(async ([name, text]) => ({name, hash: await hashOf(text)})));
  return {version, files};
}

const request = (/** @type {string} */ name, more = {}) =>
  /** @type {Request} */ ({method: 'GET', mode: 'cors', url: SCOPE + name, ...more});
const page = (/** @type {string} */ name) => request(name, {mode: 'navigate'});
const SITE = {'index.html': 'one', 'assets/index-a.js': 'code of one', 'learn/why.html': 'why'};
const NEXT = {'index.html': 'two', 'assets/index-b.js': 'code of two', 'learn/why.html': 'why'};

test('once it is stored, pages and parts are answered without the network', async () => {
  const {means, asked} = surroundings(SITE);
  const stored = new Stored(means, await contents(SITE, 'v1'), SCOPE);
  await stored.fill();
  asked.length = 0;
  const read = async (/** @type {Request} */ one) => (await stored.answer(one))?.text();
  assert.equal(await read(page('')), 'one');
  assert.equal(await read(page('index.html?from=mail#chapter=why')), 'one');
  assert.equal(await read(page('learn/why.html')), 'why');
  assert.equal(await read(request('assets/index-a.js')), 'code of one');
  assert.deepEqual(asked, []);
});

test('frames, other methods, other sites and other folders go their way', async () => {
  const {means} = surroundings(SITE);
  const stored = new Stored(means, await contents(SITE, 'v1'), SCOPE);
  await stored.fill();
  assert.equal(stored.answer(page('embed.html')), null);
  assert.equal(stored.answer(page('embed-chapters.html')), null);
  assert.equal(stored.answer(request('unrolled-lab.js')), null);
  assert.equal(stored.answer(request('index.html', {method: 'POST'})), null);
  assert.equal(
    stored.answer(/** @type {any} */ ({method: 'GET', mode: 'navigate', url: 'https://school.example/'})),
    null,
  );
});

test('a file that is missing, or of another version, leaves no store at all', async () => {
  for (const wrong of [{...SITE, 'learn/why.html': 'a page that says: sign in'}, {'index.html': 'one'}]) {
    const {means, stores} = surroundings(wrong);
    await assert.rejects(new Stored(means, await contents(SITE, 'v1'), SCOPE).fill());
    assert.equal(stores.size, 0);
  }
});

test('a page that is open when a newer version takes over gets its own parts, a new one those of the new', async () => {
  const {means, stores, asked} = surroundings({...SITE, ...NEXT, 'index.html': 'one'});
  await new Stored(means, await contents(SITE, 'v1'), SCOPE).fill();
  const site = surroundings(NEXT);
  const next = new Stored({...means, fetch: site.means.fetch}, await contents(NEXT, 'v2'), SCOPE);
  await next.fill();
  await next.tidy();
  asked.length = 0;
  assert.equal(await (await next.answer(page('index.html')))?.text(), 'two');
  assert.equal(await (await next.answer(request('index.html')))?.text(), 'two');
  assert.equal(await (await next.answer(request('assets/index-a.js')))?.text(), 'code of one');
  assert.deepEqual([...stores.keys()], ['unrolled /unrolled/ v1', 'unrolled /unrolled/ v2']);
});

test('parts that stay the same are not fetched again, and the version before the last one goes', async () => {
  const {means, stores} = surroundings(SITE);
  await new Stored(means, await contents(SITE, 'v1'), SCOPE).fill();
  const more = {...SITE, 'index.html': 'three'};
  const site = surroundings(more);
  for (const version of ['v2', 'v3']) {
    const next = new Stored({...means, fetch: site.means.fetch}, await contents(more, version), SCOPE);
    await next.fill();
    await next.tidy();
  }
  assert.ok(!site.asked.includes('assets/index-a.js'));
  assert.deepEqual([...stores.keys()], ['unrolled /unrolled/ v2', 'unrolled /unrolled/ v3']);
});

/** Versions one after the other as a browser installs them. @param {ReturnType<typeof surroundings>} host @param {string} scope @param {string[]} versions */
async function install({means}, scope, versions) {
  for (const version of versions) {
    const site = surroundings({...SITE, 'index.html': version}, scope);
    const next = new Stored({...means, fetch: site.means.fetch}, await contents({...SITE, 'index.html': version}, version), scope); // prettier-ignore
    await next.fill();
    await next.tidy();
  }
}

test('two copies in two folders of one host, or one within the other, let each other be', async () => {
  for (const folder of ['https://school.example/copy/', 'https://school.example/', SCOPE + 'copy/']) {
    const host = surroundings(SITE);
    await install(host, SCOPE, ['v1']);
    await install(host, folder, ['v1', 'v2', 'v3']);
    const stored = new Stored({...host.means, fetch: surroundings({}).means.fetch}, await contents(SITE, 'v1'), SCOPE);
    assert.equal(await (await stored.answer(page('')))?.text(), 'v1', folder);
    assert.equal(await (await stored.answer(request('assets/index-a.js')))?.text(), 'code of one', folder);
    await install(host, SCOPE, ['v2', 'v3']);
    assert.equal(host.stores.size, 4, 'and each has its own last two');
  }
});

test('what was stored under a name without a folder goes in its time where it is of this one, and stays where it is not', async () => {
  const COPY = SCOPE + 'copy/';
  const host = surroundings(SITE);
  /** @param {string} name @param {string[]} folders */
  const former = (name, ...folders) =>
    host.stores.set(name, new Map(folders.flatMap((folder) => Object.entries(SITE).map(([file, text]) => [folder + file, new Response(text)])))); // prettier-ignore
  former('unrolled-a', SCOPE);
  former('unrolled-b', COPY);
  former('unrolled-c', SCOPE, COPY);
  former('unrolled-d', SCOPE);
  host.stores.set('another program', new Map());
  await install(host, SCOPE, ['v1']);
  const kept = ['unrolled-b', 'unrolled-c', 'unrolled-d', 'another program', 'unrolled /unrolled/ v1'];
  assert.deepEqual([...host.stores.keys()], kept, 'the version before may still be open');
  const shared = Object.keys(SITE).map((name) => COPY + name);
  assert.deepEqual([...(host.stores.get('unrolled-c')?.keys() ?? [])], shared);
  await install(host, SCOPE, ['v2']);
  assert.ok(!host.stores.has('unrolled-d') && host.stores.has('unrolled-c'));
});

test('what the build lists is what the page is made of: another byte is another version, and no frame is in it', () => {
  const dist = mkdtempSync(join(tmpdir(), 'unrolled-'));
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    mkdirSync(dirname(join(dist, name)), {recursive: true});
    writeFileSync(join(dist, name), text);
  };
  for (const name of ['index.html', 'assets/a.js', 'learn/why.html', 'learn/why.svg', 'learn/why.png'])
    write(name, name);
  for (const name of ['embed.html', 'embed-chapters.html', 'embed-files.html', 'unrolled-lab.js']) write(name, name);
  const before = contentsOf(dist);
  const code = String(offlineFiles(dist, 'run()')['service_worker.js']);
  write('assets/a.js', 'other');
  const after = contentsOf(dist);
  rmSync(dist, {recursive: true});
  assert.deepEqual(before.files.map(({name}) => name), ['assets/a.js', 'index.html', 'learn/why.html', 'learn/why.svg']); // prettier-ignore
  assert.notEqual(after.version, before.version);
  assert.ok(code.startsWith(`globalThis.UNROLLED_CONTENTS=${JSON.stringify(before)}`) && code.endsWith('run()'));
});
