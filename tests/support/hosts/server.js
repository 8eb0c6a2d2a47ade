// Two sites that are strangers to each other, on one server: ours (127.0.0.1) has dist/, the sources, and the frame that the tests say;
// theirs (localhost) has the pages of hosts, and the files of packages.
import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const repo = fileURLToPath(new URL('../../..', import.meta.url));
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
});

/** @param {{pages?: Record<string, string | Uint8Array>, ours?: Record<string, string | Uint8Array>}} files by path, read at each request */
export async function serveHosts({pages = {}, ours = {}}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(1);
    const content = contentOf(path, {...pages, ...ours});
    if (content === null) return void response.writeHead(404).end();
    // A sandboxed frame has no origin, and takes modules from nobody else.
    const headers = {'content-type': TYPES[extname(path)] ?? 'text/plain', 'access-control-allow-origin': '*'};
    response.writeHead(200, headers).end(content);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    ours: `http://127.0.0.1:${port}/`,
    theirs: `http://localhost:${port}/`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

/** @param {string} path @param {Record<string, string | Uint8Array>} said */
function contentOf(path, said) {
  if (Object.hasOwn(said, path)) return said[path];
  for (const folder of ['dist', '.']) {
    const file = join(repo, folder, path);
    if (existsSync(file) && statSync(file).isFile()) return readFileSync(file);
  }
  return null;
}
