import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {test} from 'node:test';
import {deflateRawSync} from 'node:zlib';
import {readAsset} from '../../web/runtime/assets.js';
import {browserSurroundings} from '../../web/runtime/surroundings.js';

const content = Buffer.from('Call me Ishmael. '.repeat(20_000));
const deflated = deflateRawSync(content);

/** @param {import('node:test').TestContext} context @param {import('node:http').RequestListener} listener */
async function serve(context, listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  context.after(() => server.close());
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/file.deflate`;
}

test('an inlined file is inflated, and its progress counted', async () => {
  /** @type {number[]} */
  const seen = [];
  const bytes = await readAsset({base64: deflated.toString('base64'), bytes: content.length}, (loaded, total) => {
    assert.equal(total, content.length);
    seen.push(loaded);
  });
  assert.deepEqual(Buffer.from(bytes), content);
  assert.equal(seen.at(-1), content.length);
  assert.deepEqual(
    seen,
    [...seen].sort((a, b) => a - b),
  );
});

test('a fetched file is inflated', async (context) => {
  const url = await serve(context, (_, response) => response.end(deflated));
  assert.deepEqual(Buffer.from(await readAsset({url, bytes: content.length})), content);
});

test('a missing, damaged or unreachable file gets a sentence, not a crash', async (context) => {
  const missing = await serve(context, (_, response) => response.writeHead(404).end());
  await assert.rejects(readAsset({url: missing, bytes: 1}), {
    code: 'network',
    key: 'trouble.file_missing',
    values: {status: '404'},
  });
  const damaged = await serve(context, (_, response) => response.end(Buffer.from('<html>not deflated</html>')));
  await assert.rejects(readAsset({url: damaged, bytes: 1}), {code: 'network'});
  await assert.rejects(readAsset({url: 'http://127.0.0.1:9/', bytes: 1}), {code: 'network', key: 'trouble.network'});
});

test('no text outside the list is ever asked for', async () => {
  const none = /** @type {any} */ ({});
  const describe = JSON.parse(readFileSync(new URL('../../build/describe.json', import.meta.url), 'utf8'));
  const {loadText} = browserSurroundings({describe, corpora: [], texts: {}, engines: none, workers: []});
  for (const name of ['constructor', '__proto__', '../secret', 'https://elsewhere.example/'])
    await assert.rejects(loadText(name), {code: 'invalid', where: 'task.corpus'});
});
